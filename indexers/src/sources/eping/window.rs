//! Windows of distribution days, each small enough that its pages stay few.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::page::CrawlPlan;

/// The first year of the WTO; nothing was notified before.
const FIRST: Date = jiff::civil::date(1995, 1, 1);

/// Days before `since` that are read again: deadlines and links are edited afterwards.
const AGAIN: i64 = 7;

/// A stretch of days in one area, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Window {
    /// 1 TBT, 2 SPS.
    pub(super) domain: u8,
    /// First day.
    pub(super) from: Date,
    /// Last day.
    pub(super) to: Date,
}

impl Window {
    /// Returns the windows of a run, the newest first: months, from the first day asked for to today.
    ///
    /// Settings: `from` (first day of a full run), `domains` (`1`, `2` or `1,2`).
    pub(super) fn all(plan: &CrawlPlan) -> Vec<Self> {
        let first = plan
            .setting("from")
            .and_then(|day| day.parse().ok())
            .unwrap_or(FIRST);
        let first = plan
            .since
            .map_or(first, |since| since.saturating_sub(AGAIN.days()).max(first));
        let domains = plan.setting("domains").unwrap_or("1,2");
        let domains: Vec<u8> = domains
            .split(',')
            .filter_map(|domain| domain.trim().parse().ok())
            .collect();
        let mut windows = Vec::new();
        let mut to = plan.today;
        while to >= first {
            let from = to.first_of_month().max(first);
            windows.extend(domains.iter().map(|&domain| Self { domain, from, to }));
            match from.yesterday() {
                Ok(before) => to = before,
                Err(_) => break,
            }
        }
        windows
    }

    /// Returns the two halves of a window that is too large; none for a single day.
    pub(super) fn halves(self) -> Option<[Self; 2]> {
        let days = i64::from((self.to - self.from).get_days());
        let middle = (days > 0).then(|| self.from.saturating_add((days / 2).days()))?;
        let second = Self {
            from: middle.tomorrow().ok()?,
            ..self
        };
        Some([second, Self { to: middle, ..self }])
    }

    /// Writes the window as the name of its list: `1 2026-06-01..2026-06-30`.
    pub(super) fn name(self) -> String {
        format!("{} {}..{}", self.domain, self.from, self.to)
    }

    /// Reads the name of a list.
    pub(super) fn read(name: &str) -> Option<Self> {
        let (domain, days) = name.split_once(' ')?;
        let (from, to) = days.split_once("..")?;
        Some(Self {
            domain: domain.parse().ok()?,
            from: from.parse().ok()?,
            to: to.parse().ok()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(since: Option<&str>, settings: &[(&str, &str)]) -> CrawlPlan {
        let settings = settings
            .iter()
            .map(|&(name, value)| (name.to_owned(), value.to_owned()));
        CrawlPlan {
            today: jiff::civil::date(2026, 11, 25),
            since: since.map(|day| day.parse().unwrap()),
            settings: settings.collect(),
        }
    }

    #[test]
    fn a_full_run_covers_every_day_once_and_the_newest_month_first() {
        let windows = Window::all(&plan(None, &[("domains", "1")]));
        assert_eq!(windows[0].name(), "1 2026-11-01..2026-11-25");
        assert_eq!(windows.last().unwrap().from, FIRST);
        for pair in windows.windows(2) {
            assert_eq!(pair[1].to.tomorrow().unwrap(), pair[0].from);
        }
    }

    #[test]
    fn an_increment_begins_a_week_earlier() {
        let windows = Window::all(&plan(Some("2026-11-03"), &[]));
        let names: Vec<String> = windows.iter().map(|window| window.name()).collect();
        assert_eq!(
            names,
            [
                "1 2026-11-01..2026-11-25",
                "2 2026-11-01..2026-11-25",
                "1 2026-10-27..2026-10-31",
                "2 2026-10-27..2026-10-31"
            ]
        );
    }

    #[test]
    fn halves_cover_the_window_and_a_day_has_none() {
        let window = Window::read("1 2026-11-01..2026-11-04").unwrap();
        let [second, first] = window.halves().unwrap();
        assert_eq!(
            (first.name(), second.name()),
            (
                "1 2026-11-01..2026-11-02".to_owned(),
                "1 2026-11-03..2026-11-04".to_owned()
            )
        );
        assert_eq!(
            Window::read("1 2026-11-01..2026-11-01").unwrap().halves(),
            None
        );
    }
}
