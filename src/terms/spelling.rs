//! British and American spelling, and plurals, brought to one form.
//!
//! The folding is a key, not a spelling to show: `colour` and `color` both give `color`. The index
//! keeps the words of its documents, ISO's British and ASTM's American ones, so a query names both:
//! [`respelled`] gives the other spelling of a phrase.

use std::borrow::Cow;

/// Pairs of word beginnings, British and American; what follows the beginning is kept.
const BEGINNINGS: [(&str, &str); 56] = [
    ("aeroplane", "airplane"),
    ("aesthet", "esthet"),
    ("ageing", "aging"),
    ("aluminium", "aluminum"),
    ("anaesth", "anesth"),
    ("analyse", "analyze"),
    ("armour", "armor"),
    ("artefact", "artifact"),
    ("behaviour", "behavior"),
    ("caesium", "cesium"),
    ("calibre", "caliber"),
    ("calliper", "caliper"),
    ("catalogue", "catalog"),
    ("catalyse", "catalyze"),
    ("centimetre", "centimeter"),
    ("centre", "center"),
    ("colour", "color"),
    ("defence", "defense"),
    ("dialling", "dialing"),
    ("dialogue", "dialog"),
    ("disc", "disk"),
    ("faec", "fec"),
    ("favour", "favor"),
    ("fibre", "fiber"),
    ("flavour", "flavor"),
    ("foetal", "fetal"),
    ("gauge", "gage"),
    ("grey", "gray"),
    ("haem", "hem"),
    ("harbour", "harbor"),
    ("kilometre", "kilometer"),
    ("labelling", "labeling"),
    ("labelled", "labeled"),
    ("labour", "labor"),
    ("licence", "license"),
    ("litre", "liter"),
    ("manoeuv", "maneuv"),
    ("micrometre", "micrometer"),
    ("millimetre", "millimeter"),
    ("modelling", "modeling"),
    ("mould", "mold"),
    ("neighbour", "neighbor"),
    ("odour", "odor"),
    ("oestr", "estr"),
    ("orthopaed", "orthoped"),
    ("paediatr", "pediatr"),
    ("plough", "plow"),
    ("programme", "program"),
    ("pyjama", "pajama"),
    ("signalling", "signaling"),
    ("sulph", "sulf"),
    ("traveller", "traveler"),
    ("travelling", "traveling"),
    ("tyre", "tire"),
    ("vapour", "vapor"),
    ("theatre", "theater"),
];

/// Words the pair of beginnings would take for another word.
const LEFT_ALONE: [&str; 4] = ["discrete", "discharge", "disclosure", "discontinuity"];

/// Pairs of word endings, British and American.
const ENDINGS: [(&str, &str); 8] = [
    ("isation", "ization"),
    ("isations", "izations"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("iser", "izer"),
    ("isers", "izers"),
    ("yse", "yze"),
    ("ysing", "yzing"),
];

/// Brings a lower-case word to the American spelling where a rule knows it.
///
/// ```
/// # use duibiao::terms::spelling::fold;
/// assert_eq!(fold("colours"), "colors");
/// assert_eq!(fold("vulcanised"), "vulcanized");
/// assert_eq!(fold("steel"), "steel");
/// ```
pub fn fold(word: &str) -> Cow<'_, str> {
    if word.len() < 4 || !word.is_ascii() {
        return Cow::Borrowed(word);
    }
    let kept = LEFT_ALONE.iter().any(|kept| word.starts_with(kept));
    let beginning = BEGINNINGS
        .iter()
        .filter(|_| !kept)
        .find_map(|(british, american)| Some((word.strip_prefix(british)?, american)));
    if let Some((rest, american)) = beginning {
        // `disc` stands alone or in the plural; `discuss` and its kin are other words.
        let other_word = *american == "disk" && !matches!(rest, "" | "s");
        if !other_word {
            return Cow::Owned(format!("{american}{rest}"));
        }
    }
    ENDINGS
        .iter()
        .find_map(|(british, american)| Some((word.strip_suffix(british)?, american)))
        .filter(|(stem, _)| stem.len() >= 4)
        .map_or(Cow::Borrowed(word), |(stem, american)| {
            Cow::Owned(format!("{stem}{american}"))
        })
}

/// Spells a phrase of lower-case words the other way: British as American, American as British.
///
/// Returns `None` where both spell it alike.
pub fn respelled(phrase: &str) -> Option<String> {
    let each = |spell: fn(&str) -> Cow<'_, str>| {
        phrase.split(' ').map(spell).collect::<Vec<_>>().join(" ")
    };
    let american = each(fold);
    if american != phrase {
        return Some(american);
    }
    let british = each(unfold);
    (british != phrase).then_some(british)
}

/// Brings a lower-case American word to the British spelling of its beginning.
fn unfold(word: &str) -> Cow<'_, str> {
    BEGINNINGS
        .iter()
        .filter(|(_, american)| american.len() > 3)
        .find_map(|(british, american)| Some((word.strip_prefix(american)?, british)))
        .filter(|(rest, british)| **british != "disc" || matches!(*rest, "" | "s"))
        .map_or(Cow::Borrowed(word), |(rest, british)| {
            Cow::Owned(format!("{british}{rest}"))
        })
}

/// Folds the spelling and takes the plural off: the key under which English terms are looked up.
pub fn key(word: &str) -> String {
    let folded = fold(word);
    let singular = match folded.as_ref() {
        short if short.len() < 4 || short.ends_with("ss") || short.ends_with("us") => None,
        plural if plural.ends_with("ies") && plural.len() > 4 => {
            Some(format!("{}y", &plural[..plural.len() - 3]))
        }
        plural => ["ches", "shes", "sses", "xes", "zes"]
            .iter()
            .any(|ending| plural.ends_with(ending))
            .then(|| plural[..plural.len() - 2].to_owned())
            .or_else(|| plural.strip_suffix('s').map(str::to_owned)),
    };
    singular.unwrap_or_else(|| folded.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn british_and_american_spellings_share_a_key() {
        let pairs = [
            ("colour", "color"),
            ("fibres", "fibers"),
            ("aluminium", "aluminum"),
            ("sulphuric", "sulfuric"),
            ("vulcanised", "vulcanized"),
            ("standardisation", "standardization"),
            ("tyres", "tires"),
            ("discs", "disks"),
            ("analyse", "analyze"),
        ];
        for (british, american) in pairs {
            assert_eq!(key(british), key(american), "{british}");
        }
    }

    #[test]
    fn a_plural_shares_the_key_of_its_singular() {
        for (plural, singular) in [
            ("batteries", "battery"),
            ("switches", "switch"),
            ("boxes", "box"),
            ("screws", "screw"),
        ] {
            assert_eq!(key(plural), key(singular));
        }
    }

    #[test]
    fn a_phrase_is_spelled_both_ways_where_they_differ() {
        assert_eq!(
            respelled("colour fastness").as_deref(),
            Some("color fastness")
        );
        assert_eq!(respelled("carbon fiber").as_deref(), Some("carbon fibre"));
        assert_eq!(respelled("steel wire rope"), None);
    }

    #[test]
    fn words_that_only_look_british_stay_as_they_are() {
        for word in [
            "discrete",
            "discharge",
            "discussion",
            "precise",
            "noise",
            "glass",
            "gas",
        ] {
            assert_eq!(fold(word), word);
        }
        assert_eq!(key("glass"), "glass");
    }
}
