//! The quantity a multiple or share refers to.

use std::ops::Range;

use super::parser::Parser;
use crate::compare::indicator::extract::phrases::Role;

impl Parser<'_> {
    /// `应为公称直径的 4 倍`: what stands between the verb and the multiple.
    pub(super) fn base_before(&self, at: usize) -> Option<Range<usize>> {
        let previous = self.tokens.get(at.checked_sub(1)?)?;
        let linked = matches!(
            previous.role(),
            Some(Role::Copula | Role::Shall | Role::Equals)
        );
        let between = self.text.get(previous.end..self.tokens[at].start)?;
        let base = between.trim().strip_suffix('的')?;
        let start = previous.end + (between.len() - between.trim_start().len());
        let fits = linked && self.is_multiple(at) && !base.is_empty() && base.chars().count() <= 16;
        fits.then(|| start..start + base.len())
    }

    /// `4 times the maximum working pressure`, `90 % of the rated capacity`.
    pub(super) fn base_behind(&self, at: usize) -> Option<Range<usize>> {
        let token = self.tokens.get(at)?;
        let rest = self.text.get(token.end..)?;
        let is_share =
            self.is_multiple(at) || self.quantity(at)?.1.is_some_and(|u| u.code() == "%");
        let skipped = [" of the ", " the ", " that of the ", " of its "]
            .iter()
            .find(|w| rest.starts_with(**w))?;
        let start = token.end + skipped.len();
        let length = self.text[start..]
            .find([',', ';', '.', '('])
            .unwrap_or(self.text.len() - start);
        (is_share && length > 0 && length < 60).then(|| start..start + length)
    }
}
