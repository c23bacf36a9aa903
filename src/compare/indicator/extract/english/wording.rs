//! The words around an English limit: verbs, prepositions, generic nouns.

use super::super::subject;

/// How a number stands to the verb before it.
pub(super) enum Relation {
    /// The number follows the verb at once.
    Direct,
    /// `shall have a minimum tensile strength of …`
    Object(String),
    /// `shall withstand a static force of …`
    Endures(String),
    /// Something else stands between.
    Other,
}

pub(super) fn relation(between: &str) -> Relation {
    const HAVING: &[&str] = &[
        "have",
        "has",
        "exhibit",
        "show",
        "provide",
        "possess",
        "achieve",
        "develop",
        "produce",
        "deliver",
        "contain",
        "attain",
        "present",
        "give",
        "demonstrate",
    ];
    const ENDURES: &[&str] = &[
        "withstand",
        "resist",
        "support",
        "sustain",
        "endure",
        "be capable of withstanding",
        "be able to withstand",
        "capable of withstanding",
        "able to withstand",
        "bear",
        "be capable of supporting",
    ];
    const DIRECT: &[&str] = &[
        "",
        "be",
        "not",
        "maintained at",
        "kept at",
        "kept within",
        "maintained within",
        "maintained between",
        "set to",
        "set at",
        "from",
        "in the range",
        "in the range of",
        "within the range",
        "within the range of",
        "a",
        "limited to",
        "equal to",
        "lie",
        "fall",
        "controlled at",
        "adjusted to",
        "in the range from",
        "held at",
        "within",
        "kept between",
        "maintained",
        "kept",
        "either",
        "rated at",
        "range from",
        "lie within",
        "lie in the range",
        "set",
        "permitted to",
    ];
    let lower = between.to_ascii_lowercase();
    let lower = lower.strip_prefix("not ").unwrap_or(&lower);
    let lower = lower.strip_prefix("be ").unwrap_or(lower).trim();
    if DIRECT.contains(&lower) {
        return Relation::Direct;
    }
    if let Some(verb) = ENDURES.iter().find(|verb| lower.starts_with(**verb)) {
        let start = between
            .to_ascii_lowercase()
            .find(verb)
            .map_or(0, |at| at + verb.len());
        return Relation::Endures(subject_name(&between[start..]));
    }
    if let Some(verb) = HAVING.iter().find(|verb| lower.starts_with(**verb)) {
        let start = between
            .to_ascii_lowercase()
            .find(verb)
            .map_or(0, |at| at + verb.len());
        let object = subject_name(&between[start..]);
        return if object.is_empty() {
            Relation::Direct
        } else {
            Relation::Object(object)
        };
    }
    Relation::Other
}

pub(super) fn subject_name(text: &str) -> String {
    subject::english(text.trim())
        .trim_end_matches(" of")
        .to_owned()
}

pub(super) fn is_subordinate(between: &str) -> bool {
    const WORDS: &[&str] = &[
        "when",
        "if",
        "where",
        "unless",
        "while",
        "after",
        "before",
        "for",
        "with",
        "having",
        "at",
        "under",
        "by",
        "during",
        "whose",
        "until",
        "following",
        "from",
        "provided",
        "through",
        "into",
        "over",
        "using",
        "without",
    ];
    let mut words = between
        .split(|c: char| !c.is_ascii_alphabetic())
        .filter(|word| !word.is_empty());
    let direct = matches!(relation(between), Relation::Direct);
    !direct && words.any(|word| WORDS.contains(&word.to_ascii_lowercase().as_str()))
}

/// Separates leading and inner qualifications from the name of what is limited.
pub(super) fn split_subject(text: &str) -> (Vec<String>, String) {
    const OPENERS: &[&str] = &[
        "at ",
        "in ",
        "when ",
        "for ",
        "during ",
        "after ",
        "where ",
        "if ",
        "under ",
        "with ",
        "on ",
        "by ",
        "unless ",
        "except ",
        "from ",
        "upon ",
        "within ",
        "following ",
        "before ",
        "as ",
        "through ",
    ];
    let mut conditions = Vec::new();
    let mut rest = subject::english(text);
    let opens = |text: &str| {
        OPENERS.iter().any(|word| {
            text.get(..word.len())
                .is_some_and(|head| head.eq_ignore_ascii_case(word))
        })
    };
    if opens(rest) {
        if let Some((head, tail)) = rest.rsplit_once(", ") {
            conditions.push(head.to_owned());
            rest = subject::english(tail);
        } else if let Some(at) = rest.find(" the ") {
            conditions.push(rest[..at].to_owned());
            rest = subject::english(&rest[at..]);
        }
    }
    for cut in [
        ", determined",
        ", measured",
        ", tested",
        ", calculated",
        ", when",
        ", as determined",
        " when ",
        " as measured",
        " measured ",
        " determined ",
        " tested ",
        ", as ",
        " calculated ",
        ", expressed",
    ] {
        if let Some(at) = rest.find(cut) {
            let extra = rest[at..].trim_matches([',', ' ']);
            if !extra.contains("accordance") {
                conditions.push(extra.to_owned());
            }
            rest = rest[..at].trim_end();
        }
    }
    for cut in [
        " of any ",
        " in any ",
        " of each ",
        " under ",
        " at ",
        " for ",
        " after ",
        " with ",
        " during ",
    ] {
        let Some(at) = rest.find(cut) else { continue };
        let qualifies = cut != " at "
            || rest[at + 4..].starts_with(|c: char| c.is_ascii_digit() || "-−–(+".contains(c))
            || rest[at + 4..].starts_with("the ")
            || rest[at + 4..].starts_with("a ")
            || rest[at + 4..].starts_with("rated")
            || rest[at + 4..].starts_with("any");
        if qualifies
            && at > 0
            && !subject::english(&rest[..at]).is_empty()
            && !is_generic(subject::english(&rest[..at]))
            && !rest[..at].ends_with("limit")
            && !rest[..at].ends_with("level")
        {
            conditions.push(
                rest[at..]
                    .trim()
                    .trim_start_matches("for ")
                    .trim_start_matches("at ")
                    .trim_start_matches("of ")
                    .to_owned(),
            );
            rest = rest[..at].trim_end();
        }
    }
    (conditions, subject::english(rest).to_owned())
}

/// `maximum permitted level of melamine` is about melamine.
pub(super) fn strip_limit_words(name: &str) -> String {
    const HEADS: &[&str] = &[
        "maximum permitted level of ",
        "maximum level of ",
        "maximum permitted level for ",
        "maximum level for ",
        "maximum limit for ",
        "maximum limit of ",
        "limit for ",
        "limit of ",
        "limit on ",
        "maximum concentration of ",
        "maximum residue limit for ",
        "maximum residue limit of ",
        "maximum permissible ",
        "maximum permitted ",
        "maximum allowable ",
        "minimum permissible ",
        "minimum allowable ",
        "minimum required ",
        "maximum amount of ",
        "maximum ",
        "minimum ",
        "permitted ",
        "level of ",
        "levels of ",
        "max. ",
        "min. ",
        "permissible ",
    ];
    let mut rest = name;
    for head in HEADS {
        if rest
            .get(..head.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(head))
        {
            rest = &rest[head.len()..];
        }
    }
    subject::english(rest).to_owned()
}

pub(super) fn is_generic(name: &str) -> bool {
    matches!(
        name.to_ascii_lowercase().as_str(),
        "" | "limit"
            | "value"
            | "level"
            | "maximum"
            | "minimum"
            | "it"
            | "they"
            | "this"
            | "these"
            | "requirement"
            | "result"
            | "limits"
            | "this value"
            | "maximum value"
            | "minimum value"
            | "limit value"
            | "there"
            | "those"
            | "individual"
            | "which"
            | "and"
            | "or"
            | "but"
    )
}

pub(super) fn is_case(name: &str) -> bool {
    matches!(
        name.to_ascii_lowercase().as_str(),
        "individual"
            | "individually"
            | "average"
            | "wet"
            | "dry"
            | "individual values"
            | "single value"
            | "transverse"
            | "longitudinal"
            | "warp"
            | "weft"
    )
}

pub(super) fn split_each(parameter: &str, before: &str) -> Vec<String> {
    let each = before.contains(" each ")
        || before.contains("Each of")
        || before.contains("each of")
        || before.contains(" both ")
        || before.contains("individually");
    let listed = parameter.contains(" and ");
    let total = parameter.contains("sum")
        || parameter.contains("total")
        || parameter.contains("combined")
        || parameter.contains("ratio");
    if !each || !listed || total {
        return vec![parameter.to_owned()];
    }
    parameter
        .split(", ")
        .flat_map(|part| part.split(" and "))
        .map(|part| subject::english(part).to_owned())
        .filter(|part| !part.is_empty())
        .collect()
}
