//! The one difference between the strict and the lenient reading: what meeting a fault does.

use super::ast::Span;
use super::characters::clip;
use super::error::QueryError;
use super::lenient::Repair;
use super::limits;
use super::problem::Problem;

/// How much of a repaired text is shown, in characters.
const SHOWN: usize = 60;

/// What the parser tells of a fault that it is about to mend.
pub(super) trait Driver {
    /// Takes note of a fault at a span of the query, with the text it will be read as.
    fn meet(&mut self, problem: Problem, span: Span, read_as: &str) -> Result<(), QueryError>;
}

/// Refuses the query at its first fault.
#[derive(Debug)]
pub(super) struct Strict<'query> {
    pub(super) query: &'query str,
}

impl Driver for Strict<'_> {
    fn meet(&mut self, problem: Problem, span: Span, _: &str) -> Result<(), QueryError> {
        Err(QueryError::new(problem, span, self.query))
    }
}

/// Lets every fault be mended and lists the repairs.
#[derive(Debug)]
pub(super) struct Mender<'query> {
    pub(super) query: &'query str,
    pub(super) repairs: Vec<Repair>,
}

impl Driver for Mender<'_> {
    fn meet(&mut self, reason: Problem, span: Span, read_as: &str) -> Result<(), QueryError> {
        let text = |span: &Span| clip(self.query.get(span.clone()).unwrap_or_default(), SHOWN);
        if let Some(last) = self.repairs.last_mut()
            && last.reason == reason
            && last.span.end == span.start
            && last.to.is_empty()
            && read_as.is_empty()
        {
            // A run of one fault, such as `)))))`, is one repair.
            last.span.end = span.end;
            if last.span.len() <= 4 * SHOWN {
                last.from = text(&last.span);
            }
        } else if self.repairs.len() < limits::REPAIRS {
            let from = text(&span);
            self.repairs.push(Repair {
                from,
                to: clip(read_as, SHOWN),
                reason,
                span,
            });
        }
        Ok(())
    }
}
