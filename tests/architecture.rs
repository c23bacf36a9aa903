//! The house as drawn: who may use whom, which crate is named where, how long a file may be.
//!
//! 1. A module uses only the modules its row in the table of doors names.
//! 2. A heavy crate is named by one module.
//! 3. A file over 400 lines without its tests gives the reason in its header (a table is one).
//! 4. The table of doors in ARCHITECTURE.md is this one.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The doors: a module, and the modules and packages it may use.
const DOORS: &[(&str, &[&str])] = &[
    ("clock", &[]),
    ("text", &[]),
    ("number", &[]),
    ("extract", &["text", "indexers"]),
    ("secrets", &[]),
    ("accounts", &["storage", "clock", "secrets"]),
    ("keys", &["storage", "clock", "secrets"]),
    ("telemetry", &[]),
    ("config", &[]),
    ("replay", &[]),
    ("terms", &["text", "corpora"]),
    ("model", &["number", "text", "indexers"]),
    ("compare", &["model", "number", "text", "terms"]),
    ("storage", &["model", "number", "clock", "indexers"]),
    (
        "index",
        &[
            "storage", "model", "number", "text", "terms", "clock", "corpora",
        ],
    ),
    (
        "search",
        &[
            "index", "storage", "model", "number", "text", "terms", "clock", "corpora", "indexers",
        ],
    ),
    (
        "ingest",
        &[
            "storage", "model", "number", "text", "clock", "indexers", "corpora",
        ],
    ),
    ("notice", &["model", "corpora"]),
    ("texts", &["extract", "storage", "model", "clock"]),
    ("upload", &[]),
    ("validity", &["search", "storage", "model", "number"]),
    ("backup", &["storage", "index", "clock"]),
    (
        "gap",
        &["storage", "search", "compare", "model", "text", "corpora"],
    ),
    (
        "dossier",
        &["gap", "search", "storage", "compare", "model", "corpora"],
    ),
    (
        "export",
        &[
            "dossier", "gap", "search", "compare", "model", "number", "text", "corpora", "validity",
        ],
    ),
    (
        "alerts",
        &[
            "search", "storage", "model", "number", "text", "terms", "clock", "corpora", "config",
            "secrets",
        ],
    ),
    (
        "jobs",
        &[
            "app", "ingest", "index", "search", "storage", "clock", "indexers", "corpora",
            "config", "alerts",
        ],
    ),
    (
        "app",
        &[
            "ingest", "index", "search", "storage", "clock", "terms", "config", "alerts",
            "validity", "accounts", "keys",
        ],
    ),
    (
        "api",
        &[
            "app", "search", "compare", "gap", "dossier", "model", "index", "storage", "export",
            "alerts", "validity", "texts", "extract", "upload", "keys", "config", "jobs", "clock",
        ],
    ),
    (
        "web",
        &[
            "app", "search", "compare", "gap", "dossier", "model", "export", "number", "storage",
            "corpora", "indexers", "text", "notice", "alerts", "validity", "texts", "extract",
            "upload", "api", "accounts", "keys", "jobs", "backup",
        ],
    ),
    ("server", &["app", "api", "web"]),
    (
        "cli",
        &[
            "app", "jobs", "search", "gap", "dossier", "export", "model", "storage", "index",
            "server", "compare", "text", "indexers", "number", "terms", "notice", "config",
            "replay", "clock", "backup", "alerts", "validity", "texts", "extract", "accounts",
            "keys",
        ],
    ),
    ("lib", &[]),
    ("main", &["cli", "telemetry", "duibiao"]),
];

/// Crates that one module names, and nobody else.
const HEAVY: &[(&str, &[&str])] = &[
    ("tantivy", &["index", "search"]),
    ("jieba_rs", &["index"]),
    ("sqlx", &["storage"]),
    ("axum", &["web", "api", "server", "replay", "upload"]),
    ("figment", &["config"]),
    ("tower_http", &["server"]),
    ("askama", &["web", "alerts"]),
    ("lettre", &["alerts"]),
    ("pulldown_cmark", &["web"]),
    ("clap", &["cli", "main"]),
    ("similar", &["compare"]),
    ("rust_xlsxwriter", &["export"]),
    ("docx_rs", &["export"]),
    ("scraper", &["extract"]),
    ("quick_xml", &["extract", "alerts"]),
    ("metrics_exporter_prometheus", &["api"]),
    ("utoipa", &["api"]),
    ("governor", &["api"]),
    ("argon2", &["accounts"]),
];

/// Lines of a file without its tests; a longer one needs a reason in its header.
const LONGEST_FILE: usize = 400;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs_err::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// The module a file below `src` belongs to.
fn module_of(path: &Path) -> String {
    let inside = path.strip_prefix(root().join("src")).unwrap();
    let first = inside
        .components()
        .next()
        .unwrap()
        .as_os_str()
        .to_string_lossy()
        .into_owned();
    first.trim_end_matches(".rs").to_owned()
}

/// Code without comments and without its unit tests: tests may reach further.
fn code_of(path: &Path) -> String {
    let text = fs_err::read_to_string(path).unwrap();
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    code.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// The names that follow `crate::` in code, also inside braces.
fn used_modules(code: &str) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        let before = code[..at].chars().next_back();
        if before.is_some_and(|character| character.is_alphanumeric() || character == '_') {
            continue;
        }
        let rest = &code[at + "crate::".len()..];
        let names: Vec<&str> = match rest.strip_prefix('{') {
            Some(list) => list.split('}').next().unwrap().split(',').collect(),
            None => vec![rest],
        };
        for name in names {
            let name: String = name
                .trim()
                .chars()
                .take_while(|character| character.is_alphanumeric() || *character == '_')
                .collect();
            used.insert(name);
        }
    }
    used
}

fn names_crate(code: &str, name: &str) -> bool {
    [format!("{name}::"), format!("use {name};")]
        .iter()
        .any(|form| {
            code.match_indices(form.as_str()).any(|(at, _)| {
                let before = code[..at].chars().next_back();
                !before.is_some_and(|character| {
                    character.is_alphanumeric() || matches!(character, '_' | ':')
                })
            })
        })
}

#[test]
fn every_module_keeps_to_its_doors() {
    let doors: BTreeMap<&str, &[&str]> = DOORS.iter().copied().collect();
    let mut broken = Vec::new();
    for path in sources(&root().join("src")) {
        let module = module_of(&path);
        if path.components().any(|part| part.as_os_str() == "tests.rs") {
            continue;
        }
        let code = code_of(&path);
        let Some(allowed) = doors.get(module.as_str()) else {
            broken.push(format!(
                "{}: module `{module}` has no row in the table of doors",
                path.display()
            ));
            continue;
        };
        let mut used = used_modules(&code);
        used.extend(
            ["corpora", "indexers"]
                .into_iter()
                .filter(|name| names_crate(&code, name))
                .map(str::to_owned),
        );
        for name in used {
            let known = doors.contains_key(name.as_str())
                || matches!(name.as_str(), "corpora" | "indexers");
            if known && name != module && !allowed.contains(&name.as_str()) {
                broken.push(format!(
                    "{}: `{module}` may not use `{name}`",
                    path.display()
                ));
            }
        }
    }
    assert!(
        broken.is_empty(),
        "doors that are not in the plan:\n{}",
        broken.join("\n")
    );
}

#[test]
fn a_heavy_crate_is_named_in_one_place() {
    let mut broken = Vec::new();
    for path in sources(&root().join("src")) {
        let (module, code) = (module_of(&path), code_of(&path));
        for (name, places) in HEAVY {
            if names_crate(&code, name) && !places.contains(&module.as_str()) {
                broken.push(format!(
                    "{}: `{name}` belongs to {places:?}",
                    path.display()
                ));
            }
        }
        let engine = path.components().any(|part| part.as_os_str() == "local");
        if module == "search" && !engine && names_crate(&code, "tantivy") {
            broken.push(format!(
                "{}: only the local engine may name tantivy",
                path.display()
            ));
        }
    }
    assert!(
        broken.is_empty(),
        "crates out of their rooms:\n{}",
        broken.join("\n")
    );
}

/// What axum refuses by itself it refuses in plain text; the interface answers in one form.
#[test]
fn the_interface_reads_requests_through_its_own_extractors() {
    let mut broken = Vec::new();
    for path in sources(&root().join("src/api")) {
        if path.ends_with("api/extract.rs") {
            continue;
        }
        let code = code_of(&path);
        let named: Vec<&str> = code
            .lines()
            .filter(|line| line.trim_start().starts_with("use axum::extract::"))
            .flat_map(|line| line.split(['{', '}', ',', ';', ':', ' ']))
            .filter(|name| matches!(*name, "Path" | "Query" | "Form"))
            .collect();
        if !named.is_empty() {
            broken.push(format!("{}: axum's own {named:?}", path.display()));
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn a_long_file_says_why() {
    let mut long = Vec::new();
    for package in ["src", "indexers/src", "corpora/src"] {
        for path in sources(&root().join(package)) {
            let text = fs_err::read_to_string(&path).unwrap();
            let lines = text
                .split("#[cfg(test)]\nmod tests {")
                .next()
                .unwrap()
                .lines()
                .count();
            let header: String = text
                .lines()
                .take_while(|line| line.starts_with("//!"))
                .collect::<Vec<_>>()
                .join(" ")
                .to_lowercase();
            let reason = ["table", "longer than", "one grammar"]
                .iter()
                .any(|word| header.contains(word));
            let tests = path.file_name().is_some_and(|name| name == "tests.rs");
            if lines > LONGEST_FILE && !reason && !tests {
                long.push(format!("{} has {lines} lines", path.display()));
            }
        }
    }
    assert!(
        long.is_empty(),
        "divide, or say in the header why not:\n{}",
        long.join("\n")
    );
}

#[test]
fn the_plan_in_the_book_is_the_plan_that_is_kept() {
    let book = fs_err::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    for (module, allowed) in DOORS.iter().copied() {
        if matches!(module, "lib" | "main") {
            continue;
        }
        let allowed = if allowed.is_empty() {
            "nothing of ours".to_owned()
        } else {
            allowed.join(", ")
        };
        let row = format!("| `{module}` | {allowed} |");
        assert!(book.contains(&row), "ARCHITECTURE.md lacks the row {row}");
    }
}
