//! The worker that sends.

use std::sync::Arc;

use futures::StreamExt;
use jiff::Timestamp;

use super::next_attempt;
use crate::alerts::AlertsError;
use crate::alerts::mailer::{Composer, Postman, Refusal};
use crate::alerts::service::Alerts;
use crate::storage::{Letter, LetterKind, LetterState, Settling, SubscriberState};

/// Seconds a worker has for the letters it took.
const LEASE: i64 = 600;
/// Letters taken at once: what is held in memory.
const AT_ONCE: u32 = 64;

/// How many letters went which way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Dispatched {
    /// Taken by the server.
    pub sent: u64,
    /// To be tried again.
    pub deferred: u64,
    /// The mailbox does not exist.
    pub bounced: u64,
    /// Given up, or no longer wanted.
    pub dead: u64,
}

impl Dispatched {
    fn count(&mut self, state: LetterState) {
        match state {
            LetterState::Sent => self.sent += 1,
            LetterState::Bounced => self.bounced += 1,
            LetterState::Dead => self.dead += 1,
            _ => self.deferred += 1,
        }
    }
}

/// A moment in the life of a letter at which a test may stop the worker as a kill would.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The letter was taken from the outbox.
    Taken,
    /// It was composed.
    Composed,
    /// The server took it, and nothing says so yet.
    Posted,
}

/// Sends letters of the outbox.
#[derive(Debug)]
pub struct Dispatcher {
    alerts: Alerts,
    composer: Composer,
    postman: Arc<Postman>,
    /// Names this worker among those of other processes.
    worker: String,
    connections: usize,
    stop_at: Option<Step>,
}

impl Dispatcher {
    /// Makes a worker.
    ///
    /// # Errors
    ///
    /// [`AlertsError::Random`] when the operating system gives no name for it.
    pub fn new(
        alerts: Alerts,
        composer: Composer,
        postman: Arc<Postman>,
    ) -> Result<Self, AlertsError> {
        let mut name = [0_u8; 8];
        getrandom::fill(&mut name).map_err(AlertsError::Random)?;
        let connections = usize::try_from(alerts.mail().connections.clamp(1, 64)).unwrap_or(1);
        Ok(Self {
            alerts,
            composer,
            postman,
            worker: format!("{}-{:016x}", std::process::id(), u64::from_be_bytes(name)),
            connections,
            stop_at: None,
        })
    }

    /// Stops the worker at a step of its first letter, leaving everything as a kill would.
    #[must_use]
    pub fn stopping_at(mut self, step: Step) -> Self {
        self.stop_at = Some(step);
        self
    }

    /// Sends everything that is due; ends early when the server cannot be reached.
    ///
    /// # Errors
    ///
    /// [`AlertsError`] when the store refuses; what was settled stays settled.
    pub async fn run(&self) -> Result<Dispatched, AlertsError> {
        let mut done = Dispatched::default();
        loop {
            let now = self.alerts.now().as_second();
            let store = self.alerts.store();
            let letters = store
                .take_letters(&self.worker, now, now + LEASE, AT_ONCE)
                .await?;
            if letters.is_empty() || self.stop_at == Some(Step::Taken) {
                return Ok(done);
            }
            let mut unreachable = false;
            let mut outcomes = futures::stream::iter(letters)
                .map(|letter| self.send(letter))
                .buffer_unordered(self.connections);
            while let Some(outcome) = outcomes.next().await {
                let Some((letter, settling, broken)) = outcome? else {
                    return Ok(done);
                };
                unreachable |= broken;
                done.count(settling.state);
                store
                    .settle_letter(&self.worker, letter.id, &settling)
                    .await?;
                if settling.state == LetterState::Bounced {
                    store
                        .set_subscriber_state(letter.subscriber, SubscriberState::Bounced)
                        .await?;
                }
            }
            if unreachable {
                tracing::warn!("the mail server cannot be reached; letters wait");
                return Ok(done);
            }
        }
    }

    /// Sends one letter and says how it went; nothing where a test stops the worker.
    async fn send(&self, letter: Letter) -> Result<Option<(Letter, Settling, bool)>, AlertsError> {
        let now = self.alerts.now();
        let settled = |state, next_at: i64, reply: &str| Settling {
            state,
            next_at,
            reply: reply.to_owned(),
        };
        let written = Timestamp::from_second(letter.queued_at).unwrap_or(now);
        let Some(draft) = self.alerts.draft(&letter, written).await? else {
            let unwanted = settled(LetterState::Dead, now.as_second(), "no longer wanted");
            return Ok(Some((letter, unwanted, false)));
        };
        let message = match self.composer.compose(&draft) {
            Ok(message) => message,
            Err(error) => {
                tracing::error!(
                    letter.id = letter.id,
                    "a letter cannot be composed: {error}"
                );
                let dead = settled(LetterState::Dead, now.as_second(), "cannot be composed");
                return Ok(Some((letter, dead, false)));
            }
        };
        if self.stop_at == Some(Step::Composed) {
            return Ok(None);
        }
        let answer = self.postman.post(&draft.to, &message).await;
        if self.stop_at == Some(Step::Posted) {
            return Ok(None);
        }
        let broken = matches!(answer, Err(Refusal::Unreachable(_)));
        let now = self.alerts.now().as_second();
        let settling = match answer {
            Ok(()) => settled(LetterState::Sent, now, ""),
            Err(Refusal::NoMailbox(reply)) => settled(LetterState::Bounced, now, &reply),
            Err(Refusal::Letter(reply)) => settled(LetterState::Dead, now, &reply),
            Err(refusal) => {
                let wanted =
                    letter.kind == LetterKind::Digest || now - letter.queued_at < 3 * 86_400;
                let next = next_attempt(letter.attempts, letter.id, letter.queued_at, now);
                match next.filter(|_| wanted) {
                    Some(next) => settled(LetterState::Deferred, next, refusal.reply()),
                    None => settled(LetterState::Dead, now, refusal.reply()),
                }
            }
        };
        Ok(Some((letter, settling, broken)))
    }
}
