use corpora::queries::CaseKind;

use super::QualityReport;
use crate::model::Language;

fn report(ranks: &[Option<usize>]) -> QualityReport {
    let mut report = QualityReport::default();
    for rank in ranks {
        report.add(CaseKind::Number, *rank);
    }
    report
}

#[test]
fn ranks_beyond_ten_count_as_not_found() {
    let row = report(&[Some(1), Some(2), Some(11), None]).kinds[0];
    assert_eq!((row.cases, row.first, row.in_ten), (4, 1, 2));
    assert!((row.mean_reciprocal() - 0.375).abs() < 1e-9);
}

#[test]
fn a_figure_below_its_floor_is_named() {
    assert_eq!(report(&[Some(1), Some(2)]).fallen(), [CaseKind::Number]);
    assert!(report(&[Some(1); 5]).fallen().is_empty());
}

#[test]
fn the_table_is_one_in_both_languages() {
    for language in [Language::Zh, Language::En] {
        let text = report(&[Some(1), None]).markdown(language);
        let rows: Vec<&str> = text.lines().filter(|line| line.starts_with('|')).collect();
        assert_eq!(rows[0].matches('|').count(), rows[2].matches('|').count());
        assert!(text.contains("50.0 %"), "{text}");
    }
}
