//! 1. A message has every header that RFC 8058, 2369, 3834 and 5322 ask for, and is signed over them.
//! 2. Nothing a person typed begins a header.

use super::*;
use crate::model::Language;

fn draft(subject: &str) -> Draft {
    Draft {
        to: "wang@example.com".parse().unwrap(),
        message_id: "digest.1@duibiao.example".to_owned(),
        date: "2026-11-25T00:00:05Z".parse().unwrap(),
        language: Language::Zh,
        subject: subject.to_owned(),
        text: "正文".to_owned(),
        html: "<p>正文</p>".to_owned(),
        list: Some(ListLinks {
            one_click: "https://duibiao.example/u/00ff".to_owned(),
            manage: "https://duibiao.example/zh/subscriptions/00ff".to_owned(),
        }),
    }
}

fn settings() -> MailSettings {
    MailSettings {
        from: "alerts@duibiao.example".to_owned(),
        ..MailSettings::default()
    }
}

fn headers(message: &[u8]) -> String {
    let text = String::from_utf8(message.to_vec()).unwrap();
    text.split("\r\n\r\n")
        .next()
        .unwrap()
        .replace("\r\n ", " ")
        .replace("\r\n\t", " ")
}

#[test]
fn a_digest_can_be_left_with_one_click() {
    let message = Composer::new(&settings())
        .unwrap()
        .compose(&draft("[对标] 5 条新通报"))
        .unwrap();
    let headers = headers(&message);
    for line in [
        "Message-ID: <digest.1@duibiao.example>",
        "List-Unsubscribe: <https://duibiao.example/u/00ff>",
        "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
        "List-Id: <alerts.duibiao.example>",
        "Auto-Submitted: auto-generated",
        "Content-Language: zh-CN",
        "Date: Wed, 25 Nov 2026 00:00:05 +0000",
    ] {
        assert!(
            headers.lines().any(|one| one == line),
            "{line} is missing in\n{headers}"
        );
    }
    assert!(headers.is_ascii(), "{headers}");
    assert!(
        headers.contains("Subject: =?utf-8?b?") || headers.contains("Subject: [=?utf-8?b?"),
        "{headers}"
    );
    assert!(headers.contains("multipart/alternative"));
}

#[test]
fn a_question_is_no_letter_of_the_list() {
    let question = Draft {
        list: None,
        ..draft("请确认")
    };
    let headers = headers(
        &Composer::new(&settings())
            .unwrap()
            .compose(&question)
            .unwrap(),
    );
    assert!(!headers.contains("List-"), "{headers}");
}

#[test]
fn the_signature_covers_the_way_out() {
    let folder = tempfile::tempdir().unwrap();
    let key_file = folder.path().join("dkim.key");
    // An Ed25519 key made up for this test: 32 bytes, each 42.
    fs_err::write(&key_file, "KioqKioqKioqKioqKioqKioqKioqKioqKioqKioqKio=\n").unwrap();
    let signed = MailSettings {
        dkim: Some(DkimSettings {
            selector: "alerts".to_owned(),
            domain: "duibiao.example".to_owned(),
            key_file,
        }),
        ..settings()
    };
    let composer = Composer::new(&signed).unwrap();
    let headers = headers(&composer.compose(&draft("[对标]")).unwrap()).to_lowercase();
    let signature = headers
        .lines()
        .find(|line| line.starts_with("dkim-signature:"))
        .unwrap();
    let covered = signature
        .split("h=")
        .nth(1)
        .unwrap()
        .split(';')
        .next()
        .unwrap()
        .replace(' ', "");
    for name in [
        "from",
        "to",
        "subject",
        "list-unsubscribe",
        "list-unsubscribe-post",
        "message-id",
    ] {
        assert!(
            covered.split(':').any(|one| one == name),
            "{name} is not in {covered}"
        );
    }
    fs_err::write(signed.dkim.as_ref().unwrap().key_file.as_path(), "no key").unwrap();
    assert!(matches!(
        Composer::new(&signed),
        Err(ComposeError::Key { .. })
    ));
}

#[test]
fn nothing_that_was_typed_begins_a_header() {
    let hostile = MailSettings {
        from_name: "x\r\nBcc: all@example.com".to_owned(),
        ..settings()
    };
    let message = Composer::new(&hostile)
        .unwrap()
        .compose(&draft("a\r\nBcc: all@example.com\r\n\r\nbody"))
        .unwrap();
    let headers = headers(&message);
    assert!(
        !headers
            .lines()
            .any(|line| line.to_lowercase().starts_with("bcc")),
        "{headers}"
    );
    let wrong = MailSettings {
        from: "a@b.cd\r\nBcc: x@y.zz".to_owned(),
        ..settings()
    };
    assert!(matches!(
        Composer::new(&wrong),
        Err(ComposeError::Sender(_))
    ));
}
