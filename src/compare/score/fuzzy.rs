//! Loose comparison of names.

use std::collections::HashMap;

use super::counts::share;

/// Whether two names are alike: one contains the other, or their characters agree by half (F1 ≥ 0.5).
pub fn is_alike(left: &str, right: &str) -> bool {
    let (left, right) = (plain(left), plain(right));
    if left.is_empty() || right.is_empty() {
        return left == right;
    }
    left.contains(&right) || right.contains(&left) || character_f1(&left, &right) >= 0.5
}

/// The agreement of the characters of two names, 0 to 1.
pub fn similarity(left: &str, right: &str) -> f64 {
    character_f1(&plain(left), &plain(right))
}

/// Lower case, without spaces and punctuation.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

fn character_f1(left: &str, right: &str) -> f64 {
    let mut counts: HashMap<char, usize> = HashMap::new();
    for letter in left.chars() {
        *counts.entry(letter).or_default() += 1;
    }
    let mut common = 0;
    for letter in right.chars() {
        if let Some(count) = counts.get_mut(&letter).filter(|count| **count > 0) {
            *count -= 1;
            common += 1;
        }
    }
    share(2 * common, left.chars().count() + right.chars().count())
}
