# `just` lists the recipes.
default:
    @just --list

# Formats, lints, documents: what CI checks before it tests.
check:
    cargo fmt --all --check
    cargo clippy --workspace --all-targets --locked -- -D warnings
    RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps --locked --document-private-items

# Runs every test.
test:
    cargo test --workspace --locked

# Walks through the pages in a real browser (needs Chromium, Node.js and npm); pictures go to `shots`.
browser shots="":
    cargo build --bin duibiao
    cd tests/browser && npm ci --silent && DUIBIAO_BIN=../../target/debug/duibiao DUIBIAO_SHOTS={{ shots }} npm test --silent

# Reviews changed snapshots (needs cargo-insta).
snap:
    cargo insta review

# Runs the benches; `just bench number` runs one.
bench name="":
    cargo bench {{ if name != "" { "--bench " + name } else { "" } }}

# Fuzzes a target (needs cargo-fuzz).
fuzz target:
    cd tests/fuzz && RUSTC_BOOTSTRAP=1 cargo fuzz run {{ target }} ../../corpora/fuzz/{{ target }}

# Checks licences, bans and sources (needs cargo-deny).
deny:
    cargo deny --offline check bans licenses sources

# Loads the carried corpus and serves it.
demo:
    cargo run --release -- serve
