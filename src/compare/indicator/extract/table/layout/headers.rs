//! The headers that tables of standards bear, by what they announce.

use super::names::split_header;

const ITEMS: &[&str] = &[
    "项目",
    "参数",
    "指标名称",
    "性能",
    "检验项目",
    "检测项目",
    "特性",
    "元素",
    "物质",
    "污染物",
    "名称",
    "性能指标",
    "技术参数",
    "考核项目",
    "要求项目",
    "微生物",
    "成分",
    "测试项目",
    "试验项目",
    "理化指标",
    "有害物质",
    "可迁移元素",
    "property",
    "parameter",
    "element",
    "characteristic",
    "item",
    "test",
    "substance",
    "requirement",
    "characteristics",
    "properties",
    "analyte",
    "contaminant",
    "quantity",
    "compound",
    "pollutant",
    "measurand",
    "feature",
    "attribute",
    "metal",
];

pub(super) fn is_item_header(header: &str) -> bool {
    let lower = header.trim().to_ascii_lowercase();
    ITEMS.iter().any(|item| {
        lower == *item
            || (lower.starts_with(item) && lower.len() <= item.len() + 12)
            || (!item.is_ascii() && lower.ends_with(item))
    })
}

/// A header that only says there are limits below it.
pub(in super::super) fn is_generic_header(header: &str) -> bool {
    const GENERIC: &[&str] = &[
        "指标",
        "要求",
        "限值",
        "限量",
        "限量值",
        "技术要求",
        "标准值",
        "技术指标",
        "最大限量",
        "性能要求",
        "limit",
        "limits",
        "requirement",
        "requirements",
        "value",
        "values",
        "specification",
        "limit value",
        "指标值",
        "规定值",
        "最大值",
        "最小值",
        "max",
        "min",
        "maximum",
        "minimum",
        "lower limit",
        "upper limit",
        "质量指标",
        "参数值",
        "数值",
        "上限",
        "下限",
        "最大允许浓度",
        "允许值",
        "标准限值",
        "max.",
        "min.",
    ];
    let (name, _) = split_header(header);
    let name = name.trim().to_ascii_lowercase();
    name.is_empty() || GENERIC.contains(&name.as_str())
}

pub(super) fn is_bound_header(header: &str) -> bool {
    let lower = header.to_ascii_lowercase();
    [
        "lower", "upper", "min", "max", "下限", "上限", "最小", "最大", "最低", "最高",
    ]
    .iter()
    .any(|word| lower.contains(word))
}

pub(super) fn is_case_header(header: &str) -> bool {
    const SIZES: &[&str] = &[
        "厚度",
        "直径",
        "公称",
        "规格",
        "尺寸",
        "月龄",
        "年龄",
        "等级",
        "级别",
        "类别",
        "牌号",
        "类型",
        "型号",
        "型式",
        "组别",
        "品种",
        "产品",
        "温度",
        "截面",
        "体重",
        "容量",
        "适用",
        "grade",
        "class",
        "type",
        "category",
        "thickness",
        "diameter",
        "nominal",
        "size",
        "age",
        "group",
        "designation",
        "product",
        "level",
        "condition",
        "条件",
        "食品",
        "材料",
        "material",
        "food",
        "range",
        "steel",
        "series",
        "steel grade",
    ];
    let lower = header.to_ascii_lowercase();
    SIZES.iter().any(|word| lower.starts_with(word))
        || ["类别", "等级", "级别", "牌号", "类型"]
            .iter()
            .any(|word| lower.contains(word))
}
