//! Repairing codes of classifications and markets.

use corpora::markets;

/// Repairs an ICS code (`53.06` lost a zero, `67.` gained a dot) and returns it; `None` for what is no ICS code.
///
/// Sources drop trailing zeros because they keep the code as a number; the repair pads the group to three digits.
pub(super) fn ics_code(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches('.');
    let parts: Vec<&str> = text.split('.').collect();
    let digits = parts
        .iter()
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    if !digits || parts.len() > 3 || parts[0].len() > 2 {
        return None;
    }
    let field = format!("{:0>2}", parts[0]);
    let Some(group) = parts.get(1) else {
        return Some(field);
    };
    let mut code = format!("{field}.{group:0<3}");
    if let Some(subgroup) = parts.get(2) {
        code = format!("{code}.{subgroup:0<2}");
    }
    // Edition 6 has codes that edition 7 dropped: unknown is kept, only the form is checked.
    (code.len() <= 9).then_some(code)
}

/// Returns the digits of an HS code (`3808.4000`, `ex 7214`), at least the chapter; `None` for what is none.
pub(super) fn hs_code(text: &str) -> Option<String> {
    let text = text.trim().trim_start_matches("ex").trim_start();
    let digits: String = text
        .chars()
        .take_while(|character| character.is_ascii_digit() || matches!(character, '.' | ' '))
        .filter(char::is_ascii_digit)
        .collect();
    (2..=12).contains(&digits.len()).then_some(digits)
}

/// Returns a CCS code without blanks (`Y 57`); `None` for what is none.
pub(super) fn ccs_code(text: &str) -> Option<String> {
    let code: String = text
        .chars()
        .filter(|character| !character.is_whitespace())
        .collect();
    let letter = code.starts_with(|first: char| first.is_ascii_uppercase());
    let digits = code
        .get(1..)
        .is_some_and(|rest| rest.len() <= 2 && rest.bytes().all(|byte| byte.is_ascii_digit()));
    (letter && digits).then_some(code)
}

/// Returns the market code for a code or name in any known spelling; an unknown name stays as it is.
pub(super) fn market_code(name: &str) -> String {
    markets::by_name(name).map_or_else(|| name.trim().to_owned(), |market| market.code.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_repaired_and_what_is_none_is_left_out() {
        assert_eq!(ics_code("53.06").as_deref(), Some("53.060"));
        assert_eq!(ics_code("67.").as_deref(), Some("67"));
        assert_eq!(ics_code("97.200.50").as_deref(), Some("97.200.50"));
        assert_eq!(ics_code("road vehicles"), None);
        assert_eq!(hs_code("3808.4000").as_deref(), Some("38084000"));
        assert_eq!(hs_code("ex 7214").as_deref(), Some("7214"));
        assert_eq!(hs_code("72106 - - Plated").as_deref(), Some("72106"));
        assert_eq!(hs_code("none"), None);
        assert_eq!(ccs_code("Y 57").as_deref(), Some("Y57"));
        assert_eq!(ccs_code("57"), None);
    }

    #[test]
    fn member_names_with_commas_are_one_market() {
        assert_eq!(market_code("Korea, Republic of"), "KR");
        assert_eq!(market_code("European Union"), "EU");
        assert_eq!(market_code("Atlantis"), "Atlantis");
    }
}
