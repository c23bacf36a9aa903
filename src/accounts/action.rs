//! What operators do, as words of the log.

/// Something that changes the house.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Somebody signed in.
    SignIn,
    /// Somebody failed to sign in.
    FailedSignIn,
    /// Somebody signed out.
    SignOut,
    /// An administrator was made, or given a new password.
    PutAdministrator,
    /// An administrator was taken away.
    RemoveAdministrator,
    /// A key was made.
    CreateKey,
    /// A key was revoked.
    RevokeKey,
    /// A source was asked to be crawled now.
    RunSource,
    /// A number was taken off the ledger.
    ForgetNumber,
    /// A file was imported.
    Import,
    /// A backup was written.
    BackUp,
    /// A verdict was reviewed.
    Review,
}

/// Every action with its word and its names: Chinese, English.
const ACTIONS: [(Action, &str, &str, &str); 12] = [
    (Action::SignIn, "sign_in", "登录", "signed in"),
    (
        Action::FailedSignIn,
        "failed_sign_in",
        "登录失败",
        "failed to sign in",
    ),
    (Action::SignOut, "sign_out", "退出", "signed out"),
    (
        Action::PutAdministrator,
        "put_administrator",
        "设立管理员",
        "made an administrator",
    ),
    (
        Action::RemoveAdministrator,
        "remove_administrator",
        "撤销管理员",
        "removed an administrator",
    ),
    (Action::CreateKey, "create_key", "发放密钥", "made a key"),
    (Action::RevokeKey, "revoke_key", "吊销密钥", "revoked a key"),
    (
        Action::RunSource,
        "run_source",
        "立即采集",
        "asked for a crawl",
    ),
    (
        Action::ForgetNumber,
        "forget_number",
        "移出未决清单",
        "took off the ledger",
    ),
    (Action::Import, "import", "导入文件", "imported a file"),
    (Action::BackUp, "back_up", "备份", "wrote a backup"),
    (Action::Review, "review", "复核判定", "reviewed a verdict"),
];

impl Action {
    fn row(self) -> &'static (Self, &'static str, &'static str, &'static str) {
        ACTIONS
            .iter()
            .find(|row| row.0 == self)
            .unwrap_or(&ACTIONS[0])
    }

    /// Returns the word the log keeps.
    pub fn code(self) -> &'static str {
        self.row().1
    }

    /// Returns the Chinese and English name of a word of the log; the word itself where it is none of ours.
    pub fn names(code: &str) -> (&str, &str) {
        let found = ACTIONS.iter().find(|row| row.1 == code);
        found.map_or((code, code), |row| (row.2, row.3))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_action_has_its_own_word() {
        let words: HashSet<_> = ACTIONS.iter().map(|row| row.0.code()).collect();
        assert_eq!(words.len(), ACTIONS.len());
        assert_eq!(Action::names("back_up"), ("备份", "wrote a backup"));
        assert_eq!(Action::names("other"), ("other", "other"));
    }
}
