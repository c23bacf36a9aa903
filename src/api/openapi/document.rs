//! The document, built from the tables.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::{Value, json};
use utoipa::openapi::extensions::ExtensionsBuilder;
use utoipa::openapi::path::{
    OperationBuilder, ParameterBuilder, ParameterIn, ParameterStyle, PathsBuilder,
};
use utoipa::openapi::request_body::RequestBodyBuilder;
use utoipa::openapi::schema::{
    ArrayBuilder, ComponentsBuilder, KnownFormat, ObjectBuilder, SchemaFormat, Type,
};
use utoipa::openapi::security::{
    ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme,
};
use utoipa::openapi::tag::TagBuilder;
use utoipa::openapi::{
    ContentBuilder, InfoBuilder, OpenApi, OpenApiBuilder, PathItem, Ref, RefOr, Required,
    ResponseBuilder, Schema,
};
use utoipa::{PartialSchema, ToSchema};

use super::schemas::{CheckFields, ErrorAnswer};
use super::{Answer, Body, OPERATIONS, Operation, Parameter, Place, Shape, TAGS};
use crate::api::Code;
use crate::api::limits::HEADERS;
use crate::keys::Scope;

const JSON: &str = "application/json";

/// What stands above everything.
const LEAD: &str = "对标 Duibiao: search and comparison of international, foreign and Chinese standards. \
    Errors are `{\"error\":{\"code\",\"message\",\"hint\"}}`; shapes only grow. Lists are paged by `cursor`: \
    go on with the `next` of the answer before.";

/// The errors that any operation under `/api` may answer with.
const COMMON: [Code; 6] = [
    Code::BadRequest,
    Code::TooLarge,
    Code::NoKey,
    Code::Forbidden,
    Code::TooManyRequests,
    Code::Internal,
];

/// Returns the description of the interface as an OpenAPI document.
pub fn document() -> &'static OpenApi {
    static DOCUMENT: LazyLock<OpenApi> = LazyLock::new(build);
    &DOCUMENT
}

fn build() -> OpenApi {
    let mut schemas = BTreeMap::new();
    gather::<ErrorAnswer>(&mut schemas);
    gather::<CheckFields>(&mut schemas);
    let mut paths = PathsBuilder::new();
    for operation in OPERATIONS.iter() {
        let bodies = operation.body.iter().filter(|body| body.media == JSON);
        let bodies = bodies.map(|body| body.schema);
        let answers = operation.answers.iter().filter_map(|answer| answer.schema);
        let all = bodies.chain(answers);
        for described in all.map(|schema| schema()) {
            schemas.insert(described.name, described.schema);
            schemas.extend(described.inner);
        }
        let item = PathItem::new(operation.method.clone(), described(operation));
        paths = paths.path(operation.path, item);
    }
    let components = ComponentsBuilder::new()
        .schemas_from_iter(schemas)
        .security_scheme("bearer", bearer())
        .security_scheme("key", header_key());
    let tags = TAGS.iter().map(|(name, zh, en)| {
        TagBuilder::new()
            .name(*name)
            .description(Some(format!("{en} / {zh}")))
            .build()
    });
    OpenApiBuilder::new()
        .info(
            InfoBuilder::new()
                .title("Duibiao")
                .version("1")
                .description(Some(LEAD))
                .build(),
        )
        .paths(paths)
        .components(Some(components.build()))
        .tags(Some(tags.collect::<Vec<_>>()))
        .build()
}

fn gather<T: ToSchema + PartialSchema>(into: &mut BTreeMap<String, RefOr<Schema>>) {
    into.insert(T::name().into_owned(), T::schema());
    let mut inner = Vec::new();
    T::schemas(&mut inner);
    into.extend(inner);
}

fn bearer() -> SecurityScheme {
    let scheme = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .description(Some(
            "a key made by `duibiao keys create`, sent as `Authorization: Bearer …`",
        ));
    SecurityScheme::Http(scheme.build())
}

fn header_key() -> SecurityScheme {
    let value = ApiKeyValue::with_description("X-Api-Key", "the same key in a header of its own");
    SecurityScheme::ApiKey(ApiKey::Header(value))
}

fn described(operation: &Operation) -> OperationBuilder {
    let extensions = ExtensionsBuilder::new()
        .add("x-summary-zh", operation.zh)
        .build();
    let mut built = OperationBuilder::new()
        .operation_id(Some(operation.id))
        .tag(operation.tag)
        .summary(Some(operation.en))
        .extensions(Some(extensions));
    for each in &operation.parameters {
        built = built.parameter(parameter(each));
    }
    if let Some(body) = &operation.body {
        built = built.request_body(Some(request(operation, body)));
    }
    for answer in &operation.answers {
        built = built.response(answer.status.to_string(), answered(operation, answer));
    }
    for (status, codes) in by_status(operation) {
        built = built.response(status.to_string(), failed(&codes));
    }
    let is_in_api = operation.path.starts_with("/api/v1/");
    match operation.scope {
        Some(scope) if is_in_api => {
            let names = [scope.code()];
            built = built
                .security(SecurityRequirement::new("bearer", names))
                .security(SecurityRequirement::new("key", names));
            if scope == Scope::Read {
                // An empty requirement says that nobody has to name himself (OpenAPI 3.1 §4.8.30).
                built = built.security(SecurityRequirement::default());
            }
            built
        }
        _ => built,
    }
}

fn parameter(parameter: &Parameter) -> ParameterBuilder {
    let (place, required) = match parameter.place {
        Place::Path => (ParameterIn::Path, Required::True),
        Place::Query => (ParameterIn::Query, Required::False),
        Place::Required => (ParameterIn::Query, Required::True),
    };
    let extensions = ExtensionsBuilder::new()
        .add("x-description-zh", parameter.zh)
        .build();
    let mut built = ParameterBuilder::new()
        .name(parameter.name)
        .parameter_in(place)
        .required(required)
        .description(Some(parameter.en))
        .schema(Some(shape(parameter.shape)))
        .extensions(Some(extensions));
    if matches!(parameter.shape, Shape::List | Shape::Words(_)) {
        built = built.style(Some(ParameterStyle::Form)).explode(Some(true));
    }
    if !parameter.example.is_empty() {
        built = built.example(Some(example(parameter)));
    }
    built
}

fn example(parameter: &Parameter) -> Value {
    let text = parameter.example;
    match parameter.shape {
        Shape::Number(..) => text
            .parse::<u64>()
            .map_or_else(|_| json!(text), |n| json!(n)),
        Shape::List | Shape::Words(_) => json!([text]),
        _ => json!(text),
    }
}

/// A day, month or year.
const DAY: &str = "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$";

fn shape(shape: Shape) -> RefOr<Schema> {
    let text = || ObjectBuilder::new().schema_type(Type::String);
    let words = |words: &'static [&'static str]| text().enum_values(Some(words.iter().copied()));
    match shape {
        Shape::Text => text().into(),
        Shape::Number(least, most) => ObjectBuilder::new()
            .schema_type(Type::Integer)
            .minimum(Some(least))
            .maximum(Some(most))
            .into(),
        Shape::Day => text().pattern(Some(DAY)).into(),
        Shape::Date => text()
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Date)))
            .into(),
        Shape::Word(list) => words(list).into(),
        Shape::List => ArrayBuilder::new().items(text()).into(),
        Shape::Words(list) => ArrayBuilder::new().items(words(list)).into(),
    }
}

fn request(operation: &Operation, body: &Body) -> utoipa::openapi::request_body::RequestBody {
    let content = |schema: RefOr<Schema>| {
        let mut content = ContentBuilder::new().schema(Some(schema));
        if let Ok(example) = serde_json::from_str(body.example) {
            content = content.example(Some(example));
        }
        content.build()
    };
    let described = (body.schema)();
    let sent = if body.media == JSON {
        content(Ref::from_schema_name(described.name).into())
    } else {
        content(described.schema)
    };
    let mut built = RequestBodyBuilder::new()
        .required(Some(Required::True))
        .content(body.media, sent);
    if operation.id == "check" {
        let fields = Ref::from_schema_name(CheckFields::name());
        let form = ContentBuilder::new().schema(Some(fields)).build();
        built = built.content("multipart/form-data", form);
    }
    built.build()
}

fn answered(operation: &Operation, answer: &Answer) -> ResponseBuilder {
    let mut built = ResponseBuilder::new().description(answer.en);
    for media in answer.media {
        let mut content = ContentBuilder::new();
        if let Some(schema) = answer.schema.filter(|_| *media == JSON) {
            content = content.schema(Some(Ref::from_schema_name(schema().name)));
        }
        built = built.content(*media, content.build());
    }
    if operation.path.starts_with("/api/v1/") && operation.scope.is_some() {
        for (name, meaning) in HEADERS {
            let mut header = utoipa::openapi::Header::default();
            header.description = Some(meaning.to_owned());
            built = built.header(name, header);
        }
    }
    built
}

/// The errors of an operation, its own and the common ones, by status.
fn by_status(operation: &Operation) -> BTreeMap<u16, Vec<Code>> {
    let common: &[Code] = if operation.scope.is_some() {
        &COMMON
    } else {
        &[Code::Internal]
    };
    let mut found: BTreeMap<u16, Vec<Code>> = BTreeMap::new();
    for code in operation.codes.iter().chain(common) {
        let codes = found.entry(code.row().2.as_u16()).or_default();
        if !codes.contains(code) {
            codes.push(*code);
        }
    }
    found
}

/// An error answer with an example for each code.
fn failed(codes: &[Code]) -> ResponseBuilder {
    let meanings: Vec<&str> = codes.iter().map(|code| code.row().3).collect();
    let examples = codes.iter().map(|code| {
        let (_, word, _, message, hint) = *code.row();
        let value = json!({"error": {"code": word, "message": message, "hint": hint}});
        let example = utoipa::openapi::example::ExampleBuilder::new()
            .summary(message)
            .value(Some(value))
            .build();
        (word, RefOr::T(example))
    });
    let content = ContentBuilder::new()
        .schema(Some(Ref::from_schema_name(ErrorAnswer::name())))
        .examples_from_iter(examples);
    ResponseBuilder::new()
        .description(meanings.join("; or "))
        .content(JSON, content.build())
}
