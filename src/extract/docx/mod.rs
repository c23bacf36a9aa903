//! Word-processing documents (ISO/IEC 29500-1, part `WordprocessingML`).
//!
//! The numbers of clauses in a standard's draft are no text: a paragraph points at a numbering, the numbering counts, and
//! only the program that shows the page writes `5.1.2`. So they are counted here in the same way (clause 17.9), through
//! styles, links between numberings, restarts and overrides. Tables keep their merged cells, deleted passages of tracked
//! changes are left out and inserted ones kept, powers stay powers.

mod body;
mod counters;
mod inline;
mod numbering;
mod numerals;
mod styles;

use super::package::Package;
use super::xml::Tree;
use super::{ExtractError, Format, Limits, Loss};
use body::Body;
use numbering::Numbering;
use styles::Styles;

/// Reads the text of a document, and what it holds beside.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<(String, Vec<Loss>), ExtractError> {
    let mut package = Package::open(bytes, limits)?;
    let document = match package.part("word/document.xml")? {
        Some(document) => document,
        // One producer writes this name instead, and says so in the relations.
        None => package.needed("word/document2.xml")?,
    };
    let styles = package.part("word/styles.xml")?.unwrap_or_default();
    let numbering = package.part("word/numbering.xml")?.unwrap_or_default();
    let parse = |text| Tree::parse(text, Format::Docx, limits);
    let styles = Styles::read(&parse(&styles)?);
    let numbering = Numbering::read(&parse(&numbering)?, &styles);
    Body::new(&styles, &numbering, limits).read(&parse(&document)?)
}
