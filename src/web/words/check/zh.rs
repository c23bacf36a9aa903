//! The words of 查新 in Chinese.

use super::CheckWords;

/// Every text in Chinese.
pub(in crate::web::words) const ZH: CheckWords = CheckWords {
    title: "查新",
    lead: "贴上文字或交上文件，逐个核对其中引用的标准：是否现行，被什么代替，采用了什么，有哪些修改单。",
    text: "文字",
    text_note: "合同、标准文本、标准清单都可以；编号怎样写都行。",
    file: "或文件",
    file_note: "docx、pdf、xlsx、csv、html、xml、txt，不超过 8 MB。文件只用来核对，不保存。",
    day: "状态截至",
    day_note: "不填为今天。",
    result_as: "结果形式",
    as_page: "网页",
    submit: "核对",
    results: "核对结果",
    nothing: "没有找到标准编号",
    nothing_lead: "编号形如 GB/T 19001-2016、ISO 9001:2015、EN 71-1、ASTM A615/A615M-22。图片里的文字认不出来，请先做文字识别。",
    number: "编号",
    times: |times| format!("出现 {times} 次"),
    read_as: "读作",
    finding: "结论",
    edition: "适用版本",
    replaced_by: "代替它的",
    adopts: "采用",
    amendments: "修改单",
    rule: "识别规则",
    confidence: |value| format!("把握 {value}"),
    others: "另有",
    near: "相近",
    more_rows: |shown, all| format!("网页上只列前 {shown} 个，共 {all} 个；导出的文件是全的。"),
    export: "导出",
    export_again: "文字太长，不能从本页直接导出：请在上面的表单里选好结果形式，再交一次文件。",
    from_file: |name| format!("文件：{name}"),
    mistake: "没有核对：",
    faults: &[
        ("empty", "没有文字，也没有文件。请贴上文字，或选一个文件。"),
        ("day", "日期应写成 2026-11-25。"),
        ("format", "没有这种结果形式，请在列表里选。"),
        ("broken", "表单没有传完整，请再交一次。"),
        (
            "too_large",
            "文件或文字超过 8 MB。请只交引用标准的那几章，或把文件拆开。",
        ),
        (
            "too_much",
            "文件展开后太大，或表格、层次太多。请拆开，或另存为 txt、docx 后再交。",
        ),
        ("too_many", "编号超过 5000 个。请把文件拆开，分几次核对。"),
        (
            "unsupported",
            "读不了这种文件。请另存为 docx、xlsx、pdf 或 txt；旧的 .doc、.xls 打开后另存即可。",
        ),
        (
            "damaged",
            "文件已损坏，打不开。请用原来的程序打开并另存，再交一次。",
        ),
        ("locked", "文件有密码或禁止复制。请另存一份不加密的。"),
        (
            "no_program",
            "本站没有装读 PDF 的程序。请另存为 docx 或 txt。",
        ),
        (
            "failed",
            "文件太复杂，没有在限定的时间里读完。请另存为 docx 或 txt。",
        ),
        (
            "scan",
            "这份 PDF 是扫描图片，没有文字。请先做文字识别（OCR）。",
        ),
        (
            "garbage",
            "这份 PDF 的字体没有说明是什么字，读出来是乱码。请从原来的程序重新打印成 PDF。",
        ),
        ("no_text", "文件里没有文字。请看看是不是选错了文件。"),
    ],
    losses: |count| format!("文件里有 {count} 处没有读成文字（图片、删除的修订等）。"),
};
