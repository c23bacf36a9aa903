//! Learned pairs as a file: one a line, so that people can read it and strike out what is wrong.

use std::fmt::Write;

use super::report::LearnedPair;

/// First line of the file; what follows is read by this version only.
const HEADER: &str = "# duibiao learned terms 1: chinese, english, probability, titles";

/// Writes pairs as text.
pub fn write(pairs: &[LearnedPair]) -> String {
    let mut text = format!("{HEADER}\n");
    for pair in pairs {
        let LearnedPair {
            chinese,
            english,
            probability,
            support,
        } = pair;
        // Writing into a string does not fail.
        let _ = writeln!(text, "{chinese}\t{english}\t{probability:.3}\t{support}");
    }
    text
}

/// Reads pairs from text; lines that are no pair are left out, and a file of another version teaches nothing.
pub fn read(text: &str) -> Vec<LearnedPair> {
    let mut lines = text.lines();
    if lines.next() != Some(HEADER) {
        return Vec::new();
    }
    lines.filter_map(pair).collect()
}

fn pair(line: &str) -> Option<LearnedPair> {
    let mut fields = line.split('\t');
    let (chinese, english) = (fields.next()?, fields.next()?);
    let probability: f32 = fields.next()?.parse().ok()?;
    let whole = !chinese.is_empty() && !english.is_empty() && (0.0..=1.0).contains(&probability);
    whole.then(|| LearnedPair {
        chinese: chinese.to_owned(),
        english: english.to_owned(),
        probability,
        support: fields
            .next()
            .and_then(|digits| digits.parse().ok())
            .unwrap_or(0),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back_and_broken_lines_are_left_out() {
        let pair = LearnedPair {
            chinese: "焊接".to_owned(),
            english: "welding".to_owned(),
            probability: 0.5,
            support: 7,
        };
        let text = write(std::slice::from_ref(&pair));
        assert_eq!(read(&format!("{text}焊接\t\t0.5\t1\nx\ty\t9\t1\n")), [pair]);
        assert!(read("焊接\twelding\t0.5\t7\n").is_empty(), "no header");
    }
}
