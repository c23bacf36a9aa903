//! Schemes of conformity assessment: the certificate or mark an act asks for, and who gives it; a table.
//!
//! Rows are knowledge of the field that follows from the acts named; every use of a row is marked as such, and the act
//! itself prevails. An act without a row asks for no certificate that is known here, which the dossier says.

use serde::{Deserialize, Serialize};

use crate::model::Bilingual;

/// What an act asks to be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scheme {
    /// Identifier of the act.
    pub act: String,
    /// The certificate, mark or declaration.
    pub certificate: Bilingual,
    /// Who issues or assesses.
    pub body: Bilingual,
}

/// Act, certificate (Chinese, English), body (Chinese, English).
type Row = (&'static str, [&'static str; 2], [&'static str; 2]);

const MAKER: [&str; 2] = ["制造商自行声明", "the manufacturer's own declaration"];
const NOTIFIED: [&str; 2] = [
    "欧盟公告机构（按模式需要时）",
    "a notified body, where the module asks for one",
];

const ROWS: &[Row] = &[
    (
        "EU-2009-48-EC",
        [
            "CE 标志与欧盟符合性声明",
            "CE marking and EU declaration of conformity",
        ],
        NOTIFIED,
    ),
    (
        "EU-2025-2509",
        [
            "CE 标志与数字产品护照",
            "CE marking and digital product passport",
        ],
        NOTIFIED,
    ),
    (
        "EU-2014-35-LVD",
        [
            "CE 标志与欧盟符合性声明",
            "CE marking and EU declaration of conformity",
        ],
        MAKER,
    ),
    (
        "EU-2011-65-ROHS",
        [
            "CE 标志与欧盟符合性声明",
            "CE marking and EU declaration of conformity",
        ],
        MAKER,
    ),
    (
        "EU-2006-42-MD",
        [
            "CE 标志与欧盟符合性声明",
            "CE marking and EU declaration of conformity",
        ],
        NOTIFIED,
    ),
    (
        "EU-305-2011-CPR",
        [
            "CE 标志与性能声明（DoP）",
            "CE marking and declaration of performance",
        ],
        NOTIFIED,
    ),
    (
        "EU-2024-3110-CPR",
        [
            "CE 标志与性能和符合性声明",
            "CE marking and declaration of performance and conformity",
        ],
        NOTIFIED,
    ),
    (
        "EU-2023-1542-BATT",
        [
            "CE 标志与欧盟符合性声明",
            "CE marking and EU declaration of conformity",
        ],
        NOTIFIED,
    ),
    (
        "EU-1935-2004",
        [
            "符合性声明与可追溯文件",
            "declaration of compliance and traceability",
        ],
        MAKER,
    ),
    (
        "EU-84-500-EEC",
        [
            "陶瓷制品符合性声明",
            "declaration of compliance for ceramic articles",
        ],
        MAKER,
    ),
    (
        "EU-2018-858",
        ["整车型式批准", "whole-vehicle type-approval"],
        [
            "成员国型式批准机关",
            "the approval authority of a member state",
        ],
    ),
    (
        "EU-2019-2144-GSR",
        ["型式批准", "type-approval"],
        [
            "成员国型式批准机关",
            "the approval authority of a member state",
        ],
    ),
    (
        "EU-2020-740-TYRE",
        [
            "轮胎标签与 EPREL 登记",
            "tyre label and registration in EPREL",
        ],
        MAKER,
    ),
    (
        "UNECE-R30",
        ["E 标志型式批准", "E-mark type-approval"],
        [
            "缔约方型式批准机关",
            "the approval authority of a contracting party",
        ],
    ),
    (
        "UNECE-R43",
        ["E 标志型式批准", "E-mark type-approval"],
        [
            "缔约方型式批准机关",
            "the approval authority of a contracting party",
        ],
    ),
    (
        "UNECE-R54",
        ["E 标志型式批准", "E-mark type-approval"],
        [
            "缔约方型式批准机关",
            "the approval authority of a contracting party",
        ],
    ),
    (
        "US-CPSIA-2008",
        [
            "儿童产品证书（CPC）与跟踪标签",
            "Children's Product Certificate and tracking label",
        ],
        [
            "CPSC 认可的第三方实验室",
            "a third-party laboratory accepted by the CPSC",
        ],
    ),
    (
        "US-16CFR-1250",
        ["儿童产品证书（CPC）", "Children's Product Certificate"],
        [
            "CPSC 认可的第三方实验室",
            "a third-party laboratory accepted by the CPSC",
        ],
    ),
    (
        "US-16CFR-1227",
        ["儿童产品证书（CPC）", "Children's Product Certificate"],
        [
            "CPSC 认可的第三方实验室",
            "a third-party laboratory accepted by the CPSC",
        ],
    ),
    (
        "US-40CFR-770",
        [
            "TSCA 第六篇第三方认证与标签",
            "TSCA Title VI third-party certification and label",
        ],
        [
            "EPA 认可的第三方认证机构",
            "a third-party certifier recognised by the EPA",
        ],
    ),
    (
        "US-FMVSS-139",
        ["DOT 标志与自我认证", "DOT mark and self-certification"],
        MAKER,
    ),
    (
        "US-FMVSS-119",
        ["DOT 标志与自我认证", "DOT mark and self-certification"],
        MAKER,
    ),
    (
        "US-FSMA",
        [
            "FDA 设施注册与国外供应商验证",
            "FDA facility registration and foreign supplier verification",
        ],
        ["进口商", "the importer"],
    ),
    (
        "JP-PSE-DENAN",
        ["PSE 标志", "PSE mark"],
        [
            "登记检查机关（特定产品）",
            "a registered body, for specified products",
        ],
    ),
    (
        "JP-SG-CPSA",
        [
            "PSC 标志（特定产品）；SG 标志自愿",
            "PSC mark for specified products; the SG mark is voluntary",
        ],
        [
            "登记检查机关；制品安全协会",
            "a registered body; the Consumer Product Safety Association",
        ],
    ),
    (
        "KR-KC-CHILD",
        ["KC 标志", "KC mark"],
        ["指定的安全认证机构", "a designated certification body"],
    ),
    (
        "GCC-GTR-TOYS",
        ["G 标志（海湾符合性标志）", "Gulf Conformity Mark"],
        ["GSO 公告机构", "a body notified by the GSO"],
    ),
    (
        "SA-SABER-GPS",
        [
            "SABER 产品证书与批次证书",
            "SABER product and shipment certificates",
        ],
        ["SASO 认可的合格评定机构", "a body accepted by SASO"],
    ),
    (
        "EAEU-TR-CU-004-2011",
        [
            "EAC 标志与符合性证书",
            "EAC mark and certificate of conformity",
        ],
        [
            "联盟注册的认证机构",
            "a certification body of the Union's register",
        ],
    ),
    (
        "EAEU-TR-CU-007-2011",
        [
            "EAC 标志与符合性证书或声明",
            "EAC mark and certificate or declaration",
        ],
        [
            "联盟注册的认证机构",
            "a certification body of the Union's register",
        ],
    ),
    (
        "EAEU-TR-CU-008-2011",
        [
            "EAC 标志与符合性证书",
            "EAC mark and certificate of conformity",
        ],
        [
            "联盟注册的认证机构",
            "a certification body of the Union's register",
        ],
    ),
    (
        "EAEU-TR-CU-017-2011",
        [
            "EAC 标志与符合性声明或证书",
            "EAC mark and declaration or certificate",
        ],
        [
            "联盟注册的认证机构",
            "a certification body of the Union's register",
        ],
    ),
    (
        "EAEU-TR-CU-018-2011",
        ["EAC 标志与型式批准", "EAC mark and type-approval"],
        [
            "联盟注册的认证机构",
            "a certification body of the Union's register",
        ],
    ),
    (
        "EAEU-TR-CU-025-2012",
        [
            "EAC 标志与符合性声明或证书",
            "EAC mark and declaration or certificate",
        ],
        [
            "联盟注册的认证机构",
            "a certification body of the Union's register",
        ],
    ),
    (
        "IN-QCO-STEEL",
        ["BIS 许可与 ISI 标志", "BIS licence and ISI mark"],
        ["印度标准局（BIS）", "the Bureau of Indian Standards"],
    ),
    (
        "IN-QCO-TOYS-2020",
        ["BIS 许可与 ISI 标志", "BIS licence and ISI mark"],
        ["印度标准局（BIS）", "the Bureau of Indian Standards"],
    ),
    (
        "IN-QCO-BEARINGS-2025",
        ["BIS 许可与 ISI 标志", "BIS licence and ISI mark"],
        ["印度标准局（BIS）", "the Bureau of Indian Standards"],
    ),
];

/// Returns the schemes of an act.
pub fn schemes(act: &str) -> Vec<Scheme> {
    let of_act = ROWS.iter().filter(|(id, ..)| *id == act);
    of_act
        .map(|(id, certificate, body)| Scheme {
            act: (*id).to_owned(),
            certificate: Bilingual::new(certificate[0], certificate[1]),
            body: Bilingual::new(body[0], body[1]),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_names_an_act_that_is_carried() {
        for (act, ..) in ROWS {
            assert!(corpora::regulations::regulation(act).is_some(), "{act}");
        }
    }
}
