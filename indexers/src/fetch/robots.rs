//! What `robots.txt` allows (RFC 9309).

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use texting_robots::Robot;

/// The longest delay that is obeyed; more is a way of saying no, which `Disallow` says better.
const LONGEST_DELAY: Duration = Duration::from_mins(1);

/// The rules of one origin.
pub(super) enum Rules {
    /// There are none.
    Everything,
    /// Those of the file.
    File(Robot),
}

impl std::fmt::Debug for Rules {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            Self::Everything => "Everything",
            Self::File(_) => "File",
        })
    }
}

impl Rules {
    /// Reads the file for a product; a file that cannot be read forbids nothing.
    pub(super) fn read(product: &str, bytes: &[u8]) -> Self {
        Robot::new(product, bytes).map_or(Self::Everything, Self::File)
    }

    /// Tells whether an address may be asked.
    pub(super) fn allow(&self, address: &str) -> bool {
        match self {
            Self::Everything => true,
            Self::File(robot) => robot.allowed(address),
        }
    }

    /// Returns the delay the file asks for.
    pub(super) fn delay(&self) -> Duration {
        match self {
            Self::File(robot) => robot
                .delay
                .and_then(|seconds| Duration::try_from_secs_f32(seconds).ok())
                .map_or(Duration::ZERO, |delay| delay.min(LONGEST_DELAY)),
            Self::Everything => Duration::ZERO,
        }
    }
}

/// The rules that were read, by origin.
#[derive(Debug, Default)]
pub(super) struct Robots(Mutex<HashMap<String, Arc<Rules>>>);

impl Robots {
    pub(super) fn known(&self, origin: &str) -> Option<Arc<Rules>> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(origin).map(Arc::clone)
    }

    pub(super) fn keep(&self, origin: &str, rules: Rules) -> Arc<Rules> {
        let rules = Arc::new(rules);
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.insert(origin.to_owned(), Arc::clone(&rules));
        rules
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_rule_wins_and_the_delay_is_read() {
        let text = b"User-agent: *\nDisallow: /ms/\nAllow: /ms/portal\nCrawl-delay: 2\n";
        let rules = Rules::read("Duibiao", text);
        assert!(!rules.allow("https://www.ttbz.org.cn/ms/list"));
        assert!(rules.allow("https://www.ttbz.org.cn/ms/portal/1"));
        assert_eq!(rules.delay(), Duration::from_secs(2));
    }

    #[test]
    fn a_rule_for_our_name_is_for_us() {
        let text = b"User-agent: duibiao\nDisallow: /\n\nUser-agent: *\nAllow: /\n";
        assert!(!Rules::read("Duibiao", text).allow("https://a.example/x"));
    }
}
