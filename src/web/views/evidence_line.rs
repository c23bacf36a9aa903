//! Who says so: evidence of hand-gathered facts.

use crate::model::Evidence;
use crate::web::words::Words;

/// One piece of evidence for readers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct EvidenceLine {
    /// What kind of evidence.
    pub(in crate::web) kind: &'static str,
    /// Where it stands: a host, a file, a document.
    pub(in crate::web) place: String,
    /// The page itself, where it may be linked.
    pub(in crate::web) link: Option<String>,
    /// What must be known about it.
    pub(in crate::web) note: Option<&'static str>,
}

/// Sites where readers upload documents that are not theirs: they are named, so that a fact can be judged, but not linked.
const SHARING: [&str; 34] = [
    "1-16.com",
    "777doc.com",
    "academia.edu",
    "book118.com",
    "bzfxw.com",
    "bzxz.net",
    "doc88.com",
    "docin.com",
    "docplayer.net",
    "docsplayer.com",
    "docslib.org",
    "documents.pub",
    "docx.baby",
    "dokumen.pub",
    "freebz.net",
    "freestandardsdownload.com",
    "fxbzw.com",
    "guobiao.icu",
    "haowendang.cn",
    "isopdfdownload.com",
    "issuu.com",
    "kupdf.net",
    "mydoc123.com",
    "pdfcoffee.com",
    "renrendoc.com",
    "scribd.com",
    "slideshare.net",
    "studocu.com",
    "studylib.net",
    "tikuw.cn",
    "vdocuments.mx",
    "wenku.baidu.com",
    "wnwk.com",
    "yumpu.com",
];

/// Returns the lines of some evidence.
pub(in crate::web) fn evidence_lines(evidence: &[Evidence], words: &Words) -> Vec<EvidenceLine> {
    evidence.iter().map(|one| line(one, words)).collect()
}

fn line(evidence: &Evidence, words: &Words) -> EvidenceLine {
    let kind = match evidence.kind.as_str() {
        "catalogue" => words.record.catalogue,
        "notification" => words.record.notified,
        "knowledge" => words.record.knowledge,
        _ => words.record.seen,
    };
    let source = evidence.source.as_deref().unwrap_or_default();
    let Some(link) = safe_link(source) else {
        // A text that looks like an address but is none of ours to link is not shown as one either.
        let place = if source.contains("://") {
            String::new()
        } else {
            source.to_owned()
        };
        return EvidenceLine {
            kind,
            place,
            link: None,
            note: None,
        };
    };
    let host = host_of(link).to_owned();
    let shared = SHARING.iter().any(|site| {
        host.strip_suffix(site)
            .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    });
    EvidenceLine {
        kind,
        place: host
            .strip_prefix("www.")
            .map_or_else(|| host.clone(), str::to_owned),
        link: (!shared).then(|| link.to_owned()),
        note: shared.then_some(words.record.sharing_site),
    }
}

/// Returns an address that may be linked: `http` or `https` and nothing else, with a host.
pub(in crate::web) fn safe_link(address: &str) -> Option<&str> {
    let address = address.trim();
    let scheme = address.split_once("://")?.0;
    let known = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    (known && !host_of(address).is_empty() && !address.contains(char::is_whitespace))
        .then_some(address)
}

/// Returns the host of an address, without user and port.
fn host_of(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    host.split(':').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    fn line_of(source: &str) -> EvidenceLine {
        let evidence = Evidence {
            kind: "seen".to_owned(),
            source: Some(source.to_owned()),
            ..Evidence::default()
        };
        line(&evidence, Words::of(Language::Zh))
    }

    #[test]
    fn a_sharing_site_is_named_but_not_linked() {
        let shared = line_of("https://max.book118.com/html/2017/x.shtm");
        assert_eq!(
            (shared.place.as_str(), shared.link),
            ("max.book118.com", None)
        );
        assert!(shared.note.is_some());
        let own = line_of("https://www.notscribd.com/a");
        assert_eq!(
            (own.place.as_str(), own.link.as_deref()),
            ("notscribd.com", Some("https://www.notscribd.com/a"))
        );
    }

    #[test]
    fn nothing_but_the_web_is_linked() {
        for source in [
            "javascript:alert(1)",
            "data:text/html,x",
            "ftp://a.b/c",
            "https://",
            "http:// x",
            "owner/name",
        ] {
            assert_eq!(line_of(source).link, None, "{source}");
        }
        assert_eq!(
            safe_link(" HTTPS://user@echa.europa.eu:443/x "),
            Some("HTTPS://user@echa.europa.eu:443/x")
        );
        assert_eq!(
            host_of("https://user@echa.europa.eu:443/x"),
            "echa.europa.eu"
        );
    }
}
