//! A small SMTP server (RFC 5321) that can be told to misbehave.
//!
//! It is a process apart in every way that matters to the client: sockets, lines, half-closed connections. It keeps
//! what it has *accepted*: a message counts from the moment its `250` was written.

use std::collections::HashSet;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// How the server behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    /// It takes everything.
    Kind,
    /// It knows no recipient.
    NoMailbox,
    /// It refuses every message after its data.
    Refuses,
    /// It asks every recipient to come back once.
    Greylists,
    /// It closes the connection in the middle of the data.
    Drops,
    /// It takes the message and closes the connection before it says so.
    TakesAndDrops,
    /// It says nothing after the data.
    Stalls,
}

/// A message that was accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Accepted {
    pub(crate) to: String,
    pub(crate) message: String,
}

impl Accepted {
    /// The value of a header, unfolded.
    pub(crate) fn header(&self, name: &str) -> Option<String> {
        let head = self
            .message
            .split("\r\n\r\n")
            .next()?
            .replace("\r\n ", " ")
            .replace("\r\n\t", " ");
        head.lines().find_map(|line| {
            let (found, value) = line.split_once(':')?;
            found
                .eq_ignore_ascii_case(name)
                .then(|| value.trim().to_owned())
        })
    }
}

#[derive(Debug, Default)]
struct State {
    accepted: Vec<Accepted>,
    greeted: HashSet<String>,
    manner: Option<Manner>,
}

/// A running server; it ends with the test.
#[derive(Debug, Clone)]
pub(crate) struct SmtpServer {
    pub(crate) address: SocketAddr,
    state: Arc<Mutex<State>>,
}

impl SmtpServer {
    pub(crate) fn start(manner: Manner) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let state = Arc::new(Mutex::new(State {
            manner: Some(manner),
            ..State::default()
        }));
        let shared = Arc::clone(&state);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let state = Arc::clone(&shared);
                // A client that goes away ends its thread and nothing else.
                std::thread::spawn(move || drop(serve(stream, &state)));
            }
        });
        Self { address, state }
    }

    pub(crate) fn behave(&self, manner: Manner) {
        self.state.lock().unwrap().manner = Some(manner);
    }

    pub(crate) fn accepted(&self) -> Vec<Accepted> {
        self.state.lock().unwrap().accepted.clone()
    }
}

fn serve(stream: TcpStream, state: &Mutex<State>) -> std::io::Result<()> {
    let mut out = stream.try_clone()?;
    let mut lines = BufReader::new(stream);
    let mut say = move |text: &str| out.write_all(format!("{text}\r\n").as_bytes());
    say("220 test ESMTP")?;
    let mut to = String::new();
    loop {
        let mut line = String::new();
        if lines.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let manner = state.lock().unwrap().manner.unwrap();
        let command = line.trim_end().to_ascii_uppercase();
        match command.split([' ', ':']).next().unwrap_or_default() {
            "EHLO" | "HELO" => say("250-test\r\n250 8BITMIME")?,
            "MAIL" | "RSET" | "NOOP" => say("250 2.0.0 ok")?,
            "RCPT" => {
                let address = line.split(['<', '>']).nth(1).unwrap_or_default();
                address.clone_into(&mut to);
                let first = state.lock().unwrap().greeted.insert(to.clone());
                match manner {
                    Manner::NoMailbox => say(&format!("550 5.1.1 <{to}>: no such user"))?,
                    Manner::Greylists if first => say("450 4.2.0 greylisted, come back later")?,
                    _ => say("250 2.1.5 ok")?,
                }
            }
            "DATA" => {
                say("354 go on")?;
                let mut message = String::new();
                loop {
                    let mut line = String::new();
                    if lines.read_line(&mut line)? == 0
                        || (manner == Manner::Drops && message.len() > 200)
                    {
                        return Ok(());
                    }
                    if line == ".\r\n" {
                        break;
                    }
                    // A line that begins with a dot has one more on the wire (§4.5.2).
                    message.push_str(line.strip_prefix('.').unwrap_or(&line));
                }
                let accept = || {
                    state.lock().unwrap().accepted.push(Accepted {
                        to: to.clone(),
                        message: message.clone(),
                    });
                };
                match manner {
                    Manner::Refuses => say("554 5.6.0 refused")?,
                    Manner::Stalls => std::thread::sleep(Duration::from_hours(1)),
                    Manner::TakesAndDrops => {
                        accept();
                        return Ok(());
                    }
                    _ => {
                        accept();
                        say("250 2.0.0 taken")?;
                    }
                }
            }
            "QUIT" => return say("221 bye"),
            _ => say("502 5.5.1 unknown")?,
        }
    }
}
