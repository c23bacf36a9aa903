//! The cookies of one run of one source.
//!
//! A source's session lives in a path of its host (`/bzgk`), so a cookie goes back only below its path and only to the
//! host that set it (RFC 6265, 5.1.4); domains are ignored, which is stricter than a browser and enough here. They are
//! forgotten with the run.

use std::sync::{Mutex, MutexGuard, PoisonError};

use url::Url;

/// The most cookies a run keeps: a hostile server may set one with every page.
const MOST: usize = 64;
/// The longest name and value that is kept.
const LONGEST: usize = 4096;

/// A jar.
#[derive(Debug, Default)]
pub struct Cookies(Mutex<Vec<Cookie>>);

struct Cookie {
    host: String,
    path: String,
    name: String,
    value: String,
    secure: bool,
}

/// Values are sessions and must not get into a log.
impl std::fmt::Debug for Cookie {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} for {}{}", self.name, self.host, self.path)
    }
}

impl Cookies {
    fn jar(&self) -> MutexGuard<'_, Vec<Cookie>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a `Set-Cookie` header of an answer from an address.
    pub fn take(&self, address: &Url, header: &str) {
        let mut parts = header.split(';').map(str::trim);
        let pair = parts.next().and_then(|pair| pair.split_once('='));
        let (Some((name, value)), Some(host)) = (pair, address.host_str()) else {
            return;
        };
        let mut cookie = Cookie {
            host: host.to_owned(),
            path: folder(address.path()).to_owned(),
            name: name.trim().to_owned(),
            value: value.trim().to_owned(),
            secure: false,
        };
        let mut over = false;
        for part in parts {
            let (attribute, value) = part.split_once('=').unwrap_or((part, ""));
            match attribute.to_ascii_lowercase().as_str() {
                "path" if value.starts_with('/') => value.clone_into(&mut cookie.path),
                "secure" => cookie.secure = true,
                "max-age" => over = value.parse::<i64>().is_ok_and(|seconds| seconds <= 0),
                _ => {}
            }
        }
        let mut jar = self.jar();
        jar.retain(|kept| {
            (&kept.host, &kept.path, &kept.name) != (&cookie.host, &cookie.path, &cookie.name)
        });
        let size = cookie.name.len() + cookie.value.len();
        if !over && jar.len() < MOST && size <= LONGEST && !cookie.name.is_empty() {
            jar.push(cookie);
        }
    }

    /// Returns the `Cookie` header for an address, the longer paths first; nothing without cookies.
    pub fn header(&self, address: &Url) -> Option<String> {
        let jar = self.jar();
        let mut fitting: Vec<&Cookie> = jar
            .iter()
            .filter(|cookie| address.host_str() == Some(cookie.host.as_str()))
            .filter(|cookie| path_matches(address.path(), &cookie.path))
            .filter(|cookie| !cookie.secure || address.scheme() == "https")
            .collect();
        fitting.sort_by_key(|cookie| std::cmp::Reverse(cookie.path.len()));
        let pairs: Vec<String> = fitting
            .iter()
            .map(|cookie| format!("{}={}", cookie.name, cookie.value))
            .collect();
        (!pairs.is_empty()).then(|| pairs.join("; "))
    }
}

/// The default path of a cookie: the folder of the page that set it (RFC 6265, 5.1.4).
fn folder(path: &str) -> &str {
    match path.rfind('/') {
        Some(at) if at > 0 => &path[..at],
        _ => "/",
    }
}

fn path_matches(path: &str, of_cookie: &str) -> bool {
    path.strip_prefix(of_cookie)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/') || of_cookie.ends_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> Url {
        text.parse().unwrap()
    }

    #[test]
    fn a_cookie_goes_back_only_below_its_path_and_to_its_host() {
        let jar = Cookies::default();
        jar.take(
            &url("https://openstd.samr.gov.cn/bzgk/gb/index"),
            "JSESSIONID=7; Path=/bzgk; HttpOnly",
        );
        let sent = |address| jar.header(&url(address));
        assert_eq!(
            sent("https://openstd.samr.gov.cn/bzgk/gb/std_list").as_deref(),
            Some("JSESSIONID=7")
        );
        assert_eq!(sent("https://openstd.samr.gov.cn/bzgkx"), None);
        assert_eq!(sent("https://std.samr.gov.cn/bzgk/gb"), None);
    }

    #[test]
    fn a_cookie_is_replaced_and_taken_back() {
        let jar = Cookies::default();
        let page = url("http://a.example/x/y");
        jar.take(&page, "s=1");
        jar.take(&page, "s=2");
        assert_eq!(jar.header(&page).as_deref(), Some("s=2"));
        jar.take(&page, "s=2; Max-Age=0");
        assert_eq!(jar.header(&page), None);
    }
}
