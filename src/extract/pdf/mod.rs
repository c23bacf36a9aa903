//! Portable documents (ISO 32000), through `pdftotext` of poppler in a child process.
//!
//! Poppler reads the fonts of Chinese office documents that carry no characters of their own (GBK-EUC-H and its kin),
//! where readers written in Rust give wrong characters in silence. It is a program of its own, so a hostile file can take
//! down a child and nothing else. What comes out is looked at before it is believed: pictures of pages and characters
//! that no text is made of are said to be that.

mod child;
mod pages;
mod plausible;

use super::{ExtractError, Limits, Loss};

/// Letters on a page below which it is taken for a picture with a stamp.
const FEWEST_LETTERS: usize = 15;

/// Reads the text of a document, and what was taken away.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<(String, Vec<Loss>), ExtractError> {
    let output = child::run(bytes, limits)?;
    let pages: Vec<&str> = output.trim_end_matches('\u{c}').split('\u{c}').collect();
    let letters = |page: &&str| {
        page.chars()
            .filter(|letter| letter.is_alphanumeric())
            .count()
    };
    let sum: usize = pages.iter().map(letters).sum();
    if sum < FEWEST_LETTERS * pages.len() {
        return Err(ExtractError::Scan { pages: pages.len() });
    }
    if let Some(share) = plausible::garbage(&output) {
        return Err(ExtractError::Garbage { share });
    }
    let (text, dropped) = pages::join(&pages);
    Ok((text, vec![Loss::PageLines(dropped)]))
}
