//! Pages joined to one text, without what stands on every page.

use std::collections::HashMap;

/// Pages from which on a line that repeats is a running header.
const FEWEST_PAGES: usize = 3;

/// Joins pages and tells how many lines were dropped: page numbers, and first or last lines of at least half the pages.
pub(super) fn join(pages: &[&str]) -> (String, usize) {
    let divided: Vec<Vec<&str>> = pages.iter().map(|page| lines(page)).collect();
    let mut repeated: HashMap<String, usize> = HashMap::new();
    for lines in &divided {
        let edges = lines
            .first()
            .into_iter()
            .chain(lines.last().filter(|_| lines.len() > 1));
        for line in edges {
            *repeated.entry(without_digits(line)).or_default() += 1;
        }
    }
    let is_running = |line: &str| {
        let seen = repeated.get(&without_digits(line)).copied().unwrap_or(0);
        is_page_number(line) || (pages.len() >= FEWEST_PAGES && seen * 2 >= pages.len())
    };
    let mut dropped = 0;
    let mut text = String::new();
    for lines in &divided {
        let mut rest = lines.as_slice();
        // A header may have two lines and a page number under it.
        while let Some((_, after)) = rest.split_first().filter(|(line, _)| is_running(line)) {
            rest = after;
            dropped += 1;
        }
        while let Some((_, before)) = rest.split_last().filter(|(line, _)| is_running(line)) {
            rest = before;
            dropped += 1;
        }
        for line in rest {
            text.push_str(line);
            text.push('\n');
        }
    }
    (text, dropped)
}

fn lines(page: &str) -> Vec<&str> {
    let lines = page.lines().map(str::trim);
    lines.filter(|line| !line.is_empty()).collect()
}

/// The header `GB/T 1.1—2020 第 3 页` repeats but for its page. The digits of a clause number differ from page to page
/// as well, but its words do too.
fn without_digits(line: &str) -> String {
    line.chars()
        .filter(|letter| !letter.is_ascii_digit())
        .collect()
}

/// `12`, `- 12 -`, `xii`, `第 3 页 共 9 页`, `Page 3 of 9`.
fn is_page_number(line: &str) -> bool {
    let lower = line.to_lowercase();
    let core =
        lower.trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '—' | '–' | '·'));
    let roman = core.len() <= 6 && core.chars().all(|c| matches!(c, 'i' | 'v' | 'x' | 'l'));
    let digits = core.len() <= 4 && core.chars().all(|c| c.is_ascii_digit());
    let worded = core.chars().count() <= 24
        && (core.starts_with("page ") || (core.starts_with('第') && core.contains('页')))
        && core.contains(|c: char| c.is_ascii_digit());
    !core.is_empty() && (roman || digits || worded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn running_headers_and_page_numbers_are_dropped() {
        let pages = [
            "GB/T 1234—2020\n4 要求\n铅不应大于90 mg/kg。\n2",
            "GB/T 1234—2020\n5 试验\n按附录A。\n3",
            "GB/T 1234—2020\n6 检验\n5\n4",
        ];
        let (text, dropped) = join(&pages);
        assert_eq!(
            text,
            "4 要求\n铅不应大于90 mg/kg。\n5 试验\n按附录A。\n6 检验\n"
        );
        assert_eq!(dropped, 7);
    }

    #[test]
    fn two_pages_are_too_few_to_call_a_line_running() {
        let (text, dropped) = join(&["范围\n一", "范围\n二"]);
        assert_eq!((text.lines().count(), dropped), (4, 0));
    }
}
