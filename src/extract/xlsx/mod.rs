//! Spreadsheets (ISO/IEC 29500-1, part SpreadsheetML): every sheet as a table.
//!
//! Rows and columns without a cell are left out, whatever size the sheet says it has; a merged cell stands in every place
//! it covers; a number that is shown as a date is a date. Formulas give the value they had when the file was saved.

mod dates;
mod place;
mod sheet;

use super::grid::Budget;
use super::output::Output;
use super::package::Package;
use super::xml::{Node, Tree};
use super::{ExtractError, Format, Limits};
use dates::Dates;
use sheet::Sheet;

/// Reads the text of a workbook.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<String, ExtractError> {
    let mut package = Package::open(bytes, Format::Xlsx, limits)?;
    let workbook = package.needed("xl/workbook.xml")?;
    let relations = package
        .part("xl/_rels/workbook.xml.rels")?
        .unwrap_or_default();
    let texts = package.part("xl/sharedStrings.xml")?.unwrap_or_default();
    let styles = package.part("xl/styles.xml")?.unwrap_or_default();
    let workbook = parse(&workbook, limits)?;
    let sheets = sheets(&workbook, &parse(&relations, limits)?);
    let texts = shared_texts(&parse(&texts, limits)?);
    let dates = Dates::read(&parse(&styles, limits)?, &workbook);
    let mut output = Output::new(limits);
    let mut budget = Budget::new(limits);
    let is_alone = sheets.len() == 1;
    for (name, part) in sheets {
        let Some(text) = package.part(&part)? else {
            continue;
        };
        let sheet = Sheet::read(&parse(&text, limits)?, &texts, &dates, &mut budget)?;
        if !is_alone {
            output.heading(1, &name)?;
        }
        output.table(&sheet.grid(&mut budget)?)?;
    }
    Ok(output.into_text())
}

fn parse<'t>(text: &'t str, limits: &Limits) -> Result<Tree<'t>, ExtractError> {
    Tree::parse(text, Format::Xlsx, limits)
}

/// The names of the sheets and the parts they stand in; hidden ones are read too.
fn sheets(workbook: &Tree<'_>, relations: &Tree<'_>) -> Vec<(String, String)> {
    let targets: Vec<(String, String)> = relations
        .root()
        .into_iter()
        .flat_map(Node::children)
        .filter_map(|node| Some((node.attribute("Id")?, node.attribute("Target")?)))
        .collect();
    let Some(list) = workbook.root().and_then(|root| root.child("sheets")) else {
        return Vec::new();
    };
    let elements = list.children().filter(|node| node.name() == "sheet");
    elements
        .enumerate()
        .filter_map(|(place, node)| {
            // `id` is that of the relation; the sheet's own number is `sheetId`.
            let id = node.attribute("id");
            let target = targets.iter().find(|(known, _)| Some(known) == id.as_ref());
            let part = target.map_or_else(
                || format!("xl/worksheets/sheet{}.xml", place + 1),
                |(_, target)| match target.strip_prefix('/') {
                    Some(absolute) => absolute.to_owned(),
                    None => format!("xl/{target}"),
                },
            );
            Some((node.attribute("name")?, part))
        })
        .collect()
}

/// Texts that cells point at; what is written over characters to tell their sound is no part of them.
fn shared_texts(tree: &Tree<'_>) -> Vec<String> {
    let items = tree.root().into_iter().flat_map(Node::children);
    items
        .filter(|node| node.name() == "si")
        .map(sheet::rich_text)
        .collect()
}
