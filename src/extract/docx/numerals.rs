//! How a number is written (`ST_NumberFormat`, 17.18.59): the formats that standards in Chinese and English use.

/// A way of writing numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Numerals {
    /// 1, 2, 3.
    Decimal,
    /// 01, 02, 03.
    DecimalZero,
    /// a, b, c.
    LowerLetter,
    /// A, B, C.
    UpperLetter,
    /// i, ii, iii.
    LowerRoman,
    /// I, II, III.
    UpperRoman,
    /// 一, 二, 三.
    Chinese,
    /// ①, ②, ③.
    Circled,
    /// A mark, the same each time.
    Bullet,
    /// Nothing.
    None,
}

const NAMES: &[(&str, Numerals)] = &[
    ("decimalZero", Numerals::DecimalZero),
    ("lowerLetter", Numerals::LowerLetter),
    ("upperLetter", Numerals::UpperLetter),
    ("lowerRoman", Numerals::LowerRoman),
    ("upperRoman", Numerals::UpperRoman),
    ("chineseCounting", Numerals::Chinese),
    ("chineseCountingThousand", Numerals::Chinese),
    ("chineseLegalSimplified", Numerals::Chinese),
    ("taiwaneseCounting", Numerals::Chinese),
    ("taiwaneseCountingThousand", Numerals::Chinese),
    ("japaneseCounting", Numerals::Chinese),
    ("ideographDigital", Numerals::Chinese),
    ("decimalEnclosedCircle", Numerals::Circled),
    ("decimalEnclosedCircleChinese", Numerals::Circled),
    ("bullet", Numerals::Bullet),
    ("none", Numerals::None),
];

const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

const ROMANS: &[(u32, &str)] = &[
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
];

impl Numerals {
    /// Reads the name of a format; digits for one that is not known.
    pub(super) fn named(name: &str) -> Self {
        let found = NAMES.iter().find(|(known, _)| *known == name);
        found.map_or(Self::Decimal, |(_, numerals)| *numerals)
    }

    /// Writes a number. Where a way of writing ends (the fifty circles), digits go on.
    pub(super) fn write(self, number: u32) -> String {
        let written = match self {
            Self::Bullet | Self::None => Some(String::new()),
            Self::Decimal => None,
            Self::DecimalZero => Some(format!("{number:02}")),
            Self::LowerLetter => letters(number, b'a'),
            Self::UpperLetter => letters(number, b'A'),
            Self::LowerRoman => roman(number),
            Self::UpperRoman => roman(number).map(|text| text.to_uppercase()),
            Self::Chinese => chinese(number),
            Self::Circled => circled(number).map(String::from),
        };
        written.unwrap_or_else(|| number.to_string())
    }
}

/// `a` to `z`, then `aa`, `bb` as word processors write them.
fn letters(number: u32, first: u8) -> Option<String> {
    let place = number.checked_sub(1)?;
    let letter = char::from(first + u8::try_from(place % 26).ok()?);
    let times = usize::try_from(place / 26).ok()? + 1;
    (times <= 4).then(|| String::from(letter).repeat(times))
}

fn roman(number: u32) -> Option<String> {
    if !(1..4000).contains(&number) {
        return None;
    }
    let mut left = number;
    let mut text = String::new();
    for (value, letters) in ROMANS {
        while left >= *value {
            text.push_str(letters);
            left -= value;
        }
    }
    Some(text)
}

/// 一, 十, 十一, 二十, 一百零一: as articles of laws are numbered.
fn chinese(number: u32) -> Option<String> {
    if number > 9999 {
        return None;
    }
    if number < 10 {
        return Some(DIGITS[number as usize].to_string());
    }
    let mut text = String::new();
    let mut gap = false;
    for (value, unit) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = number / value % 10;
        if digit == 0 {
            gap = !text.is_empty();
            continue;
        }
        if gap {
            text.push('零');
            gap = false;
        }
        let leads_with_ten = text.is_empty() && value == 10 && digit == 1;
        if !leads_with_ten {
            text.push(DIGITS[digit as usize]);
        }
        text.push_str(unit);
    }
    Some(text)
}

fn circled(number: u32) -> Option<char> {
    match number {
        1..=20 => char::from_u32(0x245F + number),
        21..=35 => char::from_u32(0x3250 + number - 20),
        36..=50 => char::from_u32(0x32B0 + number - 35),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_a_word_processor_writes_them() {
        for (name, number, written) in [
            ("decimal", 12, "12"),
            ("decimalZero", 7, "07"),
            ("lowerLetter", 28, "bb"),
            ("upperLetter", 3, "C"),
            ("lowerRoman", 14, "xiv"),
            ("upperRoman", 1999, "MCMXCIX"),
            ("chineseCountingThousand", 10, "十"),
            ("chineseCounting", 11, "十一"),
            ("chineseCounting", 20, "二十"),
            ("chineseCounting", 101, "一百零一"),
            ("chineseCounting", 1010, "一千零一十"),
            ("decimalEnclosedCircle", 21, "㉑"),
            ("decimalEnclosedCircle", 51, "51"),
            ("lowerRoman", 0, "0"),
            ("bullet", 3, ""),
            ("ordinalText", 3, "3"),
        ] {
            assert_eq!(
                Numerals::named(name).write(number),
                written,
                "{name} {number}"
            );
        }
    }
}
