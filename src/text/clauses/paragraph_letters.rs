//! Levels of US paragraph labels: (a) (1) (i) (A).

/// The open labels of a section and the level the next one stands at.
#[derive(Debug, Clone, Default)]
pub(super) struct ParagraphLetters {
    open: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Lower,
    Digit,
    Roman,
    Upper,
}

const ORDER: [Shape; 4] = [Shape::Lower, Shape::Digit, Shape::Roman, Shape::Upper];

impl ParagraphLetters {
    /// Forgets all open labels, at a new section.
    pub(super) fn clear(&mut self) {
        self.open.clear();
    }

    /// Opens a label and gives the whole path, `(a)(1)`, and its depth.
    pub(super) fn open(&mut self, label: &str) -> (String, usize) {
        let level = self.level(label);
        self.open.truncate(level);
        while self.open.len() < level {
            self.open.push(String::new());
        }
        self.open.push(label.to_owned());
        let mut path = String::new();
        for each in self.open.iter().filter(|each| !each.is_empty()) {
            path.push('(');
            path.push_str(each);
            path.push(')');
        }
        (path, level + 1)
    }

    fn level(&self, label: &str) -> usize {
        if label.bytes().all(|b| b.is_ascii_digit()) {
            return place(Shape::Digit);
        }
        if label.bytes().all(|b| b.is_ascii_uppercase()) {
            return place(Shape::Upper);
        }
        let roman = is_roman(label);
        let follows_letter = self
            .open
            .first()
            .is_some_and(|letter| follows(letter, label));
        let below_digit = self.open.len() >= 2 && !self.open[1].is_empty();
        let continues_roman = self.open.get(2).is_some_and(|last| is_roman(last));
        let is_roman_level =
            roman && (continues_roman || (below_digit && (label == "i" || !follows_letter)));
        if is_roman_level {
            place(Shape::Roman)
        } else {
            place(Shape::Lower)
        }
    }
}

fn place(shape: Shape) -> usize {
    ORDER
        .iter()
        .position(|each| *each == shape)
        .unwrap_or_default()
}

fn is_roman(label: &str) -> bool {
    !label.is_empty() && label.bytes().all(|b| b"ivxl".contains(&b))
}

fn follows(letter: &str, label: &str) -> bool {
    match (letter.as_bytes(), label.as_bytes()) {
        ([before], [after]) => before + 1 == *after,
        _ => false,
    }
}
