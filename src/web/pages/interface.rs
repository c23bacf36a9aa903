//! The interface for programs, explained from the tables it is made of; the page needs no network and no script.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

use crate::api::CODES;
use crate::api::openapi::{OPERATIONS, Operation, Parameter, Place, Shape, TAGS};
use crate::model::Language;
use crate::web::frame::Frame;
use crate::web::page::page;
use crate::web::reader::Reader;
use crate::web::words::InterfaceWords;

/// A parameter as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct ParameterView {
    pub(in crate::web) name: &'static str,
    pub(in crate::web) is_required: bool,
    pub(in crate::web) value: String,
    pub(in crate::web) meaning: &'static str,
    pub(in crate::web) example: &'static str,
}

/// An operation as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct OperationView {
    pub(in crate::web) id: &'static str,
    pub(in crate::web) method: &'static str,
    pub(in crate::web) path: &'static str,
    pub(in crate::web) meaning: &'static str,
    pub(in crate::web) scope: Option<&'static str>,
    pub(in crate::web) parameters: Vec<ParameterView>,
    pub(in crate::web) body: &'static str,
    pub(in crate::web) example: Option<String>,
}

/// A group of operations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct GroupView {
    pub(in crate::web) id: &'static str,
    pub(in crate::web) title: &'static str,
    pub(in crate::web) operations: Vec<OperationView>,
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "interface.html")]
pub(in crate::web) struct InterfacePage {
    pub(in crate::web) frame: Frame,
    pub(in crate::web) interface: &'static InterfaceWords,
    pub(in crate::web) groups: Vec<GroupView>,
    pub(in crate::web) codes: Vec<(&'static str, u16, &'static str)>,
}

/// Answers `/{language}/api`.
pub(in crate::web) async fn show(reader: Reader) -> Response {
    page(StatusCode::OK, &InterfacePage::of(&reader))
}

impl InterfacePage {
    /// Makes the page.
    pub(in crate::web) fn of(reader: &Reader) -> Self {
        let language = reader.language;
        let interface = InterfaceWords::of(language);
        let groups = TAGS.map(|(tag, zh, en)| GroupView {
            id: tag,
            title: language.pick(zh, en),
            operations: OPERATIONS
                .iter()
                .filter(|operation| operation.tag == tag)
                .map(|operation| shown(operation, language))
                .collect(),
        });
        let codes = CODES.iter().map(|row| {
            let zh = InterfaceWords::code(row.1).unwrap_or(row.3);
            (row.1, row.2.as_u16(), language.pick(zh, row.3))
        });
        Self {
            frame: Frame::new(reader, interface.title),
            interface,
            groups: groups.to_vec(),
            codes: codes.collect(),
        }
    }
}

fn shown(operation: &Operation, language: Language) -> OperationView {
    let parameters = operation.parameters.iter().map(|parameter| ParameterView {
        name: parameter.name,
        is_required: parameter.place != Place::Query,
        value: value(parameter.shape),
        meaning: language.pick(parameter.zh, parameter.en),
        example: parameter.example,
    });
    OperationView {
        id: operation.id,
        method: operation.method_name(),
        path: operation.path,
        meaning: language.pick(operation.zh, operation.en),
        scope: operation.scope.map(crate::keys::Scope::code),
        parameters: parameters.collect(),
        body: operation.body.map_or("", |body| body.example),
        example: example(operation),
    }
}

/// What a value looks like, in signs that need no translation.
fn value(shape: Shape) -> String {
    match shape {
        Shape::Text => "…".to_owned(),
        Shape::Number(least, u32::MAX) => format!("{least}…"),
        Shape::Number(least, most) => format!("{least}–{most}"),
        Shape::Day => "2020 | 2020-05 | 2020-05-31".to_owned(),
        Shape::Date => "2020-05-31".to_owned(),
        Shape::List => "…,…".to_owned(),
        Shape::Word(words) => words.join(" | "),
        Shape::Words(words) => words.join(", "),
    }
}

/// An address that answers with the carried corpus, for operations that only ask.
fn example(operation: &Operation) -> Option<String> {
    let is_open = operation.method_name() == "GET" && operation.id != "unresolved";
    let is_tried = |parameter: &&Parameter| {
        parameter.place != Place::Path
            && matches!(parameter.name, "q" | "a" | "b" | "product" | "market")
    };
    if !is_open || operation.path.contains("{token}") {
        return None;
    }
    let mut path = operation.path.to_owned();
    for parameter in operation
        .parameters
        .iter()
        .filter(|one| one.place == Place::Path)
    {
        path = path.replace(&format!("{{{}}}", parameter.name), parameter.example);
    }
    let mut query = form_urlencoded::Serializer::new(String::new());
    for parameter in operation.parameters.iter().filter(is_tried) {
        if !parameter.example.is_empty() && operation.id != "search" || parameter.name == "q" {
            query.append_pair(parameter.name, parameter.example);
        }
    }
    let query = query.finish();
    let mark = if query.is_empty() { "" } else { "?" };
    Some(format!("{path}{mark}{query}"))
}
