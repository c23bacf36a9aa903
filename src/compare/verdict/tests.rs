//! Verdicts over pairs of many fields, written for these tests.
//!
//! 1. Each pair gets its verdict.
//! 2. Exchanging the sides mirrors it.
//! 3. A printed requirement compared with itself is equal.

use super::{Verdict, judge};
use crate::compare::indicator::{Indicator, Limit, OpenEnds};

/// A side as `parameter|limit|unit|condition|method`.
fn side(text: &str) -> Option<Indicator> {
    let mut parts = text.split('|').map(str::trim);
    let name = parts.next().filter(|name| !name.is_empty())?;
    let mut indicator = Indicator::new(name, limit(parts.next().unwrap_or_default()));
    let own = |part: Option<&str>| part.filter(|text| !text.is_empty()).map(str::to_owned);
    indicator.unit = own(parts.next());
    indicator.condition = own(parts.next());
    indicator.method = own(parts.next());
    Some(indicator)
}

fn limit(text: &str) -> Limit {
    let number = |text: &str| text.trim().parse().expect("a number");
    let pair = |text: &str| {
        text.split_once(',')
            .map(|(low, high)| (number(low), number(high)))
    };
    let first = text.chars().next().unwrap_or(' ');
    let rest = &text[first.len_utf8().min(text.len())..];
    match first {
        '≤' => Limit::AtMost(number(rest)),
        '≥' => Limit::AtLeast(number(rest)),
        '<' => Limit::Below(number(rest)),
        '>' => Limit::Above(number(rest)),
        '=' => Limit::Equal(number(rest)),
        '[' | '(' => {
            let (low, high) = pair(rest.trim_end_matches([']', ')'])).expect("two numbers");
            let open = OpenEnds::from_ends(first == '(', text.ends_with(')'));
            Limit::range(low, high, open)
        }
        '±' => {
            let (nominal, deviation) = pair(rest).expect("two numbers");
            Limit::Tolerance { nominal, deviation }
        }
        '{' => Limit::Enumeration(
            rest.trim_end_matches('}')
                .split(',')
                .map(|v| v.trim().to_owned())
                .collect(),
        ),
        _ => Limit::Qualitative(text.to_owned()),
    }
}

const PAIRS: &[(&str, &str, Verdict)] = &[
    // Same unit.
    ("铅|≤90|mg/kg", "lead|≤100|mg/kg", Verdict::Stricter),
    (
        "断后伸长率|≥16|%",
        "elongation after fracture|≥18|%",
        Verdict::Looser,
    ),
    ("吸水率|≤0.50|%", "water absorption|≤0.5|%", Verdict::Equal),
    ("花纹深度|≥1.6|mm", "tread depth|>1.6|mm", Verdict::Looser),
    (
        "厚度偏差|±0,0.3|mm",
        "thickness deviation|[-0.3,0.3]|mm",
        Verdict::Equal,
    ),
    (
        "水分|(8,12]|%",
        "moisture content|[8,12)|%",
        Verdict::Crossing,
    ),
    (
        "壁厚|[2.0,2.4]|mm",
        "wall thickness|≥2.0|mm",
        Verdict::Stricter,
    ),
    ("含量|[0,5]|%", "content|≤5|%", Verdict::Equal),
    (
        "有效成分|[45,50]|%",
        "active ingredient|[40,48]|%",
        Verdict::Crossing,
    ),
    // Units.
    (
        "屈服强度|≥235|MPa",
        "yield strength|≥36|[ksi]",
        Verdict::Looser,
    ),
    ("镉|≤0.01|%", "cadmium|≤100|[ppm]", Verdict::Equal),
    (
        "制动距离|≤7|m",
        "stopping distance|≤15|[ft_i]",
        Verdict::Looser,
    ),
    (
        "冲击吸收能量|≥27|J",
        "impact energy|≥20|[ft_lbf]",
        Verdict::Equal,
    ),
    (
        "表面温度|≤60|℃",
        "surface temperature|≤140|°F",
        Verdict::Equal,
    ),
    (
        "手柄温升|≤35|K",
        "temperature rise of handles|≤60|K",
        Verdict::Stricter,
    ),
    ("温升|≤36|℃", "temperature rise|≤36|K", Verdict::Equal),
    ("质量|≤4.5|kg", "mass|≤10|lb", Verdict::Equal),
    ("照度|≥300|lx", "illuminance|≥30|fc", Verdict::Looser),
    (
        "镀锌层|≥275|g/m2",
        "zinc coating|≥0.90|oz/ft2",
        Verdict::Equal,
    ),
    ("噪声|≤65|dB(A)", "noise|≤65|dB", Verdict::NotComparable),
    (
        "浓度|≤0.1|mg/m3",
        "concentration|≤100|ug/m3",
        Verdict::Equal,
    ),
    ("铅|≤0.1|mg/L", "lead|≤0.1|mg/kg", Verdict::NotComparable),
    (
        "释放量|≤0.5|mg/(m2.h)",
        "emission|≤0.5|mg/m3",
        Verdict::NotComparable,
    ),
    ("色牢度|≥4|级", "colour fastness|≥3.5|", Verdict::Stricter),
    // Lists.
    (
        "材料|{Ⅰ类}|",
        "material|{Class I, Class II}|",
        Verdict::Stricter,
    ),
    (
        "额定电压|{220}|V",
        "rated voltage|[200,240]|V",
        Verdict::Stricter,
    ),
    // Words.
    (
        "沙门氏菌|不得检出|",
        "salmonella|not detected|",
        Verdict::Equal,
    ),
    ("石棉|禁止使用|", "asbestos|≤0.1|%", Verdict::Stricter),
    (
        "氯霉素|不得检出||检出限 0.5 μg/kg",
        "chloramphenicol|≤0.3|ug/kg",
        Verdict::Looser,
    ),
    (
        "柠檬酸|按生产需要适量使用|",
        "citric acid|≤5|g/kg",
        Verdict::Looser,
    ),
    ("表面|不应有裂纹|", "surface|no cracks|", Verdict::Equal),
    ("外观|应清洁|", "gloss|≥60|1", Verdict::NotComparable),
    // Missing.
    (
        "全氟辛酸|不作规定|",
        "PFOA|≤25|ug/kg",
        Verdict::DomesticMissing,
    ),
    (
        "噪声|≤65|dB(A)",
        "noise|no requirement|",
        Verdict::ForeignMissing,
    ),
    ("噪声|≤65|dB(A)", "", Verdict::ForeignMissing),
    ("", "lead|≤90|mg/kg", Verdict::DomesticMissing),
    // Sums.
    (
        "铅、镉、汞、六价铬总和|≤100|mg/kg",
        "each of lead, cadmium, mercury and chromium(VI)|≤100|mg/kg",
        Verdict::Stricter,
    ),
    (
        "DEHP、DBP、BBP各|≤0.1|%",
        "sum of DEHP, DBP and BBP|≤0.1|%",
        Verdict::Looser,
    ),
    // Quantity, method, condition.
    (
        "总铅|≤100|mg/kg",
        "migration of lead|≤90|mg/kg",
        Verdict::NotComparable,
    ),
    (
        "铬|≤60|mg/kg",
        "chromium(VI)|≤3|mg/kg",
        Verdict::NotComparable,
    ),
    (
        "抗拉强度|≥370|MPa",
        "yield strength|≥235|MPa",
        Verdict::NotComparable,
    ),
    ("硬度|≤200|HBW", "hardness|≤20|HRC", Verdict::NotComparable),
    (
        "拉伸强度|≥50|MPa||GB/T 1040.2",
        "tensile strength|≥50|MPa||ISO 527-2:2012",
        Verdict::Equal,
    ),
    (
        "拉伸强度|≥50|MPa||GB/T 1040.2",
        "tensile strength|≥50|MPa||ASTM D638",
        Verdict::NotComparable,
    ),
    (
        "冲击强度|≥20|kJ/m2|简支梁",
        "impact strength|≥20|kJ/m2|Izod",
        Verdict::NotComparable,
    ),
    (
        "泄漏电流|≤0.75|mA|Ⅰ类器具",
        "leakage current|≤0.25|mA|class II appliances",
        Verdict::NotComparable,
    ),
    (
        "屈服强度|≥235|MPa|厚度≤16 mm",
        "yield strength|≥225|MPa|16 mm < t ≤ 40 mm",
        Verdict::NotComparable,
    ),
    (
        "冲击吸收能量|≥27|J|－20 ℃",
        "impact energy|≥27|J|0 °C",
        Verdict::NotComparable,
    ),
    (
        "PM2.5|≤35|ug/m3|年平均",
        "PM2.5|≤9|ug/m3|annual mean",
        Verdict::Looser,
    ),
    (
        "耐摩擦色牢度|≥3|级|湿摩擦",
        "colour fastness to rubbing|≥4|级|dry",
        Verdict::NotComparable,
    ),
];

#[test]
fn pairs_of_many_fields_get_their_verdict() {
    let failed: Vec<String> = PAIRS
        .iter()
        .filter_map(|(own, other, wanted)| {
            let finding = judge(side(own).as_ref(), side(other).as_ref());
            (finding.verdict != *wanted)
                .then(|| format!("{own} / {other}: wanted {wanted:?}, found {finding:?}"))
        })
        .collect();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn exchanging_the_sides_mirrors_the_verdict() {
    for (own, other, wanted) in PAIRS {
        let finding = judge(side(other).as_ref(), side(own).as_ref());
        assert_eq!(
            finding.verdict,
            wanted.mirrored(),
            "{other} / {own}: {finding:?}"
        );
    }
}

#[test]
fn a_requirement_equals_itself() {
    for (own, ..) in PAIRS {
        let own = side(own);
        let finding = judge(own.as_ref(), own.as_ref());
        let absent = matches!(finding.verdict, Verdict::NotComparable) && finding.proof.is_empty();
        assert!(
            finding.verdict == Verdict::Equal || absent,
            "{own:?}: {finding:?}"
        );
    }
}
