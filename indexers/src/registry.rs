//! The sources that are known: one row each, and the reader that turns its rows into records.

use serde_json::{Map, Value};

use crate::page::PageSource;
use crate::sources::{
    carried, cellar, cen, codex, cpsc, ecfr, eping, etsi, federal_register, gb_seed, iec, iso, itu,
    jsa, legislation_uk, openstd, relaton, sacinfo, safety_gate, samr, samr_notices, starter,
    table, trains,
};
use crate::{RawRecord, RowError};

/// A reader of one shape of row.
///
/// A source never fetches: it is given a row and answers with a record, so it can be tested from a line of text and its
/// stored bytes can be read again when it improves.
pub trait Source: Sync + std::fmt::Debug {
    /// Tells whether a row has this source's shape, by the names of its fields.
    fn recognises(&self, row: &Map<String, Value>) -> bool;

    /// Reads one row.
    ///
    /// # Errors
    ///
    /// [`RowError`] names the field that is missing or has the wrong shape.
    fn read(&self, row: Map<String, Value>) -> Result<RawRecord, RowError>;
}

/// What is known about a source apart from how to read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SourceInfo {
    /// Identifier, stable for ever: it is part of the key of every stored row.
    pub id: &'static str,
    /// Chinese name.
    pub name_zh: &'static str,
    /// English name.
    pub name_en: &'static str,
    /// Licence or right of use of the data.
    pub licence: &'static str,
    /// How much its word counts when sources disagree; higher wins.
    ///
    /// The publisher of a document is asked before a catalogue about it, a catalogue before hand-gathered facts.
    pub rank: u8,
}

/// Rank of a catalogue made from the publisher's own data.
const CATALOGUE: u8 = 60;
/// Rank of the publisher's own register.
const PUBLISHER: u8 = 80;
/// Rank of facts gathered by hand.
const GATHERED: u8 = 20;

const ATTRIBUTION: &str = "factual metadata, attribution";
const PUBLIC_DOMAIN: &str = "public domain (US government work)";

/// The table of sources.
static INFO: &[SourceInfo] = &[
    info(
        "relaton-iso",
        "ISO 标准目录（Relaton）",
        "ISO catalogue (Relaton)",
        ATTRIBUTION,
        CATALOGUE,
    ),
    info(
        "relaton-iec",
        "IEC 标准目录（Relaton）",
        "IEC catalogue (Relaton)",
        ATTRIBUTION,
        CATALOGUE,
    ),
    info(
        "relaton-jis",
        "日本工业标准目录（Relaton）",
        "JIS catalogue (Relaton)",
        ATTRIBUTION,
        CATALOGUE,
    ),
    info(
        "relaton-itu",
        "ITU 建议书目录（Relaton）",
        "ITU catalogue (Relaton)",
        ATTRIBUTION,
        CATALOGUE,
    ),
    info(
        "relaton-etsi",
        "ETSI 标准目录（Relaton）",
        "ETSI catalogue (Relaton)",
        ATTRIBUTION,
        CATALOGUE,
    ),
    info(
        "relaton-ieee",
        "IEEE 标准目录（Relaton）",
        "IEEE catalogue (Relaton)",
        ATTRIBUTION,
        CATALOGUE,
    ),
    info(
        "relaton-oiml",
        "OIML 出版物目录（Relaton）",
        "OIML catalogue (Relaton)",
        ATTRIBUTION,
        CATALOGUE,
    ),
    info(
        "relaton-ecma",
        "Ecma 标准目录（Relaton）",
        "Ecma catalogue (Relaton)",
        ATTRIBUTION,
        CATALOGUE,
    ),
    info(
        "relaton-easc",
        "独联体跨国标准目录（Relaton）",
        "EASC catalogue (Relaton)",
        ATTRIBUTION,
        CATALOGUE,
    ),
    info(
        "gb-seed",
        "国家标准公开清单",
        "Public lists of Chinese standards",
        "CC BY / CC BY-SA, per row",
        GATHERED + 10,
    ),
    info(
        "starter",
        "河北出口产品起始资料",
        "Starter facts for Hebei's exports",
        "facts with evidence, per row",
        GATHERED,
    ),
    info(
        "eping",
        "WTO ePing 通报",
        "WTO ePing notifications",
        "WTO, attribution",
        PUBLISHER,
    ),
    info(
        "wto-api",
        "WTO 开放接口通报",
        "WTO notifications (API portal)",
        "WTO, attribution",
        PUBLISHER,
    ),
    info(
        "tbt-cn",
        "通报中文译文",
        "Notifications in Chinese",
        "provenance per row",
        GATHERED,
    ),
    info(
        "samr",
        "全国标准信息公共服务平台",
        "National standards platform (SAMR)",
        ATTRIBUTION,
        PUBLISHER,
    ),
    info(
        "samr-foreign",
        "国外与国际标准（SAMR 平台）",
        "International and foreign standards (SAMR)",
        ATTRIBUTION,
        CATALOGUE,
    ),
    info(
        "openstd",
        "国家标准全文公开系统",
        "National standards full-text system, metadata",
        ATTRIBUTION,
        PUBLISHER,
    ),
    info(
        "hbba",
        "行业标准信息服务平台",
        "Industry standards platform",
        ATTRIBUTION,
        PUBLISHER,
    ),
    info(
        "dbba",
        "地方标准信息服务平台",
        "Local standards platform",
        ATTRIBUTION,
        PUBLISHER,
    ),
    info(
        "jsa",
        "日本规格协会目录",
        "JSA Webdesk catalogue",
        ATTRIBUTION,
        PUBLISHER,
    ),
    info(
        "iso",
        "ISO 开放数据",
        "ISO Open Data",
        "ODC-By 1.0, attribution to ISO",
        PUBLISHER,
    ),
    info(
        "us-federal-register",
        "美国联邦公报",
        "US Federal Register",
        PUBLIC_DOMAIN,
        PUBLISHER,
    ),
    info(
        "us-ecfr",
        "美国联邦法规汇编（eCFR）",
        "US Code of Federal Regulations (eCFR)",
        PUBLIC_DOMAIN,
        PUBLISHER,
    ),
    info(
        "us-cpsc",
        "美国消费品安全委员会召回",
        "Recalls of the US CPSC",
        PUBLIC_DOMAIN,
        PUBLISHER,
    ),
    info(
        "eu-cellar",
        "欧盟法规（Cellar）",
        "EU law (Cellar)",
        "reuse permitted with attribution (Decision 2011/833/EU)",
        PUBLISHER,
    ),
    info(
        "eu-safety-gate",
        "欧盟安全门产品警报",
        "EU Safety Gate alerts",
        "CC BY 4.0",
        PUBLISHER,
    ),
    info(
        "iec",
        "IEC 出版物",
        "IEC publications",
        "licence of the IEC's customers, factual metadata",
        PUBLISHER,
    ),
    info(
        "itu-t",
        "ITU-T 建议书",
        "ITU-T Recommendations",
        ATTRIBUTION,
        PUBLISHER,
    ),
    info(
        "etsi",
        "ETSI 标准",
        "ETSI deliverables",
        ATTRIBUTION,
        PUBLISHER,
    ),
    info(
        "cen",
        "CEN/CENELEC 标准（按编号）",
        "CEN and CENELEC standards, by number",
        ATTRIBUTION,
        PUBLISHER,
    ),
    info(
        "codex",
        "国际食品法典",
        "Codex Alimentarius",
        ATTRIBUTION,
        PUBLISHER,
    ),
    info(
        "uk-legislation",
        "英国法规",
        "UK legislation",
        "Open Government Licence 3.0",
        PUBLISHER,
    ),
    info(
        "trains",
        "联合国贸发会议 TRAINS 措施",
        "UNCTAD TRAINS measures",
        ATTRIBUTION,
        PUBLISHER,
    ),
    info(
        "samr-notices",
        "标准公告（SAMR 平台）",
        "Announcements of standards (SAMR)",
        ATTRIBUTION,
        PUBLISHER,
    ),
    info(
        "table",
        "自有标准表格",
        "Tables of the operator",
        "the operator's own",
        GATHERED + 10,
    ),
];

const fn info(
    id: &'static str,
    name_zh: &'static str,
    name_en: &'static str,
    licence: &'static str,
    rank: u8,
) -> SourceInfo {
    SourceInfo {
        id,
        name_zh,
        name_en,
        licence,
        rank,
    }
}

/// Returns every known source.
pub fn sources() -> &'static [SourceInfo] {
    INFO
}

/// Returns what is known about a source.
pub fn source_info(id: &str) -> Option<&'static SourceInfo> {
    INFO.iter().find(|info| info.id == id)
}

/// The readers, the more particular first.
pub(crate) static READERS: &[&dyn Source] = &[
    &carried::Carried,
    &table::TableRow,
    &starter::Limits,
    &starter::Products,
    &starter::Standards,
    &starter::Regulations,
    &eping::Rows,
    &eping::Items,
    &eping::Sheet,
    &eping::Translations,
    &gb_seed::List,
    &relaton::Catalogue,
];

/// The sources that live on the network, by identifier.
pub fn page_source(id: &str) -> Option<&'static dyn PageSource> {
    PAGE_SOURCES
        .iter()
        .copied()
        .find(|source| source.id() == id)
}

/// The sources that are crawled.
pub fn page_sources() -> &'static [&'static dyn PageSource] {
    PAGE_SOURCES
}

static PAGE_SOURCES: &[&dyn PageSource] = &[
    &eping::Site,
    &eping::Portal,
    &samr::NATIONAL,
    &samr::FOREIGN,
    &openstd::OpenStandards,
    &sacinfo::INDUSTRY,
    &sacinfo::LOCAL,
    &jsa::Webdesk,
    &iso::OpenData,
    &federal_register::FederalRegister,
    &ecfr::Ecfr,
    &relaton::DATA_SETS[0],
    &relaton::DATA_SETS[1],
    &relaton::DATA_SETS[2],
    &relaton::DATA_SETS[3],
    &relaton::DATA_SETS[4],
    &relaton::DATA_SETS[5],
    &relaton::DATA_SETS[6],
    &relaton::DATA_SETS[7],
    &relaton::DATA_SETS[8],
    &iec::Iec,
    &itu::Itu,
    &etsi::Etsi,
    &cen::Cen,
    &codex::Codex,
    &cpsc::Cpsc,
    &legislation_uk::Legislation,
    &trains::Trains,
    &samr_notices::Notices,
    &cellar::Cellar,
    &safety_gate::SafetyGate,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_source_has_its_own_identifier() {
        let mut ids: Vec<_> = sources().iter().map(|info| info.id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), sources().len());
    }
}
