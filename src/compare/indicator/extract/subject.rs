//! Cleaning the words before a limit until the parameter is left.

/// Cuts a clause label or list mark off the front: `5.3.2 `, `a) `, `—— `, `(b) `, `§ 1299.4 `.
pub(super) fn without_label(text: &str) -> &str {
    let mut rest = text.trim_start();
    for _ in 0..3 {
        let next = label_end(rest);
        if next == 0 {
            break;
        }
        rest = rest[next..].trim_start();
    }
    rest
}

fn label_end(text: &str) -> usize {
    if let Some(rest) = text.strip_prefix("附录") {
        let taken = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        return if taken > 0 && rest[taken..].starts_with([' ', '　']) {
            "附录".len() + taken
        } else {
            0
        };
    }
    for dash in [
        "——", "—", "--", "- ", "• ", "· ", "* ", "§", "●", "■", "◆", "|",
    ] {
        if text.starts_with(dash) {
            return dash.len();
        }
    }
    let first = text.chars().next().unwrap_or(' ');
    if ('①'..='⑳').contains(&first) {
        return first.len_utf8();
    }
    let (opened, body) = match text.strip_prefix(['(', '（']) {
        Some(body) => (true, body),
        None => (false, text),
    };
    let opening = text.len() - body.len();
    let length = body
        .bytes()
        .take_while(|b| b.is_ascii_alphanumeric() || *b == b'.')
        .count();
    let label = &body[..length];
    let after = body[length..].chars().next();
    let closes = matches!(after, Some(')' | '）'));
    let short = length > 0 && length <= 5;
    if closes && short && (opened || !label.contains('.')) {
        return opening + length + after.map_or(0, char::len_utf8);
    }
    if opened || length == 0 {
        return 0;
    }
    let dotted = label.contains('.') && label.bytes().any(|b| b.is_ascii_digit());
    let numeric_start = label.starts_with(|c: char| c.is_ascii_digit())
        || (label.len() > 2
            && label.as_bytes()[1] == b'.'
            && label.as_bytes()[0].is_ascii_uppercase());
    let spaced = matches!(after, Some(' ' | '　' | '\t' | '\u{a0}'));
    if dotted && numeric_start && spaced {
        return length;
    }
    let whole = label.bytes().all(|b| b.is_ascii_digit()) && label.len() <= 2;
    let chinese_next = body[length..]
        .trim_start()
        .starts_with(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let heading_next = body[length..]
        .trim_start()
        .starts_with(|c: char| c.is_ascii_uppercase());
    let classifier = body[length..].trim_start().starts_with([
        '个', '次', '年', '级', '倍', '天', '月', '类', '小', '层', '片', '根', '件', '分', '秒',
        '日', '号',
    ]);
    if whole && spaced && (chinese_next && !classifier || heading_next) {
        return length;
    }
    0
}

const LEADING: &[&str] = &[
    "并且",
    "而且",
    "同时",
    "此外",
    "另外",
    "其中",
    "但是",
    "或",
    "并",
    "且",
    "但",
    "和",
    "及",
    "其",
    "则",
    "，",
    "、",
    "；",
    "：",
    ",",
    "所有",
    "产品的",
    "该",
    "一般",
];

const TRAILING: &[&str] = &[
    "或",
    "应当",
    "不应",
    "应该",
    "应均",
    "均应",
    "都应",
    "控制在",
    "保持在",
    "维持在",
    "规定为",
    "应",
    "均",
    "都",
    "须",
    "宜",
    "需",
    "为",
    "是",
    "在",
    "的",
    "分别",
    "各",
    "也",
    "还",
    "必须",
    "，",
    "、",
    "：",
    ":",
    ",",
    "(",
    "（",
    "且",
    "并",
    "最大",
    "最小",
    "达",
    "能",
    "可",
    "要求",
    "=",
    "至",
    "由",
    "取",
    "处于",
    "设定",
    "介",
];

/// Strips connectives before and modal words behind a Chinese subject.
pub(super) fn chinese(text: &str) -> &str {
    let named = text.rsplit(['：', ':']).next().unwrap_or(text);
    let text = if named.trim().is_empty() { text } else { named };
    let mut rest = without_label(text).trim();
    loop {
        let before = rest;
        for word in LEADING {
            if let Some(shorter) = rest
                .strip_prefix(word)
                .filter(|shorter| !shorter.is_empty())
            {
                rest = shorter.trim_start();
            }
        }
        for word in TRAILING {
            rest = rest.strip_suffix(word).unwrap_or(rest).trim_end();
        }
        if rest == before || rest.is_empty() {
            return rest;
        }
    }
}

/// A subject that names a case (`湿态路面`, `夜间模式`) and not a quantity of its own.
pub(super) fn is_case(subject: &str) -> bool {
    const CASES: &[&str] = &[
        "路面",
        "模式",
        "状态",
        "型",
        "类",
        "品",
        "时",
        "区",
        "侧",
        "用",
        "档",
        "组",
        "式",
        "工况",
        "条件",
        "夜间",
        "昼间",
        "白天",
        "单值",
        "平均值",
        "平均",
        "个别",
        "其他",
        "其余",
        "金属",
        "塑料",
        "木材",
        "材料",
        "方向",
        "经向",
        "纬向",
        "纵向",
        "横向",
        "部位",
        "部分",
        "表面",
        "场所",
        "人群",
        "儿童",
        "婴儿",
        "成人",
        "以上",
        "以下",
        "者",
        "冬季",
        "夏季",
        "单个值",
        "最大值",
        "最小值",
        "干态",
        "湿态",
        "室内",
        "室外",
        "手柄",
    ];
    CASES.iter().any(|ending| subject.ends_with(ending))
}

/// Splits `均质材料中铅` into what the parameter is found in and the parameter.
pub(super) fn split_container(subject: &str) -> (Option<&str>, &str) {
    let mut from = 0;
    while let Some(offset) = subject[from..].find('中') {
        let at = from + offset;
        let after = &subject[at + '中'.len_utf8()..];
        let word = after.starts_with([
            '心', '性', '和', '值', '间', '部', '文', '等', '位', '毒', '央', '国', '空', '子',
            '点',
        ]);
        let head = subject[..at].trim_start_matches('在').trim();
        let joined = head.ends_with(['其', '集', '之', '当', '适', '居']) || head.is_empty();
        if !word && !joined && after.trim().chars().count() >= 1 {
            let after = after.trim_start_matches(['，', '的', ' ']);
            return (Some(head), after);
        }
        from = at + '中'.len_utf8();
    }
    (None, subject)
}

/// Splits an enumeration of parameters when each of them is limited.
pub(super) fn split_each(subject: &str, is_each: bool) -> Vec<String> {
    const TOTALS: &[&str] = &[
        "总量",
        "总含量",
        "总和",
        "总浓度",
        "总计",
        "总迁移",
        "之和",
        "合计",
        "之比",
        "比值",
        "之差",
        "的比",
        "三种",
        "两种",
        "或",
        "与",
    ];
    let (names, shared) = match subject.rsplit_once('的') {
        Some((names, shared)) if names.contains(['、', '和', '及']) => (names, shared),
        _ => (subject, ""),
    };
    let listed = names.contains('、') || names.contains('和') || names.contains('及');
    if !listed || TOTALS.iter().any(|word| subject.contains(word)) {
        return vec![subject.to_owned()];
    }
    let parts: Vec<&str> = names
        .split(['、'])
        .flat_map(|part| part.split("以及"))
        .flat_map(|part| part.split(['和', '及']))
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let short = parts.iter().all(|part| part.chars().count() <= 3);
    if parts.len() < 2 || !(is_each || (short && names.contains('、'))) {
        return vec![subject.to_owned()];
    }
    let _ = shared;
    parts.into_iter().map(str::to_owned).collect()
}

/// Strips labels, articles and trailing verbs from an English subject.
pub(super) fn english(text: &str) -> &str {
    const LEADING: &[&str] = &[
        "and ",
        "but ",
        "or ",
        "the ",
        "a ",
        "an ",
        "any ",
        "all ",
        "no ",
        "each ",
        "every ",
        "its ",
        "that ",
        "such ",
        "however, ",
        "in addition, ",
        "their ",
        "moreover, ",
        "furthermore, ",
        ", ",
        "where ",
        "if ",
        "when ",
        "individual ",
    ];
    const TRAILING: &[&str] = &[
        " shall", " must", " should", " is", " are", " be", " of", ",", ":", " and", " that",
        " which", " not", " has", " have", " a", " the", " each", " both", " at", "(", " with",
        " may", " can", " in", " for", " to", " =",
    ];
    let mut rest = without_label(text).trim_matches([' ', ',', ';', ':', '.', '–', '—', '\n']);
    loop {
        let before = rest;
        for word in LEADING {
            let head = rest.get(..word.len()).unwrap_or_default();
            if head.eq_ignore_ascii_case(word) {
                rest = rest[word.len()..].trim_start();
            }
        }
        for word in TRAILING {
            rest = rest.strip_suffix(word).unwrap_or(rest).trim_end();
        }
        if rest == before {
            return rest;
        }
    }
}
