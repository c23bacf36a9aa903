//! The service: signing in and out, administrators, the log.

use std::sync::Arc;

use super::lockout::lock_seconds;
use super::session::{IDLE, LONGEST};
use super::{AccountError, Action, Password, Session, SessionId};
use crate::clock::Clock;
use crate::storage::{AuditEntry, NewAudit, Store, StoredAdministrator};

/// Who does something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor<'a> {
    /// Whoever can run the program on the machine.
    CommandLine,
    /// An administrator who signed in.
    Administrator(&'a str),
}

impl Actor<'_> {
    /// The name of the command line in the log; no administrator can have it, for it holds a space.
    const COMMAND_LINE: &'static str = "command line";

    fn name(&self) -> &str {
        match self {
            Self::CommandLine => Self::COMMAND_LINE,
            Self::Administrator(name) => name,
        }
    }
}

/// What came of signing in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignIn {
    /// A session began.
    Begun(Session),
    /// The name or the password is wrong; which is not told.
    Wrong,
    /// The name is locked for so many seconds more.
    Locked(i64),
}

/// Characters of a detail that the log keeps.
const LONGEST_DETAIL: usize = 500;
/// The longest name.
const LONGEST_NAME: usize = 40;
/// How often the use of a session is written down, in seconds: not with every page.
const BETWEEN_TOUCHES: i64 = 60;

/// Administrators, their sessions, and the log.
#[derive(Debug, Clone)]
pub struct Accounts {
    store: Store,
    clock: Arc<dyn Clock>,
}

impl Accounts {
    /// Opens the accounts of a store.
    pub fn new(store: Store, clock: Arc<dyn Clock>) -> Self {
        Self { store, clock }
    }

    fn now(&self) -> i64 {
        self.clock.now().as_second()
    }

    /// Makes an administrator, or gives one a new password and ends the sessions of the old.
    pub async fn put(
        &self,
        actor: Actor<'_>,
        name: &str,
        password: Password,
    ) -> Result<(), AccountError> {
        let name = checked_name(name)?;
        let hash = off_the_thread(move || password.hash()).await??;
        let now = self.clock.now().to_string();
        self.store.put_administrator(name, &hash, &now).await?;
        self.note(actor, Action::PutAdministrator, name, "").await
    }

    /// Takes an administrator away.
    pub async fn remove(&self, actor: Actor<'_>, name: &str) -> Result<(), AccountError> {
        if !self.store.remove_administrator(name).await? {
            return Err(AccountError::NoAdministrator(name.to_owned()));
        }
        self.note(actor, Action::RemoveAdministrator, name, "")
            .await
    }

    /// Returns every administrator by name.
    pub async fn list(&self) -> Result<Vec<StoredAdministrator>, AccountError> {
        Ok(self.store.administrators().await?)
    }

    /// Signs somebody in.
    pub async fn sign_in(&self, name: &str, password: Password) -> Result<SignIn, AccountError> {
        let name = name.trim();
        let found = match checked_name(name) {
            Ok(name) => self.store.administrator(name).await?,
            Err(_) => None,
        };
        let now = self.now();
        if let Some(locked) = found.as_ref().map(|one| one.locked_till - now)
            && locked > 0
        {
            return Ok(SignIn::Locked(locked));
        }
        let hash = found.as_ref().map(|one| one.password.clone());
        let is_right = off_the_thread(move || password.is_of(hash.as_deref())).await?;
        let Some(found) = found else {
            return Ok(SignIn::Wrong);
        };
        if !is_right {
            return self.fail(&found.name, now).await;
        }
        self.store
            .end_old_sessions(now - LONGEST, now - IDLE)
            .await?;
        let id = SessionId::random()?;
        self.store
            .begin_session(&id.hash(), &found.name, now)
            .await?;
        self.note(Actor::Administrator(&found.name), Action::SignIn, "", "")
            .await?;
        Ok(SignIn::Begun(Session {
            id,
            administrator: found.name,
        }))
    }

    async fn fail(&self, name: &str, now: i64) -> Result<SignIn, AccountError> {
        let failures = self.store.note_failure(name).await?;
        let seconds = lock_seconds(failures);
        let detail = format!("{failures}");
        self.note(
            Actor::Administrator(name),
            Action::FailedSignIn,
            "",
            &detail,
        )
        .await?;
        if seconds == 0 {
            return Ok(SignIn::Wrong);
        }
        self.store.lock_administrator(name, now + seconds).await?;
        Ok(SignIn::Locked(seconds))
    }

    /// Returns the session of an identifier, if it is one that has not ended.
    pub async fn session(&self, id: SessionId) -> Result<Option<Session>, AccountError> {
        let Some(found) = self.store.session(&id.hash()).await? else {
            return Ok(None);
        };
        let now = self.now();
        if now - found.began_at > LONGEST || now - found.seen_at > IDLE {
            self.store.end_session(&id.hash()).await?;
            return Ok(None);
        }
        if now - found.seen_at >= BETWEEN_TOUCHES {
            self.store.touch_session(&id.hash(), now).await?;
        }
        Ok(Some(Session {
            id,
            administrator: found.administrator,
        }))
    }

    /// Ends a session.
    pub async fn sign_out(&self, session: &Session) -> Result<(), AccountError> {
        self.store.end_session(&session.id.hash()).await?;
        let actor = Actor::Administrator(&session.administrator);
        self.note(actor, Action::SignOut, "", "").await
    }

    /// Notes a change in the log.
    pub async fn note(
        &self,
        actor: Actor<'_>,
        action: Action,
        subject: &str,
        detail: &str,
    ) -> Result<(), AccountError> {
        let cut = |text: &str| text.chars().take(LONGEST_DETAIL).collect::<String>();
        let (subject, detail) = (cut(subject), cut(detail));
        let entry = NewAudit {
            at: &self.clock.now().to_string(),
            actor: actor.name(),
            action: action.code(),
            subject: &subject,
            detail: &detail,
        };
        self.store.add_audit(&entry).await?;
        tracing::info!(
            actor = actor.name(),
            action = action.code(),
            "an operator acted"
        );
        Ok(())
    }

    /// Returns the log before an entry, the latest first; from the latest on where none is named.
    pub async fn log(
        &self,
        before: Option<i64>,
        most: u32,
    ) -> Result<Vec<AuditEntry>, AccountError> {
        let before = before.unwrap_or(i64::MAX);
        Ok(self.store.audit_before(before, most).await?)
    }
}

fn checked_name(name: &str) -> Result<&str, AccountError> {
    let is_plain = |character: char| character.is_alphanumeric() || "._-".contains(character);
    let length = name.chars().count();
    let is_name = (1..=LONGEST_NAME).contains(&length) && name.chars().all(is_plain);
    is_name
        .then_some(name)
        .ok_or_else(|| AccountError::Name(name.chars().take(LONGEST_NAME).collect()))
}

/// Hashing takes tens of milliseconds of a core; the threads that serve must not wait for it.
async fn off_the_thread<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, AccountError> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|stopped| AccountError::Hash(stopped.to_string()))
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use jiff::{SignedDuration, Timestamp};

    use super::*;

    /// A clock that a test moves.
    #[derive(Debug)]
    struct Hand(Mutex<Timestamp>);

    impl Clock for Hand {
        fn now(&self) -> Timestamp {
            *self.0.lock().unwrap()
        }
    }

    impl Hand {
        fn pass(&self, seconds: i64) {
            let mut now = self.0.lock().unwrap();
            *now += SignedDuration::from_secs(seconds);
        }
    }

    const RIGHT: &str = "correct horse battery";

    async fn accounts() -> (Accounts, Arc<Hand>, tempfile::TempDir) {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).await.unwrap();
        let clock = Arc::new(Hand(Mutex::new("2026-11-25T00:00:00Z".parse().unwrap())));
        let accounts = Accounts::new(store, Arc::clone(&clock) as Arc<dyn Clock>);
        let password = Password::new(RIGHT).unwrap();
        accounts
            .put(Actor::CommandLine, "wang", password)
            .await
            .unwrap();
        (accounts, clock, folder)
    }

    async fn begun(accounts: &Accounts) -> Session {
        let signed = accounts.sign_in("wang", Password::offered(RIGHT)).await;
        match signed.unwrap() {
            SignIn::Begun(session) => session,
            other => panic!("{other:?}"),
        }
    }

    #[tokio::test]
    async fn who_has_the_password_gets_a_session_until_signing_out() {
        let (accounts, _clock, _folder) = accounts().await;
        let session = begun(&accounts).await;
        let found = accounts.session(session.id.clone()).await.unwrap();
        assert_eq!(found, Some(session.clone()));
        accounts.sign_out(&session).await.unwrap();
        assert_eq!(accounts.session(session.id).await.unwrap(), None);
    }

    #[tokio::test]
    async fn a_session_ends_when_idle_and_after_its_longest_time() {
        let (accounts, clock, _folder) = accounts().await;
        let idle = begun(&accounts).await;
        clock.pass(IDLE + 1);
        assert_eq!(accounts.session(idle.id).await.unwrap(), None);
        let long = begun(&accounts).await;
        for _ in 0..(LONGEST / IDLE * 2) {
            clock.pass(IDLE / 2);
            assert!(accounts.session(long.id.clone()).await.unwrap().is_some());
        }
        clock.pass(1);
        assert_eq!(accounts.session(long.id).await.unwrap(), None);
    }

    #[tokio::test]
    async fn the_fifth_failure_locks_the_name_for_the_right_password_too() {
        let (accounts, clock, _folder) = accounts().await;
        for _ in 0..4 {
            let wrong = accounts.sign_in("wang", Password::offered("wrong")).await;
            assert_eq!(wrong.unwrap(), SignIn::Wrong);
        }
        let fifth = accounts.sign_in("wang", Password::offered("wrong")).await;
        assert_eq!(fifth.unwrap(), SignIn::Locked(60));
        let right = accounts.sign_in("wang", Password::offered(RIGHT)).await;
        assert_eq!(right.unwrap(), SignIn::Locked(60));
        clock.pass(61);
        begun(&accounts).await;
    }

    #[tokio::test]
    async fn an_unknown_name_is_answered_like_a_wrong_password() {
        let (accounts, _clock, _folder) = accounts().await;
        for name in ["nobody", "", "a b", "'; DROP TABLE session; --"] {
            let answer = accounts.sign_in(name, Password::offered(RIGHT)).await;
            assert_eq!(answer.unwrap(), SignIn::Wrong, "{name}");
        }
    }

    #[tokio::test]
    async fn a_new_password_ends_the_sessions_of_the_old() {
        let (accounts, _clock, _folder) = accounts().await;
        let session = begun(&accounts).await;
        let password = Password::new("another long password").unwrap();
        accounts
            .put(Actor::CommandLine, "wang", password)
            .await
            .unwrap();
        assert_eq!(accounts.session(session.id).await.unwrap(), None);
    }

    #[tokio::test]
    async fn everything_stands_in_the_log_and_no_secret() {
        let (accounts, _clock, _folder) = accounts().await;
        begun(&accounts).await;
        let _ = accounts.sign_in("wang", Password::offered("wrong")).await;
        accounts
            .remove(Actor::Administrator("wang"), "wang")
            .await
            .unwrap();
        let log = accounts.log(None, 10).await.unwrap();
        let actions: Vec<&str> = log.iter().map(|entry| entry.action.as_str()).collect();
        assert_eq!(
            actions,
            [
                "remove_administrator",
                "failed_sign_in",
                "sign_in",
                "put_administrator"
            ]
        );
        assert_eq!(log[3].actor, "command line");
        assert!(!format!("{log:?}").contains(RIGHT));
        let older = accounts.log(Some(log[1].id), 10).await.unwrap();
        assert_eq!(older.len(), 2);
    }
}
