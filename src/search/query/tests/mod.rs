//! What the query language promises:
//!
//! 1. Each query of a table is read as the tree beside it (`reading`).
//! 2. Each broken query is refused with its fault and mended with its repair (`faults`).
//! 3. No text makes a reader panic, run long or leave a span off a character boundary (`hostile`).
//! 4. What is printed reads back as the same tree, and the drivers agree (`hostile`).
//! 5. Dates resolve to the days people mean (`dates`).
//! 6. Sentences, stored trees and refusals are as documented (`uses`).

mod dates;
mod faults;
mod hostile;
mod reading;
mod uses;

use super::{Content, Node};

/// A tree in a short notation for tables: `and(words[…] field market[…])`.
fn short(node: &Node) -> String {
    let list = |children: &[Node]| children.iter().map(short).collect::<Vec<_>>().join(" ");
    match node {
        Node::Any => "any".to_owned(),
        Node::Words { text, .. } => format!("[{text}]"),
        Node::Phrase {
            text, slop: None, ..
        } => format!("phrase[{text}]"),
        Node::Phrase {
            text,
            slop: Some(slop),
            ..
        } => format!("phrase~{slop}[{text}]"),
        Node::Prefix { text, .. } => format!("prefix[{text}]"),
        Node::Field { field, values, .. } => {
            let values: Vec<String> = values.iter().map(|value| content(&value.content)).collect();
            format!("{field}={}", values.join("|"))
        }
        Node::Not(child) => format!("not({})", short(child)),
        Node::And(children) => format!("and({})", list(children)),
        Node::Or(children) => format!("or({})", list(children)),
    }
}

fn content(content: &Content) -> String {
    match content {
        Content::Any => "any".to_owned(),
        Content::Text(text) => text.clone(),
        Content::Phrase { text, .. } => format!("phrase[{text}]"),
        Content::Prefix(text) => format!("prefix[{text}]"),
        Content::Status(status) => status.to_string(),
        Content::Kind(kind) => kind.to_string(),
        Content::Dates(dates) => dates.to_string(),
    }
}
