//! What a condition leaves out: `造型粘土除外`, `指画颜料以外的材料`, `except modelling clay`.
//!
//! Such a condition names the very thing it does not speak of, so that comparing words alone takes it for its opposite.

use std::ops::Range;

/// Ends of a passage in front of or behind which nothing belongs to what is left out.
const BORDERS: [char; 12] = [
    '（', '）', '(', ')', '，', ',', '；', ';', '。', '：', ':', '\n',
];
/// What joins things that are left out together.
const JOINTS: [&str; 9] = ["和", "及", "与", "或", "、", " and ", " or ", "除了", "除"];
/// Words behind what is left out.
const BEHIND: [&str; 3] = ["除外", "以外", "之外"];
/// Words before what is left out.
const BEFORE: [&str; 8] = [
    "不包括",
    "不适用于",
    "不含",
    "excluding ",
    "except for ",
    "except ",
    "other than ",
    "not including ",
];

/// Returns what one condition is about and the other leaves out; nothing when they can hold together.
pub(in crate::compare) fn excluded(one: &str, other: &str) -> Option<String> {
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    meets(&one, &other).or_else(|| meets(&other, &one))
}

/// What `leaving` leaves out and `speaking` speaks of.
fn meets(leaving: &str, speaking: &str) -> Option<String> {
    let left_out = things(leaving);
    if left_out.is_empty() {
        return None;
    }
    let mut subject = speaking.to_owned();
    for passage in passages(speaking).into_iter().rev() {
        subject.replace_range(passage, " ");
    }
    left_out
        .into_iter()
        .find(|thing| subject.contains(thing.as_str()))
}

/// The things that a condition leaves out, each by itself.
fn things(condition: &str) -> Vec<String> {
    let mut things = Vec::new();
    for passage in passages(condition) {
        let words = &condition[passage];
        let words = words
            .strip_prefix('除')
            .map_or(words, |rest| rest.trim_end_matches('外'));
        let mut words = vec![words];
        for joint in JOINTS.iter().chain(&BEHIND).chain(&BEFORE) {
            words = words
                .into_iter()
                .flat_map(|part| part.split(joint))
                .collect();
        }
        let named = words.into_iter().map(str::trim);
        things.extend(
            named
                .filter(|thing| thing.chars().count() > 1)
                .map(str::to_owned),
        );
    }
    things
}

/// The passages in which a condition leaves something out, in order and apart.
fn passages(condition: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for word in BEHIND {
        for (at, _) in condition.match_indices(word) {
            let from = condition[..at].rfind(BORDERS).map_or(0, |border| {
                border + condition[border..].chars().next().map_or(0, char::len_utf8)
            });
            found.push(from..at + word.len());
        }
    }
    for word in BEFORE {
        for (at, _) in condition.match_indices(word) {
            let behind = at + word.len();
            let end = condition[behind..]
                .find(BORDERS)
                .map_or(condition.len(), |end| behind + end);
            found.push(at..end);
        }
    }
    for (at, _) in condition.match_indices('除') {
        let end = condition[at..]
            .find(BORDERS)
            .map_or(condition.len(), |end| at + end);
        if let Some(outside) = condition[at..end].find('外') {
            found.push(at..at + outside + '外'.len_utf8());
        }
    }
    found.sort_by_key(|passage| (passage.start, passage.end));
    let mut apart: Vec<Range<usize>> = Vec::new();
    for passage in found {
        match apart.last_mut() {
            Some(last) if passage.start < last.end => last.end = last.end.max(passage.end),
            _ => apart.push(passage),
        }
    }
    apart
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_one_side_leaves_out_and_the_other_is_about_cannot_be_compared() {
        let cases = [
            (
                "造型粘土",
                "表面涂层和可触及基材（造型粘土除外）",
                Some("造型粘土"),
            ),
            (
                "指画颜料",
                "造型粘土和指画颜料以外的玩具材料",
                Some("指画颜料"),
            ),
            ("除婴儿食品外的食品", "婴儿食品", Some("婴儿食品")),
            (
                "finger paint",
                "toy materials except modelling clay and finger paint",
                Some("finger paint"),
            ),
            (
                "modelling clay",
                "toy materials other than modelling clay",
                Some("modelling clay"),
            ),
            ("玩具材料", "造型粘土和指画颜料以外的玩具材料", None),
            (
                "表面涂层（造型粘土除外）",
                "造型粘土和指画颜料以外的玩具材料",
                None,
            ),
            ("20 ℃", "23 ℃", None),
            ("", "", None),
        ];
        for (one, other, expected) in cases {
            assert_eq!(excluded(one, other).as_deref(), expected, "{one} | {other}");
            assert_eq!(excluded(other, one).as_deref(), expected, "{other} | {one}");
        }
    }

    proptest! {
        #[test]
        fn no_condition_excludes_itself_or_breaks_the_reader(one in "(除|外|以外|不含|粘土|（|）|和|except |a| ){0,12}") {
            let _ = excluded(&one, "粘土和except a");
            prop_assert_eq!(things(&one).iter().filter(|thing| thing.is_empty()).count(), 0);
        }
    }
}
