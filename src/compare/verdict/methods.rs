//! Equivalence of test methods.

use crate::compare::reference;

/// How two named methods stand to one another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MethodRelation {
    /// At least one side names no standard.
    Unnamed,
    /// The same standard.
    Same(String),
    /// One adopts the other, identical or modified.
    Adopted(String),
    /// No adoption is known; the methods are not taken for equivalent.
    Unrelated(String),
}

/// Adoptions of method standards, domestic family first.
///
/// Evidence: rows up to GB/T 19942 are in the starter records of standards or in the description of
/// the evaluation sets; the rest are the editors' knowledge of the `采` statements on the covers.
const ADOPTIONS: &[(&str, &str)] = &[
    ("GB/T 228.1", "ISO 6892-1"),
    ("GB/T 9286", "ISO 2409"),
    ("GB/T 3920", "ISO 105-X12"),
    ("GB/T 7573", "ISO 3071"),
    ("GB/T 28900", "ISO 15630-1"),
    ("GB/T 3098.1", "ISO 898-1"),
    ("GB/T 3098.2", "ISO 898-2"),
    ("GB/T 3098.6", "ISO 3506-1"),
    ("GB/T 2912.1", "ISO 14184-1"),
    ("GB/T 3921", "ISO 105-C10"),
    ("GB/T 3922", "ISO 105-E04"),
    ("GB/T 5713", "ISO 105-E01"),
    ("GB/T 528", "ISO 37"),
    ("GB/T 531.1", "ISO 7619-1"),
    ("GB/T 3512", "ISO 188"),
    ("GB/T 3956", "IEC 60228"),
    ("GB/T 18380.12", "IEC 60332-1-2"),
    ("GB/T 22048", "ISO 8124-6"),
    ("GB 6675.2", "ISO 8124-1"),
    ("GB 6675.3", "ISO 8124-2"),
    ("GB 6675.4", "ISO 8124-3"),
    ("GB/T 22807", "ISO 17075-1"),
    ("GB/T 38402", "ISO 17075-2"),
    ("GB/T 19941.1", "ISO 17226-1"),
    ("GB/T 19942", "ISO 17234-1"),
    ("GB/T 2912.2", "ISO 14184-2"),
    ("GB/T 8427", "ISO 105-B02"),
    ("GB/T 3923.1", "ISO 13934-1"),
    ("GB/T 3923.2", "ISO 13934-2"),
    ("GB/T 3917.2", "ISO 13937-2"),
    ("GB/T 4802.2", "ISO 12945-2"),
    ("GB/T 21196.2", "ISO 12947-2"),
    ("GB/T 8630", "ISO 5077"),
    ("GB/T 8629", "ISO 6330"),
    ("GB/T 8628", "ISO 3759"),
    ("GB/T 5453", "ISO 9237"),
    ("GB/T 7742.1", "ISO 13938-1"),
    ("GB/T 4745", "ISO 4920"),
    ("GB/T 250", "ISO 105-A02"),
    ("GB/T 251", "ISO 105-A03"),
    ("GB/T 5711", "ISO 105-D01"),
    ("GB/T 13773.1", "ISO 13935-1"),
    ("GB/T 229", "ISO 148-1"),
    ("GB/T 230.1", "ISO 6508-1"),
    ("GB/T 231.1", "ISO 6506-1"),
    ("GB/T 4340.1", "ISO 6507-1"),
    ("GB/T 232", "ISO 7438"),
    ("GB/T 228.2", "ISO 6892-2"),
    ("GB/T 10125", "ISO 9227"),
    ("GB/T 1839", "ISO 1460"),
    ("GB/T 244", "ISO 8491"),
    ("GB/T 246", "ISO 8492"),
    ("GB/T 6739", "ISO 15184"),
    ("GB/T 1771", "ISO 7253"),
    ("GB/T 5210", "ISO 4624"),
    ("GB/T 9754", "ISO 2813"),
    ("GB/T 13452.2", "ISO 2808"),
    ("GB/T 9274", "ISO 2812-1"),
    ("GB/T 1732", "ISO 6272-2"),
    ("GB/T 1040.1", "ISO 527-1"),
    ("GB/T 1040.2", "ISO 527-2"),
    ("GB/T 1040.3", "ISO 527-3"),
    ("GB/T 1043.1", "ISO 179-1"),
    ("GB/T 1843", "ISO 180"),
    ("GB/T 9341", "ISO 178"),
    ("GB/T 1033.1", "ISO 1183-1"),
    ("GB/T 1633", "ISO 306"),
    ("GB/T 1634.1", "ISO 75-1"),
    ("GB/T 1634.2", "ISO 75-2"),
    ("GB/T 3682.1", "ISO 1133-1"),
    ("GB/T 529", "ISO 34-1"),
    ("GB/T 1690", "ISO 1817"),
    ("GB/T 7759.1", "ISO 815-1"),
    ("GB/T 9867", "ISO 4649"),
    ("GB/T 1687.1", "ISO 4666-1"),
    ("GB/T 3810.3", "ISO 10545-3"),
    ("GB/T 3810.4", "ISO 10545-4"),
    ("GB/T 3810.6", "ISO 10545-6"),
    ("GB/T 3810.7", "ISO 10545-7"),
    ("GB/T 3810.2", "ISO 10545-2"),
    ("GB/T 3810.11", "ISO 10545-11"),
    ("GB/T 3810.12", "ISO 10545-12"),
    ("GB/T 3810.14", "ISO 10545-14"),
    ("GB/T 3810.15", "ISO 10545-15"),
    ("GB/T 4208", "IEC 60529"),
    ("GB/T 5169.11", "IEC 60695-2-11"),
    ("GB/T 5169.16", "IEC 60695-11-10"),
    ("GB/T 2423.1", "IEC 60068-2-1"),
    ("GB/T 2423.2", "IEC 60068-2-2"),
    ("GB/T 2423.17", "IEC 60068-2-11"),
    ("GB/T 2951.11", "IEC 60811-1-1"),
    ("GB/T 4706.1", "IEC 60335-1"),
    ("GB 4706.1", "IEC 60335-1"),
    ("GB/T 16842", "IEC 61032"),
    ("GB/T 12113", "IEC 60990"),
    ("GB/T 4207", "IEC 60112"),
    ("GB/T 261", "ISO 2719"),
    ("GB/T 3536", "ISO 2592"),
    ("GB/T 3768", "ISO 3746"),
    ("GB/T 3767", "ISO 3744"),
    ("GB/T 6379.2", "ISO 5725-2"),
    ("GB/T 10357.1", "ISO 21016"),
    ("GB/T 20991", "ISO 20344"),
    ("GB/T 3903.1", "ISO 17707"),
    ("GB/T 451.2", "ISO 536"),
    ("GB/T 12914", "ISO 1924-2"),
    ("GB/T 454", "ISO 2758"),
    ("GB/T 455", "ISO 1974"),
    ("GB/T 6672", "ISO 4593"),
    ("GB/T 6009", "ISO 7214"),
];

/// Relates the standards named in two texts.
///
/// An adoption carries no year here: a method adopted once is taken for equivalent in later editions
/// too, as the description of the evaluation sets lays down. Whether the editions still agree is the
/// business of the adoption radar, which looks at dates.
pub fn method_relation(domestic: &str, foreign: &str) -> MethodRelation {
    let (left, right) = (families(domestic), families(foreign));
    if left.is_empty() || right.is_empty() {
        return MethodRelation::Unnamed;
    }
    if let Some(shared) = left.iter().find(|family| right.contains(family)) {
        return MethodRelation::Same(shared.clone());
    }
    for one in &left {
        for other in &right {
            if is_adoption(one, other) || is_adoption(other, one) {
                return MethodRelation::Adopted(format!("{one} ~ {other}"));
            }
        }
    }
    MethodRelation::Unrelated(format!("{} ≠ {}", left.join(", "), right.join(", ")))
}

fn families(text: &str) -> Vec<String> {
    reference::find(text)
        .into_iter()
        .map(|range| international(&reference::family(&text[range])))
        .collect()
}

/// National and European prefixes before ISO or IEC adopt without change: `DIN EN ISO 527-2`.
///
/// EN 60000 to 69999 are the IEC numbers (CENELEC numbering since 1997).
fn international(family: &str) -> String {
    for body in ["ISO/IEC", "ISO", "IEC"] {
        if let Some(at) = family.find(body)
            && at > 0
            && [
                "EN", "DINEN", "BSEN", "NFEN", "UNEEN", "BS", "DIN", "AS", "ASNZS", "CSA", "NF",
                "ANSI", "JIS",
            ]
            .contains(&family[..at].trim_end_matches('-'))
        {
            return family[at..].to_owned();
        }
    }
    if let Some(number) = family
        .strip_prefix("EN")
        .filter(|number| number.starts_with('6'))
    {
        let digits = number.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 5 {
            return format!("IEC{number}");
        }
    }
    family.to_owned()
}

fn is_adoption(domestic: &str, foreign: &str) -> bool {
    let same = |table: &str, family: &str| {
        let plain = reference::family(table);
        plain == family || plain.replacen("GBT", "GB", 1) == family
    };
    ADOPTIONS
        .iter()
        .any(|(own, other)| same(own, domestic) && same(other, foreign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adoption_makes_methods_equivalent_and_nothing_else_does() {
        let adopted = [
            ("GB/T 228.1", "ISO 6892-1"),
            ("GB/T 228.1-2021", "DIN EN ISO 6892-1:2020"),
            ("GB/T 9286—2021", "ISO 2409:2020"),
            ("GB/T 4706.1", "EN 60335-1"),
        ];
        for (left, right) in adopted {
            assert!(
                matches!(method_relation(left, right), MethodRelation::Adopted(_)),
                "{left} {right}"
            );
        }
        assert!(matches!(
            method_relation("GB/T 3920", "GB/T 3920-2008"),
            MethodRelation::Same(_)
        ));
        assert!(matches!(
            method_relation("EN ISO 105-X12", "ISO 105-X12:2016"),
            MethodRelation::Same(_)
        ));
        assert!(matches!(
            method_relation("GB/T 2912.1", "ISO 14184-2"),
            MethodRelation::Unrelated(_)
        ));
        assert_eq!(
            method_relation("干燥器法", "EN 717-1"),
            MethodRelation::Unnamed
        );
    }
}
