//! The characters of a paragraph.

use super::super::output::raised;
use super::super::xml::Node;

/// What was met on the way through a paragraph.
#[derive(Debug, Default)]
pub(super) struct Met<'a, 't> {
    /// Pictures.
    pub(super) pictures: usize,
    /// Deleted passages.
    pub(super) deletions: usize,
    /// Text boxes, whose paragraphs stand for themselves.
    pub(super) boxes: Vec<Node<'a, 't>>,
}

/// Characters of the font Symbol, which stand in a private area of the code.
const SYMBOLS: &[(u32, char)] = &[
    (0xA3, '≤'),
    (0xB3, '≥'),
    (0xB1, '±'),
    (0xB4, '×'),
    (0xB0, '°'),
    (0xB7, '•'),
    (0xB9, '≠'),
    (0xBB, '≈'),
    (0x6D, 'μ'),
    (0x57, 'Ω'),
    (0x44, 'Δ'),
    (0x61, 'α'),
    (0x62, 'β'),
    (0x64, 'δ'),
    (0x66, 'φ'),
    (0x6C, 'λ'),
    (0x70, 'π'),
    (0x71, 'θ'),
    (0x72, 'ρ'),
    (0x73, 'σ'),
];

/// Adds the characters of an element, in order.
pub(super) fn gather<'a, 't>(node: Node<'a, 't>, text: &mut String, met: &mut Met<'a, 't>) {
    match node.name() {
        "t" => text.push_str(&node.all_text()),
        // A line break inside a paragraph begins no clause, so it is a blank.
        "tab" | "br" | "cr" | "ptab" => text.push(' '),
        "noBreakHyphen" => text.push('-'),
        "sym" => text.extend(symbol(node)),
        "del" | "moveFrom" => met.deletions += 1,
        "pPr" | "rPr" | "instrText" | "Fallback" | "footnoteReference" | "endnoteReference"
        | "commentReference" => {}
        "r" => run(node, text, met),
        "sup" => {
            let mut inner = String::new();
            children(node, &mut inner, met);
            text.push_str(&raised(&inner));
        }
        "f" => fraction(node, text, met),
        "drawing" | "pict" | "object" => {
            let mut boxes = node.descendants("txbxContent").peekable();
            if boxes.peek().is_none() {
                met.pictures += 1;
            }
            met.boxes.extend(boxes);
        }
        _ => children(node, text, met),
    }
}

fn children<'a, 't>(node: Node<'a, 't>, text: &mut String, met: &mut Met<'a, 't>) {
    for child in node.children() {
        gather(child, text, met);
    }
}

/// A run: raised digits become powers, hidden text is left out.
fn run<'a, 't>(node: Node<'a, 't>, text: &mut String, met: &mut Met<'a, 't>) {
    let property = |name: &str| node.path(&["rPr", name]);
    let is_on = |name: &str| {
        property(name)
            .is_some_and(|found| !matches!(found.attribute("val").as_deref(), Some("0" | "false")))
    };
    if is_on("vanish") {
        return;
    }
    let position = property("vertAlign").and_then(|align| align.attribute("val"));
    if position.as_deref() != Some("superscript") {
        return children(node, text, met);
    }
    let mut inner = String::new();
    children(node, &mut inner, met);
    text.push_str(&raised(&inner));
}

fn fraction<'a, 't>(node: Node<'a, 't>, text: &mut String, met: &mut Met<'a, 't>) {
    let part = |name: &str, met: &mut Met<'a, 't>| {
        let mut inner = String::new();
        if let Some(part) = node.child(name) {
            children(part, &mut inner, met);
        }
        inner
    };
    let (upper, lower) = (part("num", met), part("den", met));
    text.push_str(&upper);
    text.push('/');
    text.push_str(&lower);
}

fn symbol(node: Node<'_, '_>) -> Option<char> {
    let code = u32::from_str_radix(&node.attribute("char")?, 16).ok()?;
    let place = code.checked_sub(0xF000).unwrap_or(code);
    let known = SYMBOLS.iter().find(|(known, _)| *known == place);
    match known {
        Some((_, letter)) if code >= 0xF000 => Some(*letter),
        _ => char::from_u32(code),
    }
}
