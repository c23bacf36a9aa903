//! What a clause does.

use super::Clause;

/// The use of a clause; definition pairs with definition, test with test.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ClauseKind {
    /// Scope or purpose.
    Scope,
    /// Normative references.
    References,
    /// A term and its definition.
    Definition,
    /// How something is tested, prepared or measured.
    Test,
    /// A requirement, and whatever is none of the others.
    #[default]
    Requirement,
}

const TEST_TITLES: &[&str] = &[
    "试验",
    "测定",
    "测量",
    "测试",
    "检测",
    "试样",
    "样品",
    "实验室",
    "取样",
    "制备",
    "方法",
    "调节",
    " test",
    "test ",
    "testing",
    "determination",
    "measurement",
    "method",
    "specimen",
    "sampling",
    "procedure",
    "conditioning",
    "apparatus",
];

const TEST_WORDS: &[&str] = &[
    "放置",
    "施加",
    "加载",
    "置于",
    "施力",
    "采用",
    "进行",
    "测量",
    "烘干",
    "加热",
    "浸入",
    "换算",
    "缓慢",
    "保持",
    " is applied",
    " are applied",
    "is dropped",
    "are dropped",
    "is placed",
    "are placed",
    "is submerged",
    "are attached",
    "is loaded",
    "is squared",
    "are taken",
    "is measured",
    "are measured",
    "is heated",
    "is immersed",
    "are immersed",
    "is subjected",
    "are subjected",
    "is mounted",
    "is exposed",
    "are exposed",
    "is calculated",
    "is determined",
    "drops from",
    "torque of",
    "tension of",
    "shall be performed",
    "is tested",
    "are tested",
    "shall be used",
    "is conditioned",
    "is weighed",
    "multiplied",
];

const REQUIRING: &[&str] = &[
    "应",
    "不得",
    "不小于",
    "不大于",
    "shall",
    "must",
    "not exceed",
    "at least",
    "not less",
    "maximum",
    "minimum",
    "≤",
    "≥",
    "±",
];

impl ClauseKind {
    /// Tells the use of one clause from its label, title and words.
    pub fn of(clause: &Clause) -> Self {
        let title = clause.title.to_lowercase();
        let text = clause.text.to_lowercase();
        let padded = format!(" {title} ");
        if [
            "规范性引用文件",
            "引用文件",
            "引用标准",
            "normative reference",
            "referenced document",
        ]
        .iter()
        .any(|word| title.contains(word))
        {
            return Self::References;
        }
        if matches!(
            title.trim(),
            "范围"
                | "scope"
                | "purpose"
                | "适用范围"
                | "总则与范围"
                | "scope and field of application"
                | "适用对象"
                | "主题内容与适用范围"
        ) {
            return Self::Scope;
        }
        if is_definition(clause, &text) {
            return Self::Definition;
        }
        let named = TEST_TITLES.iter().any(|word| padded.contains(word));
        let worded = TEST_WORDS.iter().any(|word| text.contains(word))
            && !REQUIRING
                .iter()
                .any(|word| text.contains(word) && *word != "±");
        if named || worded {
            Self::Test
        } else {
            Self::Requirement
        }
    }

    /// How well two uses go together, as a factor.
    pub(super) fn agreement(self, other: Self) -> f64 {
        match (self, other) {
            (left, right) if left == right => 1.0,
            (Self::Scope | Self::References, _) | (_, Self::Scope | Self::References) => 0.15,
            (Self::Definition, _) | (_, Self::Definition) => 0.22,
            _ => 0.6,
        }
    }
}

fn is_definition(clause: &Clause, text: &str) -> bool {
    let modal = ["应", "不得", "shall", "must"]
        .iter()
        .any(|word| text.contains(word));
    let third = clause.clause.starts_with("3.");
    let article = clause.text.starts_with("A ") || clause.text.starts_with("An ");
    let relative = text.contains(" that ") || text.contains(" which ");
    let lower_title = clause.title.starts_with(|c: char| c.is_ascii_lowercase());
    !modal
        && !clause.text.is_empty()
        && (third
            || (article && relative)
            || (lower_title && !text.contains(|c: char| c.is_ascii_digit())))
}
