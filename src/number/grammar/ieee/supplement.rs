//! Amendments, corrigenda and interpretations of IEEE.

use crate::number::cursor::Cursor;
use crate::number::date::full_year;
use crate::number::supplement::{Binding, Supplement, SupplementKind};

/// Reads `/Cor 1-2017`, ` Amd.1:2014`, `_Cor 1`.
pub(super) fn supplement(cursor: &mut Cursor<'_>) -> Option<Supplement> {
    cursor.skip(b" /_-");
    let words = [
        ("CORRIGENDUM", SupplementKind::Corrigendum, "Cor"),
        ("AMENDMENT", SupplementKind::Amendment, "Amd"),
        ("COR", SupplementKind::Corrigendum, "Cor"),
        ("AMD", SupplementKind::Amendment, "Amd"),
        ("INT", SupplementKind::Interpretation, "INT"),
    ];
    let (_, kind, printed) = words
        .into_iter()
        .find(|(word, ..)| cursor.word(word) && !cursor.at_letter())?;
    cursor.skip(b" .");
    let digits = cursor.digits();
    if digits.is_empty() || digits.len() > 3 {
        return None;
    }
    let year = cursor.attempt(|cursor| {
        cursor.skip(b" ");
        (cursor.eat(b'-') || cursor.eat(b':')).then_some(())?;
        full_year(cursor.digits())
    });
    let mut text = format!("/{printed} {digits}");
    if let Some(year) = year {
        text = format!("{text}-{year}");
    }
    Some(Supplement {
        kind,
        binding: Binding::Separate,
        number: digits.to_owned(),
        year,
        text,
    })
}
