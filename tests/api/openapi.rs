//! The description of the interface.
//!
//! 1. Every route of the router stands in it with its methods, and nothing else does.
//! 2. Real answers fit the shapes it gives.
//! 3. The document is a snapshot: a change of it is looked at.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use duibiao::api::{CODES, openapi, routes};
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::support::{House, post};

fn document() -> Value {
    serde_json::to_value(openapi::document()).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_route_is_described_and_every_description_has_its_route() {
    let house = House::empty().await;
    let router = duibiao::server::router(Arc::clone(&house.app));
    let document = document();
    let paths = document["paths"].as_object().unwrap();
    let of_router: BTreeSet<&str> = routes().into_iter().map(|(path, _)| path).collect();
    let described: BTreeSet<&str> = paths.keys().map(String::as_str).collect();
    assert_eq!(of_router, described);
    for (path, item) in paths {
        let asked = path
            .replace("{id}", "1")
            .replace("{token}", "t")
            .replace("{number}", "n");
        let request = Request::put(&asked).body(Body::empty()).unwrap();
        let response = router.clone().oneshot(request).await.unwrap();
        assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED, "{path}");
        let allowed = response.headers()[header::ALLOW].to_str().unwrap();
        let allowed: BTreeSet<String> = allowed
            .split(',')
            .map(|method| method.trim().to_lowercase())
            .filter(|method| method != "head")
            .collect();
        let methods: BTreeSet<String> = item.as_object().unwrap().keys().cloned().collect();
        assert_eq!(allowed, methods, "{path}");
    }
}

#[test]
fn every_reference_leads_to_a_schema_and_every_code_is_told() {
    fn references(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(map) => {
                if let Some(Value::String(target)) = map.get("$ref") {
                    found.insert(target.clone());
                }
                map.values().for_each(|value| references(value, found));
            }
            Value::Array(list) => list.iter().for_each(|value| references(value, found)),
            _ => {}
        }
    }
    let document = document();
    let mut found = BTreeSet::new();
    references(&document, &mut found);
    assert!(found.len() > 20);
    for target in found {
        let pointer = target.trim_start_matches('#');
        assert!(document.pointer(pointer).is_some(), "{target}");
    }
    let text = document.to_string();
    // Addresses and methods that are none are not described, so their codes stand in no operation.
    for row in CODES
        .iter()
        .filter(|row| !["no_such_address", "bad_method"].contains(&row.1))
    {
        assert!(
            text.contains(&format!("\"{}\"", row.1)),
            "no operation tells `{}`",
            row.1
        );
    }
    assert_eq!(document["openapi"], "3.1.0");
}

/// What of a value does not fit a schema: its place and why.
fn misfits(document: &Value, schema: &Value, value: &Value, place: &str, found: &mut Vec<String>) {
    if let Some(target) = schema["$ref"].as_str() {
        let schema = document.pointer(target.trim_start_matches('#')).unwrap();
        return misfits(document, schema, value, place, found);
    }
    if let Some(choices) = schema["oneOf"].as_array() {
        let fits = choices.iter().any(|choice| {
            let mut inner = Vec::new();
            misfits(document, choice, value, place, &mut inner);
            inner.is_empty()
        });
        if !fits {
            found.push(format!("{place}: no choice fits {value}"));
        }
        return;
    }
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let is = |word: &Value| word == kind || (word == "number" && kind == "integer");
    let fits = match &schema["type"] {
        Value::Null => true,
        Value::Array(words) => words.iter().any(is),
        word => is(word),
    };
    if !fits {
        found.push(format!(
            "{place}: expected {}, found {kind}",
            schema["type"]
        ));
        return;
    }
    if let (Some(items), Value::Array(list)) = (schema.get("items"), value) {
        for item in list {
            misfits(document, items, item, &format!("{place}[]"), found);
        }
    }
    if let Value::Object(map) = value {
        for name in schema["required"].as_array().into_iter().flatten() {
            let name = name.as_str().unwrap();
            if !map.contains_key(name) {
                found.push(format!("{place}: `{name}` is missing"));
            }
        }
        for (name, value) in map {
            let inner = schema["properties"]
                .get(name)
                .or(schema.get("additionalProperties"));
            if let Some(inner) = inner.filter(|inner| inner.is_object()) {
                misfits(document, inner, value, &format!("{place}.{name}"), found);
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn real_answers_fit_their_shapes() {
    let house = House::furnished().await;
    let document = document();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let Some(asked) = example_of(path, operation) else {
                continue;
            };
            let (status, answer) = if method == "get" {
                super::get(&house, &asked).await
            } else {
                let body = &operation["requestBody"]["content"]["application/json"]["example"];
                post(&house, &asked, body).await
            };
            let described = &operation["responses"][status.as_str()];
            assert!(
                described.is_object(),
                "{method} {asked} answered {status}: {answer}"
            );
            let schema = &described["content"]["application/json"]["schema"];
            let mut found = Vec::new();
            misfits(
                &document,
                schema,
                &answer,
                operation["operationId"].as_str().unwrap(),
                &mut found,
            );
            assert!(found.is_empty(), "{method} {asked}: {found:#?}");
        }
    }
}

/// The address of an operation with the examples of its parameters; nothing where it needs a key or a link of a letter.
fn example_of(path: &str, operation: &Value) -> Option<String> {
    let needs_key = operation["security"]
        .as_array()
        .is_some_and(|list| !list.contains(&json!({})));
    if needs_key || path.contains("{token}") || path == "/metrics" {
        return None;
    }
    let mut path = path.to_owned();
    let mut query = Vec::new();
    for parameter in operation["parameters"].as_array().into_iter().flatten() {
        let name = parameter["name"].as_str().unwrap();
        let example = match &parameter["example"] {
            Value::Null => continue,
            Value::Array(list) => list[0].as_str().unwrap().to_owned(),
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        let written: String = form_urlencoded::byte_serialize(example.as_bytes()).collect();
        if parameter["in"] == "path" {
            path = path.replace(&format!("{{{name}}}"), &written);
        } else {
            query.push(format!("{name}={written}"));
        }
    }
    Some(format!("{path}?{}", query.join("&")))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_document_is_served_and_not_sent_twice() {
    let house = House::empty().await;
    let router = duibiao::server::router(Arc::clone(&house.app));
    let ask = |tag: Option<String>| {
        let mut request = Request::get("/api/v1/openapi.json");
        if let Some(tag) = tag {
            request = request.header(header::IF_NONE_MATCH, tag);
        }
        router.clone().oneshot(request.body(Body::empty()).unwrap())
    };
    let first = ask(None).await.unwrap();
    assert_eq!(first.status(), StatusCode::OK);
    let tag = first.headers()[header::ETAG].to_str().unwrap().to_owned();
    assert_eq!(
        ask(Some(tag)).await.unwrap().status(),
        StatusCode::NOT_MODIFIED
    );
}

#[test]
fn the_document_is_as_it_was_looked_at() {
    insta::with_settings!({sort_maps => true}, {
        insta::assert_json_snapshot!("openapi", document());
    });
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_for_people_explains_every_operation_in_both_languages() {
    let house = House::empty().await;
    let router = duibiao::server::router(Arc::clone(&house.app));
    for language in ["zh", "en"] {
        let request = Request::get(format!("/{language}/api"));
        let response = router
            .clone()
            .oneshot(request.body(Body::empty()).unwrap())
            .await
            .unwrap();
        assert_eq!(response.status(), StatusCode::OK);
        let bytes = axum::body::to_bytes(response.into_body(), 1 << 22)
            .await
            .unwrap();
        let page = String::from_utf8(bytes.to_vec()).unwrap();
        for operation in openapi::OPERATIONS.iter() {
            assert!(
                page.contains(&format!("id=\"{}\"", operation.id)),
                "{}",
                operation.id
            );
        }
        for row in &CODES {
            assert!(page.contains(row.1), "{}", row.1);
        }
        assert!(!page.contains("<script>") && !page.contains("style=\""));
    }
}
