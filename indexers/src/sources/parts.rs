//! Small parts that several sources share: addresses, days, lists of named things.

use std::collections::{BTreeMap, HashSet};

use serde_json::Value;
use url::form_urlencoded::Serializer;

/// Builds an address with a query.
pub(super) fn address(base: &str, query: &[(&str, &str)]) -> String {
    let mut address = Serializer::new(format!("{base}?"));
    for (name, value) in query {
        address.append_pair(name, value);
    }
    address.finish().replace("?&", "?")
}

/// Returns the day at the beginning of a date or instant (`2026-06-02T00:00:00`), where there is one.
pub(super) fn day(text: &str) -> Option<String> {
    let day = text.trim().get(..10)?;
    day.parse::<jiff::civil::Date>().ok()?;
    Some(day.to_owned())
}

/// Collects dates by role, leaving out those that are not there.
pub(super) fn dates<const N: usize>(
    roles: [(&str, Option<String>); N],
) -> BTreeMap<String, String> {
    roles
        .into_iter()
        .filter_map(|(role, date)| {
            let date = date?;
            Some((role.to_owned(), day(&date).unwrap_or(date)))
        })
        .collect()
}

/// Collects texts by language, leaving out those that are not there.
pub(super) fn texts<const N: usize>(
    languages: [(&str, Option<String>); N],
) -> BTreeMap<String, String> {
    languages
        .into_iter()
        .filter_map(|(language, text)| Some((language.to_owned(), text?)))
        .collect()
}

/// Returns the texts under `name` of a list of objects, each once, in order.
pub(super) fn named(items: &[Value], name: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut seen = HashSet::new();
    for text in items.iter().filter_map(|item| item.get(name)?.as_str()) {
        let text = text.trim();
        if !text.is_empty() && seen.insert(text) {
            names.push(text.to_owned());
        }
    }
    names
}

/// Returns the parts of a setting that lists things, separated by commas or blank lines.
pub(super) fn parts_of(setting: &str) -> impl Iterator<Item = &str> {
    setting
        .split([',', ';', '\n', '，', '；'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_written_with_its_query() {
        let written = address("https://a.example/b", &[("q", "a b"), ("x[]", "&")]);
        assert_eq!(written, "https://a.example/b?q=a+b&x%5B%5D=%26");
    }

    #[test]
    fn a_day_is_read_only_where_it_is_one() {
        assert_eq!(day("2026-06-02T00:00:00").as_deref(), Some("2026-06-02"));
        assert_eq!(day("2026-13-02"), None);
        assert_eq!(day("二〇二六年六月二日"), None);
    }
}
