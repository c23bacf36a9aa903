//! Telling text from what a font without a map of characters leaves.

use encoding_rs::GBK;

use crate::text::{is_han, simplify};

/// Han characters from which on their frequencies say something.
const FEWEST_HAN: usize = 60;

/// Returns the percentage of letters that no text is made of, where it is too high to believe the text.
///
/// Characters that could not be decoded, and those of the private area, are none. Of Han characters at least three in
/// four are among the 3,755 most used (GB/T 2312, level 1) in any text; characters taken from the wrong place of a table
/// are spread evenly over all of it.
pub(super) fn garbage(text: &str) -> Option<usize> {
    let mut letters = 0_usize;
    let mut none = 0_usize;
    let (mut han, mut rare, mut kana) = (0_usize, 0_usize, 0_usize);
    for letter in text.chars().filter(|letter| !letter.is_whitespace()) {
        letters += 1;
        let private = ('\u{E000}'..='\u{F8FF}').contains(&letter);
        none += usize::from(letter == '\u{FFFD}' || private || letter.is_control());
        kana += usize::from(('\u{3041}'..='\u{30FF}').contains(&letter));
        if is_han(letter) {
            han += 1;
            rare += usize::from(!is_common(letter));
        }
    }
    let percent = |part: usize, whole: usize| part * 100 / whole.max(1);
    if percent(none, letters) >= 3 {
        return Some(percent(none, letters));
    }
    // Japanese writes characters of its own.
    let chinese = han >= FEWEST_HAN && percent(kana, han) < 10;
    (chinese && percent(rare, han) > 25).then(|| percent(rare, han))
}

fn is_common(letter: char) -> bool {
    let mut buffer = [0; 4];
    let (bytes, _, failed) = GBK.encode(simplify(letter).encode_utf8(&mut buffer));
    let level_one = matches!(*bytes, [0xB0..=0xD7, 0xA1..=0xFE]);
    level_one && !failed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_believed_and_characters_from_the_wrong_place_are_not() {
        let sentence = "建筑构件的耐火极限不应低于本规范的要求，試驗方法應符合附錄的規定。";
        assert_eq!(garbage(&sentence.repeat(5)), None);
        let wrong = "譜突鸺薏坏陀籩黿鼉鱷鱸鱗鱘鱧鱭鱮鰳鰱鰲鰶鰷";
        assert!(garbage(&wrong.repeat(5)).is_some());
        assert_eq!(garbage("The bars shall be tested."), None);
        assert_eq!(garbage("\u{E001}\u{E002}ab"), Some(50));
        let japanese = "この規格は、鉄筋コンクリート用棒鋼について規定する。";
        assert_eq!(garbage(&japanese.repeat(10)), None);
    }
}
