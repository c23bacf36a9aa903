//! Addresses of electronic mail.

use std::fmt;
use std::str::FromStr;

/// A checked address: `local@domain` in ASCII, without anything that could leave its header.
///
/// Narrower than RFC 5321 on purpose: quoted local parts, address literals and comments are what attacks are made of,
/// and nobody's address. The domain is kept in lower case; the local part as it was written, because its case belongs
/// to the server.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct EmailAddress(String);

/// A text that is no address; it is not repeated, because messages are logged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected an address such as `name@example.com`, found something else")]
pub struct EmailAddressError;

impl EmailAddress {
    /// Returns the address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the address as an operator may see it: `z***@e***.com`.
    pub fn masked(&self) -> String {
        mask(&self.0)
    }
}

/// Masks an address for everything an operator sees.
pub fn mask(address: &str) -> String {
    let (local, domain) = address.rsplit_once('@').unwrap_or((address, ""));
    let first = |text: &str| text.chars().next().map(String::from).unwrap_or_default();
    let (name, top) = domain.rsplit_once('.').unwrap_or((domain, ""));
    format!("{}***@{}***.{top}", first(local), first(name))
}

/// Masks every address within a text, such as a server's reply.
pub fn mask_within(text: &str) -> String {
    let is_part =
        |character: char| !character.is_whitespace() && !"<>()[],;:\"'".contains(character);
    let mut masked = String::with_capacity(text.len());
    let mut word = String::new();
    for character in text.chars().chain(std::iter::once(' ')) {
        if is_part(character) {
            word.push(character);
            continue;
        }
        masked += &if word.contains('@') {
            mask(&word)
        } else {
            std::mem::take(&mut word)
        };
        word.clear();
        masked.push(character);
    }
    masked.pop();
    masked
}

impl fmt::Debug for EmailAddress {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.masked())
    }
}

impl FromStr for EmailAddress {
    type Err = EmailAddressError;

    fn from_str(text: &str) -> Result<Self, EmailAddressError> {
        let text = text.trim_matches([' ', '\u{3000}']);
        let (local, domain) = text.rsplit_once('@').ok_or(EmailAddressError)?;
        let local_ok = (1..=64).contains(&local.len())
            && local.split('.').all(|atom| {
                !atom.is_empty()
                    && atom.bytes().all(|byte| {
                        byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte)
                    })
            });
        let labels: Vec<&str> = domain.split('.').collect();
        let domain_ok = domain.len() <= 253
            && labels.len() >= 2
            && labels.iter().all(|label| {
                (1..=63).contains(&label.len())
                    && !label.starts_with('-')
                    && !label.ends_with('-')
                    && label
                        .bytes()
                        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            })
            && labels
                .last()
                .is_some_and(|top| top.bytes().any(|byte| byte.is_ascii_alphabetic()));
        if local_ok && domain_ok && text.len() <= 254 {
            Ok(Self(format!("{local}@{}", domain.to_ascii_lowercase())))
        } else {
            Err(EmailAddressError)
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_people_have_is_taken() {
        for (written, kept) in [
            ("wang@example.com", "wang@example.com"),
            (" Wang.Li+tbt@Example.COM.cn ", "Wang.Li+tbt@example.com.cn"),
            ("1234567890@qq.com", "1234567890@qq.com"),
        ] {
            assert_eq!(written.parse::<EmailAddress>().unwrap().as_str(), kept);
        }
    }

    #[test]
    fn what_leaves_its_header_or_is_nobodys_is_refused() {
        for wrong in [
            "",
            "a",
            "@b.c",
            "a@b",
            "a@b..c",
            "a..b@c.de",
            ".a@b.cd",
            "a b@c.de",
            "a@c.de\r\nBcc: x@y.z",
            "a\n@c.de",
            "\"a\"@c.de",
            "a@[127.0.0.1]",
            "a@127.0.0.1",
            "a@b.c,d@e.f",
            "<a@b.cd>",
            "王@例子.cn",
        ] {
            assert!(wrong.parse::<EmailAddress>().is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn nobody_reads_an_address_in_a_log() {
        let address: EmailAddress = "zhang.san@example.com".parse().unwrap();
        assert_eq!(format!("{address:?}"), "z***@e***.com");
        assert_eq!(
            mask_within("550 5.1.1 <zhang.san@example.com>: no such user"),
            "550 5.1.1 <z***@e***.com>: no such user"
        );
    }

    proptest! {
        #[test]
        fn no_accepted_address_holds_a_blank_or_control_character(text in "\\PC{0,40}|[a-z]{1,8}@[a-z\\r\\n.-]{1,12}") {
            if let Ok(address) = text.parse::<EmailAddress>() {
                prop_assert!(address.as_str().bytes().all(|byte| (0x21..0x7F).contains(&byte)));
                prop_assert_eq!(address.as_str().parse(), Ok(address.clone()));
            }
        }
    }
}
