//! Divides a text into tables and sentences.

use std::ops::Range;

use super::exclusion;

/// A stretch of text that is read as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    /// A sentence, by its bytes.
    Sentence(Range<usize>),
    /// A table.
    Table(TableBlock),
}

/// The lines of a table and the words above and below it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct TableBlock {
    /// The line above, when it is a caption.
    pub(super) caption: Option<Range<usize>>,
    /// Cells with their place, row by row.
    pub(super) rows: Vec<Vec<Range<usize>>>,
}

/// Divides a text; notes and examples are left out.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let lines = lines(text);
    let last_table = text.rfind("</table>");
    let mut blocks = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let line = &text[lines[at].clone()];
        if line.contains("<table")
            && last_table.is_some_and(|close| lines[at].start < close)
            && let Some((table, next)) = html_table(text, &lines, at)
        {
            let table = with_caption(text, &mut blocks, table);
            blocks.push(Block::Table(table));
            at = next;
            continue;
        }
        let count = lines[at..]
            .iter()
            .take_while(|line| cells(text, line).len() >= 2)
            .count();
        let delimited = count >= 2 || (count == 1 && line.trim_start().starts_with('|'));
        if delimited {
            let rows = lines[at..at + count]
                .iter()
                .map(|line| cells(text, line))
                .collect();
            let table = with_caption(
                text,
                &mut blocks,
                TableBlock {
                    caption: None,
                    rows,
                },
            );
            blocks.push(Block::Table(table));
            at += count;
            continue;
        }
        if exclusion::is_note(line) {
            at += 1;
            continue;
        }
        let next_lower = lines
            .get(at + 1)
            .is_some_and(|next| continues(line, &text[next.clone()]));
        let mut end = lines[at].end;
        if next_lower {
            end = lines[at + 1].end;
            at += 1;
        }
        let start = lines[at].start.min(end);
        let start = if next_lower {
            lines[at - 1].start
        } else {
            start
        };
        sentences(text, start..end, &mut blocks);
        at += 1;
    }
    blocks
}

/// A line broken in mid sentence.
fn continues(line: &str, next: &str) -> bool {
    let line = line.trim_end();
    let plain = line.ends_with(|c: char| c.is_ascii_lowercase() || c == ',');
    plain
        && next
            .trim_start()
            .starts_with(|c: char| c.is_ascii_lowercase())
        && next.trim_start().get(1..2) != Some(")")
}

fn lines(text: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    let mut lines = Vec::new();
    for line in text.split_inclusive('\n') {
        let end = start + line.trim_end_matches(['\n', '\r']).len();
        lines.push(start..end);
        start += line.len();
    }
    lines
}

/// The cells of a delimited line: `| a | b |`, tabs, or gaps of three spaces.
fn cells(text: &str, line: &Range<usize>) -> Vec<Range<usize>> {
    let content = &text[line.clone()];
    let separator = if content.contains('|') {
        "|"
    } else if content.contains('\t') {
        "\t"
    } else if content.trim().contains("   ")
        && !content.trim_end().ends_with(['。', '.', '；', ';'])
    {
        "   "
    } else {
        return Vec::new();
    };
    let trimmed = content.trim();
    let (head, tail) = (
        trimmed.starts_with('|'),
        trimmed.ends_with('|') && trimmed.len() > 1,
    );
    let offset = line.start + content.len() - content.trim_start().len();
    let inner_start = offset + usize::from(separator == "|" && head);
    let inner_end = offset + trimmed.len() - usize::from(separator == "|" && tail);
    let mut cells = Vec::new();
    let mut start = inner_start;
    let inner = text.get(inner_start..inner_end).unwrap_or_default();
    for piece in inner.split(separator) {
        let lead = piece.len() - piece.trim_start().len();
        let from = start + lead;
        let cell = from.min(start + piece.len())..from + piece.trim().len();
        if separator != "   " || !cell.is_empty() {
            cells.push(cell);
        }
        start += piece.len() + separator.len();
    }
    cells
}

/// Takes the sentence right above as the caption.
fn with_caption(text: &str, blocks: &mut Vec<Block>, table: TableBlock) -> TableBlock {
    let first = table
        .rows
        .first()
        .and_then(|row| row.first())
        .map_or(0, |cell| cell.start);
    match blocks.last() {
        Some(Block::Sentence(range))
            if text[range.end..first.max(range.end)]
                .trim_matches(['\n', ' ', '|', '\r', '<'])
                .len()
                < 40 =>
        {
            let range = range.clone();
            let line = &text[range.clone()];
            let caption = line.trim_start().starts_with(['表', 'T'])
                || !line.trim_end().ends_with(['。', '.']);
            if caption {
                blocks.pop();
            }
            let mut range = range;
            if caption
                && let Some(Block::Sentence(above)) = blocks.last()
                && text[above.clone()].trim_start().starts_with(['表', 'T'])
                && !text[above.end..range.start].contains("\n\n")
                && !text[above.clone()].trim_end().ends_with(['。', '.'])
            {
                range.start = above.start;
                blocks.pop();
            }
            TableBlock {
                caption: Some(range),
                ..table
            }
        }
        _ => table,
    }
}

fn html_table(text: &str, lines: &[Range<usize>], at: usize) -> Option<(TableBlock, usize)> {
    let start = lines[at].start + text[lines[at].clone()].find("<table")?;
    let end = start + text[start..].find("</table>")?;
    let mut rows = Vec::new();
    let starts: Vec<usize> = text[start..end]
        .match_indices("<tr")
        .map(|(at, _)| start + at)
        .collect();
    for (index, row_start) in starts.iter().copied().enumerate() {
        let row = &text[row_start..starts.get(index + 1).copied().unwrap_or(end)];
        let mut cells = Vec::new();
        let mut from = 0;
        while let Some(open) = row[from..].find("<t") {
            let tag = from + open;
            if !row[tag..].starts_with("<td") && !row[tag..].starts_with("<th") {
                from = tag + 2;
                continue;
            }
            let Some(body) = row[tag..].find('>') else {
                break;
            };
            let body = tag + body + 1;
            let close = row[body..]
                .find("</t")
                .map_or(row.len(), |length| body + length);
            let piece = &row[body..close];
            let lead = piece.len() - piece.trim_start().len();
            let from_byte = row_start + body + lead;
            cells.push(from_byte..from_byte + piece.trim().len());
            let span = colspan(&row[tag..body]);
            for _ in 1..span {
                cells.push(from_byte..from_byte);
            }
            from = close;
        }
        rows.push(cells);
    }
    let next = lines
        .iter()
        .position(|line| line.start >= end)
        .unwrap_or(lines.len());
    Some((
        TableBlock {
            caption: None,
            rows,
        },
        next,
    ))
}

fn colspan(tag: &str) -> usize {
    let value = tag.split("colspan").nth(1).unwrap_or_default();
    let digits: String = value
        .chars()
        .skip_while(|c| !c.is_ascii_digit())
        .take_while(char::is_ascii_digit)
        .collect();
    digits.parse::<usize>().unwrap_or(1).clamp(1, 24)
}

/// Cuts a line into sentences at `。；` and at a full stop before a capital.
fn sentences(text: &str, line: Range<usize>, blocks: &mut Vec<Block>) {
    let content = &text[line.clone()];
    let is_list = content.contains(['：', ':'])
        && super::words::hint(content.split(['：', ':']).next().unwrap_or_default()).is_some();
    let mut start = 0;
    let mut depth = 0_u32;
    for (at, letter) in content.char_indices() {
        match letter {
            '(' | '（' => depth += 1,
            ')' | '）' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let end = at + letter.len_utf8();
        let ends = match letter {
            '。' | '！' => true,
            '；' | ';' => depth == 0 && !is_list,
            '.' => depth == 0 && stops(content, at),
            _ => false,
        };
        if ends {
            add(content, line.start, start..end, blocks);
            start = end;
        }
    }
    add(content, line.start, start..content.len(), blocks);
}

fn add(content: &str, offset: usize, range: Range<usize>, blocks: &mut Vec<Block>) {
    let mut start = range.start;
    while range.end - start > LONGEST_SENTENCE {
        let limit = content.floor_char_boundary(start + LONGEST_SENTENCE);
        let comma = content[start..limit].rfind(['，', ',', '、', ' ']);
        let end = comma.filter(|at| *at > 0).map_or(limit, |at| start + at);
        add_piece(content, offset, start..end, blocks);
        start = end;
    }
    add_piece(content, offset, start..range.end, blocks);
}

/// A longer run of text is no sentence; it is read in pieces, so that work stays linear.
const LONGEST_SENTENCE: usize = 3_000;

fn add_piece(content: &str, offset: usize, range: Range<usize>, blocks: &mut Vec<Block>) {
    let piece = &content[range.clone()];
    let trimmed = piece.trim();
    if trimmed.is_empty() || exclusion::is_note(trimmed) {
        return;
    }
    let start = offset + range.start + piece.len() - piece.trim_start().len();
    blocks.push(Block::Sentence(start..start + trimmed.len()));
}

/// A full stop ends a sentence before a capital or bracket, unless it ends an abbreviation.
fn stops(content: &str, at: usize) -> bool {
    const ABBREVIATIONS: &[&str] = &[
        "e.g", "i.e", "No", "Fig", "max", "min", "approx", "cf", "vs", "Sec", "Nos", "Art", "resp",
        "incl", "etc", "ca",
    ];
    let rest = &content[at + 1..];
    let Some(next) = rest.strip_prefix([' ', '\u{a0}', '　']) else {
        return rest.is_empty()
            || rest.starts_with(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c));
    };
    let next = next.trim_start();
    let word_start = content[..at]
        .rfind([' ', '(', '\u{a0}'])
        .map_or(0, |place| place + 1);
    let word = content.get(word_start..at).unwrap_or_default();
    let inch =
        word == "in" && next.starts_with(|c: char| c == '(' || c == '[' || c.is_ascii_digit());
    let label = !word.is_empty()
        && word.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        && word_start == 0;
    let starts = next.starts_with(|c: char| c.is_uppercase() || c == '(' || c == '"');
    starts && !inch && !label && !ABBREVIATIONS.contains(&word)
}
