//! How binding a text is, by its modal verbs.

/// The kinds of provision of GB/T 1.1-2020 and the ISO/IEC Directives, Part 2.
///
/// Engineering codes rank 必须 above 应; here both require.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Provision {
    /// 应, 不应, 不得, 必须; shall, must.
    Requirement,
    /// 宜, 不宜; should.
    Recommendation,
    /// 可, 不必; may.
    Permission,
    /// 能, 可能; can.
    Capability,
    /// No modal verb.
    #[default]
    Statement,
}

const MODALS: &[(Provision, &[&str])] = &[
    (
        Provision::Requirement,
        &[
            "应",
            "不得",
            "必须",
            "严禁",
            "须",
            "shall",
            "must",
            "is required to",
            "are required to",
        ],
    ),
    (
        Provision::Recommendation,
        &["宜", "建议", "should", "is recommended"],
    ),
    (
        Provision::Permission,
        &[
            "可以",
            "可不",
            "不必",
            "无须",
            "允许",
            "may",
            "is permitted",
            "need not",
        ],
    ),
    (
        Provision::Capability,
        &["能够", "可能", "能", "can", "cannot", "could", "might"],
    ),
];

/// Words in which a modal character is no modal verb.
const COMPOUNDS: &[&str] = &[
    "反应",
    "供应",
    "响应",
    "相应",
    "对应",
    "适应",
    "效应",
    "感应",
    "应力",
    "应用",
    "应急",
    "应变",
    "适宜",
    "便宜",
    "性能",
    "功能",
    "能量",
    "节能",
    "能源",
    "能效",
    "能耗",
    "智能",
    "热能",
    "电能",
    "动能",
    "必须知",
    "无须",
    "须知",
    "许可",
    "可靠",
    "可见",
    "可触及",
    "可燃",
    "可溶",
    "可迁移",
    "可追溯",
];

impl Provision {
    /// The most binding provision a text makes.
    pub fn of(text: &str) -> Self {
        let mut plain = text.to_lowercase();
        for compound in COMPOUNDS.iter().filter(|compound| **compound != "无须") {
            if plain.contains(compound) {
                plain = plain.replace(compound, "　");
            }
        }
        let found = MODALS
            .iter()
            .find(|(_, words)| words.iter().any(|word| occurs(&plain, word)));
        if let Some((provision, _)) = found {
            return *provision;
        }
        if occurs(&plain, "可") {
            Self::Permission
        } else {
            Self::Statement
        }
    }
}

fn occurs(lower: &str, word: &str) -> bool {
    let latin = word.is_ascii();
    lower.match_indices(word).any(|(at, _)| {
        let before = lower[..at].ends_with(|c: char| c.is_ascii_alphanumeric());
        let after = lower[at + word.len()..].starts_with(|c: char| c.is_ascii_alphanumeric());
        !latin || !(before || after)
    })
}
