//! Running `pdftotext` with bounds on time, memory and output.

use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::super::{ExtractError, Format, Limits};

/// The program of poppler; that of xpdf takes the same arguments.
const PROGRAM: &str = "pdftotext";

/// `-raw` keeps the order of the content: the other order interleaves columns.
const ARGUMENTS: &[&str] = &["-raw", "-enc", "UTF-8", "-q", "-", "-"];

/// How often a running child is looked at.
const PAUSE: Duration = Duration::from_millis(5);

/// Gives a document to the program and returns what it prints.
pub(super) fn run(bytes: &[u8], limits: &Limits) -> Result<String, ExtractError> {
    let program = found().ok_or(ExtractError::NoProgram(PROGRAM))?;
    let failed = |found: String| ExtractError::ProgramFailed {
        program: PROGRAM,
        found,
    };
    let mut child = command(&program, limits)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|reason| failed(reason.to_string()))?;
    let most = u64::try_from(limits.text_bytes).unwrap_or(u64::MAX);
    let output = child.stdout.take().map(|pipe| drain(pipe, most));
    let complaints = child.stderr.take().map(|pipe| drain(pipe, 4096));
    let input = child.stdin.take();
    let ended = thread::scope(|scope| {
        // A child that ends early closes its end of the pipe; what it says then matters more than the broken pipe.
        scope.spawn(move || input.map(|mut pipe| pipe.write_all(bytes)));
        wait(&mut child, limits.child_wall)
    });
    let gather = |thread: Option<thread::JoinHandle<Vec<u8>>>| {
        thread
            .and_then(|thread| thread.join().ok())
            .unwrap_or_default()
    };
    let (output, complaints) = (gather(output), gather(complaints));
    let complaints = String::from_utf8_lossy(&complaints).to_lowercase();
    if output.len() >= limits.text_bytes {
        return Err(ExtractError::too_much(
            format!("at most {} bytes of text", limits.text_bytes),
            "more than that",
        ));
    }
    let Some(status) = ended else {
        let seconds = limits.child_wall.as_secs();
        return Err(failed(format!("none after {seconds} s")));
    };
    match status.code() {
        Some(0) => Ok(String::from_utf8_lossy(&output).into_owned()),
        _ if complaints.contains("password") => Err(ExtractError::Locked),
        // 1: the file cannot be opened; 3: the document forbids copying its text.
        Some(1) => Err(ExtractError::damaged(
            Format::Pdf,
            &"a structure that cannot be opened",
        )),
        Some(3) => Err(ExtractError::Locked),
        Some(code) => Err(failed(format!("exit code {code}"))),
        None => Err(failed("that it was stopped at them".to_owned())),
    }
}

/// Looks for the program on the path.
fn found() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let name = format!("{PROGRAM}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&path)
        .map(|folder| folder.join(&name))
        .find(|file| file.is_file())
}

/// The shell sets the limits and becomes the program: setting them from here would need unsafe code.
fn command(program: &PathBuf, limits: &Limits) -> Command {
    if !cfg!(unix) {
        let mut command = Command::new(program);
        command.args(ARGUMENTS);
        return command;
    }
    let script = format!(
        "ulimit -t {}; ulimit -v {}; ulimit -c 0; exec \"$0\" \"$@\"",
        limits.child_seconds,
        limits.child_memory / 1024
    );
    let mut command = Command::new("sh");
    command.arg("-c").arg(script).arg(program).args(ARGUMENTS);
    command
}

/// Reads a pipe up to a number of bytes, in a thread, so that the child never waits for us.
fn drain(pipe: impl Read + Send + 'static, most: u64) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        // What was read before an error is used; a broken pipe closes the child's end.
        let _ = pipe.take(most).read_to_end(&mut bytes);
        bytes
    })
}

/// Waits for the end; nothing when the time is up.
fn wait(child: &mut Child, most: Duration) -> Option<ExitStatus> {
    let begun = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Some(status),
            Ok(None) if begun.elapsed() < most => thread::sleep(PAUSE),
            _ => {
                // It may have ended by itself in between.
                let _ = child.kill();
                let _ = child.wait();
                return None;
            }
        }
    }
}
