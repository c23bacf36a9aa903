//! Progress on standard error, when that is a terminal.

use std::sync::Mutex;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::jobs::{Progress, Step};
use crate::model::Language;

/// A bar a step.
#[derive(Debug)]
pub(super) struct Bars {
    language: Language,
    bar: Mutex<Option<ProgressBar>>,
}

impl Bars {
    pub(super) fn new(language: Language) -> Self {
        Self {
            language,
            bar: Mutex::new(None),
        }
    }

    fn with(&self, act: impl FnOnce(&mut Option<ProgressBar>)) {
        act(&mut self
            .bar
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner));
    }

    fn name(&self, step: &Step) -> String {
        match step {
            Step::Reading(file) => format!("{} {file}", self.language.pick("读取", "reading")),
            Step::Crawling(source) => {
                format!("{} {source}", self.language.pick("采集", "crawling"))
            }
            Step::Settling => self
                .language
                .pick("整理代替关系", "settling who replaces whom")
                .to_owned(),
            Step::Indexing => self.language.pick("建立索引", "indexing").to_owned(),
        }
    }
}

impl Progress for Bars {
    fn begin(&self, step: &Step, total: Option<u64>) {
        let bar = match total {
            Some(total) => ProgressBar::new(total),
            None => ProgressBar::new_spinner(),
        };
        // On a pipe or in a log nothing is drawn.
        bar.set_draw_target(ProgressDrawTarget::stderr());
        bar.set_style(style(total.is_some()));
        bar.set_message(self.name(step));
        bar.enable_steady_tick(Duration::from_millis(200));
        self.with(|current| *current = Some(bar));
    }

    fn at(&self, done: u64, total: Option<u64>) {
        self.with(|current| {
            let Some(bar) = current else { return };
            if let Some(total) = total
                && bar.length() != Some(total)
            {
                bar.set_length(total);
                bar.set_style(style(true));
            }
            bar.set_position(done);
        });
    }

    fn end(&self) {
        self.with(|current| {
            if let Some(bar) = current.take() {
                bar.finish_and_clear();
            }
        });
    }
}

fn style(bounded: bool) -> ProgressStyle {
    let template = if bounded {
        "{msg} [{bar:30}] {pos}/{len} {per_sec} {eta}"
    } else {
        "{spinner} {msg} {pos} {per_sec}"
    };
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}
