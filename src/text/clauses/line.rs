//! What a single line looks like: heading, table, caption, note, list item, title.

use super::clause::PartKind;
use super::label;
use super::provision::Provision;

/// The depth of a Markdown or `AsciiDoc` heading, and the line without its marks.
pub(super) fn markup(line: &str) -> (usize, &str) {
    for mark in ['#', '='] {
        let depth = line.chars().take_while(|c| *c == mark).count();
        if (1..=6).contains(&depth) && line[depth..].starts_with([' ', '\t']) {
            return (depth, line[depth..].trim_start());
        }
    }
    let bold = line
        .strip_prefix("**")
        .and_then(|rest| rest.strip_suffix("**"));
    match bold {
        Some(inner) if label::at_start(inner).is_some() => {
            (0, line.strip_prefix("**").unwrap_or(line))
        }
        _ => (0, line),
    }
}

pub(super) fn is_table(line: &str) -> bool {
    line.starts_with('|')
        || line.contains('\t') && line.matches('\t').count() >= 2
        || line.starts_with("<table")
        || line.starts_with("<tr")
        || line.starts_with("<td")
        || line.starts_with("</t")
        || line.starts_with("<th")
}

/// `表 1 …`, `Table 2 — …`
pub(super) fn is_caption(line: &str) -> bool {
    let rest = line
        .strip_prefix('表')
        .or_else(|| line.strip_prefix("Table "))
        .or_else(|| line.strip_prefix("TABLE "));
    let numbered = rest.is_some_and(|rest| {
        rest.trim_start()
            .starts_with(|c: char| c.is_ascii_digit() || c.is_ascii_uppercase())
    });
    numbered && !line.ends_with(['。', '.']) && line.chars().count() <= 80
}

/// Notes and examples.
pub(super) fn aside(line: &str) -> Option<PartKind> {
    const MARKS: &[(&str, PartKind)] = &[
        ("注：", PartKind::Note),
        ("注:", PartKind::Note),
        ("注 ", PartKind::Note),
        ("NOTE", PartKind::Note),
        ("Note ", PartKind::Note),
        ("Note:", PartKind::Note),
        ("NOTE:", PartKind::Note),
        ("示例", PartKind::Example),
        ("EXAMPLE", PartKind::Example),
        ("Example:", PartKind::Example),
        ("Example ", PartKind::Example),
        ("例：", PartKind::Example),
        ("備考", PartKind::Note),
        ("Примечание", PartKind::Note),
    ];
    let known = MARKS
        .iter()
        .find(|(mark, _)| line.starts_with(mark))
        .map(|(_, kind)| *kind);
    let numbered = line
        .strip_prefix('注')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    known.or(numbered.then_some(PartKind::Note))
}

/// `a) …`, `1) …`, `—— …`, `- …`, `(1) …`, `① …`, `（一） …`
pub(super) fn is_item(line: &str) -> bool {
    let first = line.chars().next().unwrap_or(' ');
    if matches!(first, '—' | '•' | '·' | '●' | '–')
        || ('①'..='⑳').contains(&first)
        || line.starts_with("- ")
        || line.starts_with("* ")
    {
        return true;
    }
    let body = line.strip_prefix(['(', '（']).unwrap_or(line);
    let label: usize = body
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || "一二三四五六七八九十".contains(*c))
        .map(char::len_utf8)
        .sum();
    (1..=9).contains(&label) && body[label..].starts_with([')', '）'])
}

/// A short line without a full stop or a modal verb.
pub(super) fn is_title(rest: &str) -> bool {
    let sentence = rest.ends_with(['。', '；', '，', ';', ',']) || rest.contains('。');
    let quantity = starts_with_unit(rest) || rest.starts_with(|c: char| c.is_ascii_digit());
    !sentence && !quantity && rest.chars().count() <= 60
}

pub(super) fn starts_with_unit(rest: &str) -> bool {
    const UNITS: &[&str] = &[
        "mm", "cm", "kg", "mg", "min", "MPa", "kPa", "kN", "kV", "mA", "Hz", "ppm", "g/", "N ",
        "V ", "A ", "W ", "h ", "s ", "℃", "%", "个", "次", "倍", "年", "级", "天", "小时",
    ];
    UNITS.iter().any(|unit| rest.starts_with(unit))
}

/// How much of what follows a label is its title.
pub(super) fn title_length(content: &str, is_heading: bool) -> usize {
    if is_heading {
        return content.len();
    }
    if let Some(at) = content.find(". ") {
        let head = &content[..at];
        if head.chars().count() <= 60 && Provision::of(head) == Provision::Statement {
            return at;
        }
    }
    for gap in ['　', '\t'] {
        if let Some(at) = content.find(gap)
            && content[..at].chars().count() <= 30
            && !content[..at].contains(['，', '。'])
        {
            return at;
        }
    }
    let sentence = content.ends_with(['。', '；', '：', ':', ';', '.', ',', '，']);
    let long = content.chars().count() > 80;
    if sentence || long || content.contains(['。', '，']) {
        0
    } else {
        content.len()
    }
}
