//! The comparison, over `similar`.

use std::ops::Range;
use std::time::Instant;

use similar::{Algorithm, DiffOp, capture_diff_slices_deadline};

use super::operation::{Change, Granularity, Operation, TextDiff};
use super::tokens::{self, Tokenizer};

/// Compares two texts by the words that the caller's tokenizer finds.
///
/// Past `deadline` the answer gets coarser, see [`TextDiff::granularity`]; without one the comparison
/// is always by word.
pub fn diff(old: &str, new: &str, words: &Tokenizer<'_>, deadline: Option<Instant>) -> TextDiff {
    let is_over = || deadline.is_some_and(|deadline| Instant::now() >= deadline);
    let by_word = |text: &str| tokens::words(text, words);
    if !is_over() {
        let operations = compare(old, new, &by_word(old), &by_word(new), deadline);
        if !is_over() {
            return TextDiff {
                operations: tidy(old, operations),
                granularity: Granularity::Word,
            };
        }
        let operations = compare(
            old,
            new,
            &tokens::sentences(old),
            &tokens::sentences(new),
            deadline,
        );
        if !is_over() {
            return TextDiff {
                operations,
                granularity: Granularity::Sentence,
            };
        }
    }
    let operations = compare(
        old,
        new,
        &tokens::paragraphs(old),
        &tokens::paragraphs(new),
        deadline,
    );
    TextDiff {
        operations,
        granularity: Granularity::Paragraph,
    }
}

fn compare(
    old: &str,
    new: &str,
    old_tokens: &[Range<usize>],
    new_tokens: &[Range<usize>],
    deadline: Option<Instant>,
) -> Vec<Operation> {
    let words = |text, tokens: &[Range<usize>]| -> Vec<String> {
        tokens.iter().map(|token| comparable(text, token)).collect()
    };
    let (old_words, new_words) = (words(old, old_tokens), words(new, new_tokens));
    let operations =
        capture_diff_slices_deadline(Algorithm::Patience, &old_words, &new_words, deadline);
    let old_at = |index: usize| old_tokens.get(index).map_or(old.len(), |token| token.start);
    let new_at = |index: usize| new_tokens.get(index).map_or(new.len(), |token| token.start);
    operations
        .into_iter()
        .map(|operation| {
            let change = match operation {
                DiffOp::Equal { .. } => Change::Equal,
                DiffOp::Delete { .. } => Change::Delete,
                DiffOp::Insert { .. } => Change::Insert,
                DiffOp::Replace { .. } => Change::Replace,
            };
            let (old_range, new_range) = (operation.old_range(), operation.new_range());
            Operation {
                change,
                old: old_at(old_range.start)..old_at(old_range.end),
                new: new_at(new_range.start)..new_at(new_range.end),
            }
        })
        .collect()
}

/// A token as it is compared: verbatim, so that a text that differs only in spacing still differs.
fn comparable(text: &str, token: &Range<usize>) -> String {
    text.get(token.clone()).unwrap_or_default().to_owned()
}

/// Draws together changes that are parted by one character: `民用建筑 → 公共建筑` is one change.
fn tidy(old: &str, operations: Vec<Operation>) -> Vec<Operation> {
    let mut tidied: Vec<Operation> = Vec::new();
    let mut operations = operations.into_iter().peekable();
    while let Some(operation) = operations.next() {
        let lone = operation.change == Change::Equal
            && old.get(operation.old.clone()).is_some_and(|piece| {
                piece.chars().count() == 1 && piece.chars().all(char::is_alphanumeric)
            });
        let between = lone
            && tidied
                .last()
                .is_some_and(|last| last.change == Change::Replace)
            && operations
                .peek()
                .is_some_and(|next| next.change == Change::Replace);
        match tidied.last_mut() {
            Some(last) if between => {
                last.old.end = operation.old.end;
                last.new.end = operation.new.end;
                if let Some(next) = operations.next() {
                    last.old.end = next.old.end;
                    last.new.end = next.new.end;
                }
            }
            _ => tidied.push(operation),
        }
    }
    tidied
}

#[cfg(test)]
mod tests {
    use super::super::script_runs;
    use super::*;

    fn marked(old: &str, new: &str) -> String {
        diff(old, new, &script_runs, None)
            .operations
            .into_iter()
            .map(|operation| match operation.change {
                Change::Equal => old[operation.old].to_owned(),
                Change::Delete => format!("[-{}]", &old[operation.old]),
                Change::Insert => format!("{{+{}}}", &new[operation.new]),
                Change::Replace => {
                    format!("[-{}]{{+{}}}", &old[operation.old], &new[operation.new])
                }
            })
            .collect()
    }

    #[test]
    fn numbers_and_standard_numbers_change_whole() {
        assert_eq!(
            marked("保持 2.00 h。", "保持 2.50 h。"),
            "保持 [-2.00 h]{+2.50 h}。"
        );
        assert_eq!(
            marked("按 GB/T 228—2002 进行", "按 GB/T 228.1—2021 进行"),
            "按 [-GB/T 228—2002]{+GB/T 228.1—2021} 进行"
        );
        assert_eq!(
            marked("not exceed 90 mg/kg", "not exceed 100 mg/kg"),
            "not exceed [-90 mg/kg]{+100 mg/kg}"
        );
    }

    #[test]
    fn a_deadline_in_the_past_is_answered_by_paragraph() {
        let result = diff(
            "甲。\n乙。\n",
            "甲。\n丙。\n",
            &script_runs,
            Some(Instant::now()),
        );
        assert_eq!(result.granularity, Granularity::Paragraph);
        assert_eq!(result.operations.len(), 2);
    }

    #[test]
    fn the_callers_words_are_the_units_of_change() {
        let whole = |text: &str| std::iter::once(0..text.len()).collect::<Vec<_>>();
        let result = diff("民用建筑", "公共建筑", &whole, None);
        assert_eq!(result.operations.len(), 1);
    }
}
