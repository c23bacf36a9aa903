//! What a comparison comes to.

use serde::{Deserialize, Serialize};

/// The seven verdicts; the subject is the domestic side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// 严于: every value the domestic side admits is admitted by the foreign one, not the reverse.
    Stricter,
    /// 宽于.
    Looser,
    /// 一致.
    Equal,
    /// 交叉: each side admits something the other does not.
    Crossing,
    /// 对方缺失.
    ForeignMissing,
    /// 我国缺失.
    DomesticMissing,
    /// 不可比.
    NotComparable,
}

impl Verdict {
    /// The verdict with the sides exchanged.
    #[must_use]
    pub const fn mirrored(self) -> Self {
        match self {
            Self::Stricter => Self::Looser,
            Self::Looser => Self::Stricter,
            Self::ForeignMissing => Self::DomesticMissing,
            Self::DomesticMissing => Self::ForeignMissing,
            same => same,
        }
    }

    /// The sign that stands beside the word, so that colour is never alone.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Stricter => "▲",
            Self::Looser => "▼",
            Self::Equal => "＝",
            Self::Crossing => "✕",
            Self::ForeignMissing | Self::DomesticMissing => "○",
            Self::NotComparable => "?",
        }
    }

    /// The Chinese term.
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Stricter => "严于",
            Self::Looser => "宽于",
            Self::Equal => "一致",
            Self::Crossing => "交叉",
            Self::ForeignMissing => "对方缺失",
            Self::DomesticMissing => "我国缺失",
            Self::NotComparable => "不可比",
        }
    }

    /// The English term, said of the domestic side.
    pub const fn en(self) -> &'static str {
        match self {
            Self::Stricter => "stricter than",
            Self::Looser => "looser than",
            Self::Equal => "equal to",
            Self::Crossing => "crossing",
            Self::ForeignMissing => "missing on the foreign side",
            Self::DomesticMissing => "missing on the domestic side",
            Self::NotComparable => "not comparable",
        }
    }
}

/// A side of the comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The Chinese indicator.
    Domestic,
    /// The other one.
    Foreign,
}

/// Why the verdict is what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// One side has no indicator, or says that it sets none.
    NoRequirement,
    /// Neither side has one.
    NothingToCompare,
    /// The parameters are different quantities.
    DifferentQuantity,
    /// The named methods are not equivalent.
    DifferentMethod,
    /// The conditions exclude one another.
    DifferentCondition,
    /// The units measure different things, or a unit is unknown.
    DifferentDimension,
    /// One side is a number, the other words that no rule turns into a set.
    WordsOnly,
    /// The admitted sets were compared.
    SetInclusion,
    /// A sum was compared with limits on each summand.
    SumAgainstEach,
    /// The values agree after conversion and rounding.
    EqualAfterRounding,
}

impl Reason {
    /// The reason in Chinese.
    pub const fn zh(self) -> &'static str {
        match self {
            Self::NoRequirement => "一方未作规定",
            Self::NothingToCompare => "双方均无指标",
            Self::DifferentQuantity => "指标对象不同",
            Self::DifferentMethod => "试验方法不等效",
            Self::DifferentCondition => "试验或适用条件不同",
            Self::DifferentDimension => "量纲不同，无法换算",
            Self::WordsOnly => "定性要求与定量限值不可直接比较",
            Self::SetInclusion => "按允许值集合的包含关系判定",
            Self::SumAgainstEach => "总量与单项限值按集合包含关系判定",
            Self::EqualAfterRounding => "换算并修约后一致",
        }
    }

    /// The reason in English.
    pub const fn en(self) -> &'static str {
        match self {
            Self::NoRequirement => "one side sets no requirement",
            Self::NothingToCompare => "neither side has an indicator",
            Self::DifferentQuantity => "the parameters are different quantities",
            Self::DifferentMethod => "the test methods are not equivalent",
            Self::DifferentCondition => "the conditions differ",
            Self::DifferentDimension => "the units do not convert into one another",
            Self::WordsOnly => "a requirement in words and a numeric limit do not compare",
            Self::SetInclusion => "by inclusion of the admitted sets",
            Self::SumAgainstEach => "a sum against limits on each summand, by inclusion",
            Self::EqualAfterRounding => "equal after conversion and rounding",
        }
    }
}

/// The rule a step of the derivation applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// The limit as printed.
    AsPrinted,
    /// The parameters and what tells them apart.
    Parameter,
    /// The relation of the methods.
    Method,
    /// The relation of the conditions.
    Condition,
    /// A conversion of units.
    Conversion,
    /// Rounding to the digits of the less precise side.
    Rounding,
    /// The admitted set.
    AdmittedSet,
    /// The inclusion found.
    Inclusion,
}

/// One step a reader can check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The rule applied.
    pub rule: Rule,
    /// The side it speaks of, nothing for both.
    pub side: Option<Side>,
    /// What it says, in signs rather than in a language.
    pub statement: String,
}

/// A verdict with its reason and proof.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The verdict.
    pub verdict: Verdict,
    /// Why.
    pub reason: Reason,
    /// The derivation.
    pub proof: Vec<Step>,
}
