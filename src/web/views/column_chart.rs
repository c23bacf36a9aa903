//! A column chart of two series, drawn by the server.

use std::fmt::Write as _;

/// Width and height of the drawing, in its own units.
const SIZE: (usize, usize) = (720, 220);
/// Room for the labels on the left, above and below.
const LEFT: usize = 44;
const TOP: usize = 12;
const BELOW: usize = 28;
/// Lines behind the columns.
const STEPS: u64 = 4;

/// A column: what it stands for and its two parts, the lower one first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct Column {
    /// Label below it.
    pub(in crate::web) label: String,
    /// The parts.
    pub(in crate::web) parts: [u64; 2],
}

/// Draws columns as SVG without any style of its own, so that the style sheet decides the colours in both themes.
///
/// The parts differ by hatching and not only by colour. Numbers of the drawing are ours, labels are escaped.
pub(in crate::web) fn column_chart(columns: &[Column], title: &str, description: &str) -> String {
    let most = columns
        .iter()
        .map(|column| column.parts.iter().sum::<u64>())
        .max();
    let step = round_step(most.unwrap_or(0).div_ceil(STEPS));
    let top = step * STEPS;
    let (width, height) = SIZE;
    let floor = height - BELOW;
    let tall = |value: u64| scaled(value, top, floor - TOP);
    let mut svg = String::new();
    // Writing into memory cannot fail.
    let _ = write!(
        svg,
        "<svg class=\"chart\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"chart-title chart-about\">\
         <title id=\"chart-title\">{}</title><desc id=\"chart-about\">{}</desc>\
         <defs><pattern id=\"hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
         <rect width=\"3\" height=\"6\" class=\"ink\"/></pattern></defs>",
        escaped(title),
        escaped(description)
    );
    for line in 0..=STEPS {
        let y = floor - tall(step * line);
        let _ = write!(
            svg,
            "<line class=\"grid\" x1=\"{LEFT}\" x2=\"{width}\" y1=\"{y}\" y2=\"{y}\"/>\
             <text class=\"axis\" x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>",
            LEFT - 8,
            y + 4,
            step * line
        );
    }
    let slot = (width - LEFT) / columns.len().max(1);
    let every = columns.len().div_ceil(8).max(1);
    for (place, column) in columns.iter().enumerate() {
        let x = LEFT + place * slot + slot / 8;
        let wide = (slot - slot / 4).max(1);
        let [lower, upper] = column.parts.map(tall);
        let _ = write!(
            svg,
            "<rect class=\"solid\" x=\"{x}\" y=\"{}\" width=\"{wide}\" height=\"{lower}\"/>\
             <rect class=\"hatched\" fill=\"url(#hatch)\" x=\"{x}\" y=\"{}\" width=\"{wide}\" height=\"{upper}\"/>",
            floor - lower,
            floor - lower - upper
        );
        if place % every == 0 {
            let _ = write!(
                svg,
                "<text class=\"axis\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
                x + wide / 2,
                height - 8,
                escaped(&column.label)
            );
        }
    }
    svg + "</svg>"
}

/// Returns how tall a value is in a room, by whole units.
fn scaled(value: u64, top: u64, room: usize) -> usize {
    let room = u64::try_from(room).unwrap_or(0);
    usize::try_from(value.saturating_mul(room) / top.max(1)).unwrap_or(0)
}

/// Returns the next of 1, 2, 5, 10, 20, 50 … that is not below a value.
fn round_step(value: u64) -> u64 {
    let mut power = 1;
    loop {
        for digit in [1, 2, 5] {
            let step = digit * power;
            if step >= value || step > u64::MAX / 100 {
                return step;
            }
        }
        power *= 10;
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_axis_has_round_steps() {
        for (value, step) in [(0, 1), (1, 1), (3, 5), (6, 10), (18, 20), (130, 200)] {
            assert_eq!(round_step(value), step, "{value}");
        }
    }

    #[test]
    fn columns_reach_as_far_as_their_values_and_labels_are_escaped() {
        let column = |label: &str, parts| Column {
            label: label.to_owned(),
            parts,
        };
        let svg = column_chart(&[column("<1>", [4, 0]), column("2", [2, 2])], "a & b", "c");
        assert!(
            svg.contains("a &amp; b") && svg.contains("&lt;1&gt;"),
            "{svg}"
        );
        assert_eq!(svg.matches("height=\"180\"").count(), 1, "{svg}");
        assert_eq!(svg.matches("height=\"90\"").count(), 2, "{svg}");
        assert!(!svg.contains("style="), "the policy forbids inline styles");
    }

    #[test]
    fn a_chart_without_columns_is_drawn_all_the_same() {
        assert!(column_chart(&[], "", "").ends_with("</svg>"));
    }
}
