//! Every text of the pages, in both languages: a table, and therefore long.
//!
//! [`Words`] is filled twice, in `zh.rs` and `en.rs`; the compiler refuses a language that lacks a text. Sentences with a
//! number or a name in them are functions, because languages put them in different places and English needs a plural.
//! Words of the model (statuses, kinds, relations) and of the corpora (markets, bodies, classes) stay where they are
//! defined.

mod alerts;
mod calendar;
mod check;
mod en;
mod help;
mod interface;
mod sources;
mod statistics;
mod zh;

pub(super) use alerts::AlertWords;
pub(super) use calendar::CalendarWords;
pub(super) use check::CheckWords;
pub(super) use help::HelpWords;
pub(super) use interface::InterfaceWords;
pub(super) use sources::SourceWords;
pub(super) use statistics::StatisticsWords;

use crate::model::Language;

/// A sentence about a count.
pub(super) type Counted = fn(u64) -> String;
/// A sentence about a name.
pub(super) type Named = fn(&str) -> String;

/// The words of a language.
#[derive(Debug)]
pub(super) struct Words {
    /// Tag of the language (RFC 5646).
    pub(super) tag: &'static str,
    /// Between items of a list in a sentence.
    pub(super) comma: &'static str,
    /// What stands between parts that have commas themselves.
    pub(super) semicolon: &'static str,
    /// Between a name and its value.
    pub(super) colon: &'static str,
    /// What stands on every page.
    pub(super) frame: FrameWords,
    /// The first page.
    pub(super) home: HomeWords,
    /// Searches.
    pub(super) search: SearchWords,
    /// Records.
    pub(super) record: RecordWords,
    /// Numbers.
    pub(super) number: NumberWords,
    /// Products.
    pub(super) product: ProductWords,
    /// Comparisons, gap reports, dossiers.
    pub(super) gap: GapWords,
    /// Sources and coverage.
    pub(super) about: AboutWords,
    /// What went wrong.
    pub(super) error: ErrorWords,
    /// Which numbers of a document still hold.
    pub(super) check: CheckWords,
    /// Subscribing.
    pub(super) alerts: AlertWords,
    /// What lies ahead.
    pub(super) calendar: CalendarWords,
    /// What is counted.
    pub(super) statistics: StatisticsWords,
    /// How each source is doing.
    pub(super) sources: SourceWords,
    /// The manual.
    pub(super) help: HelpWords,
}

impl Words {
    /// Returns the words of a language.
    pub(super) fn of(language: Language) -> &'static Self {
        match language {
            Language::Zh => &zh::ZH,
            Language::En => &en::EN,
        }
    }
}

/// What stands on every page.
#[derive(Debug)]
pub(super) struct FrameWords {
    pub(super) name: &'static str,
    pub(super) skip: &'static str,
    pub(super) main_links: &'static str,
    pub(super) box_label: &'static str,
    pub(super) placeholder: &'static str,
    pub(super) search: &'static str,
    pub(super) products: &'static str,
    pub(super) notifications: &'static str,
    pub(super) compare: &'static str,
    pub(super) sources: &'static str,
    pub(super) subscribe: &'static str,
    pub(super) about: &'static str,
    pub(super) programs: &'static str,
    pub(super) official: &'static str,
    pub(super) other_language: &'static str,
    pub(super) other_language_tag: &'static str,
}

/// The first page.
#[derive(Debug)]
pub(super) struct HomeWords {
    pub(super) title: &'static str,
    pub(super) lead: &'static str,
    pub(super) examples: &'static str,
    pub(super) applies: &'static str,
    pub(super) product: &'static str,
    pub(super) market: &'static str,
    pub(super) any_product: &'static str,
    pub(super) any_market: &'static str,
    pub(super) look: &'static str,
    pub(super) products: &'static str,
    pub(super) markets: &'static str,
    pub(super) notifications: &'static str,
    pub(super) no_notifications: &'static str,
    pub(super) week: &'static str,
    pub(super) week_notified: fn(u64, u64) -> String,
    pub(super) week_closing: Counted,
    pub(super) week_begun: Counted,
    pub(super) week_ended: Counted,
    pub(super) week_quiet: &'static str,
    pub(super) closing: &'static str,
    pub(super) no_closing: &'static str,
    pub(super) upcoming: &'static str,
    pub(super) no_upcoming: &'static str,
    pub(super) recent: &'static str,
    pub(super) no_recent: &'static str,
    pub(super) all: &'static str,
    pub(super) covered: &'static str,
    pub(super) held: fn(u64, usize) -> String,
    pub(super) not_covered: &'static str,
}

/// Searches.
#[derive(Debug)]
pub(super) struct SearchWords {
    pub(super) title: &'static str,
    pub(super) title_of: Named,
    pub(super) found: fn(u64, u64) -> String,
    pub(super) further_page: &'static str,
    pub(super) results: &'static str,
    pub(super) filters: &'static str,
    pub(super) filters_chosen: &'static str,
    pub(super) remove: Named,
    pub(super) remove_all: &'static str,
    pub(super) more_values: Counted,
    pub(super) kind: &'static str,
    pub(super) status: &'static str,
    pub(super) market: &'static str,
    pub(super) body: &'static str,
    pub(super) product: &'static str,
    pub(super) year: &'static str,
    pub(super) period: &'static str,
    pub(super) from: &'static str,
    pub(super) to: &'static str,
    pub(super) apply: &'static str,
    pub(super) as_of: Named,
    pub(super) sort: &'static str,
    pub(super) relevance: &'static str,
    pub(super) newest: &'static str,
    pub(super) oldest: &'static str,
    pub(super) deadline: &'static str,
    pub(super) export: &'static str,
    pub(super) export_note: &'static str,
    pub(super) for_programs: &'static str,
    pub(super) next: &'static str,
    pub(super) first: &'static str,
    pub(super) end: &'static str,
    pub(super) end_of_paging: &'static str,
    pub(super) repaired: &'static str,
    pub(super) undo_number: &'static str,
    pub(super) undo_phrase: &'static str,
    pub(super) number_known: &'static str,
    pub(super) published: &'static str,
    pub(super) implemented: &'static str,
    pub(super) implements: &'static str,
    pub(super) comments_until: &'static str,
    pub(super) editions: Counted,
    pub(super) official: &'static str,
    pub(super) matched: &'static str,
    pub(super) translated: &'static str,
    pub(super) matched_aliases: &'static str,
    pub(super) matched_classification: &'static str,
    pub(super) matched_title: Named,
    pub(super) matched_abstract: Named,
    pub(super) days_left: Counted,
    pub(super) last_day: &'static str,
    pub(super) closed: &'static str,
    pub(super) zone: &'static str,
    pub(super) nothing: &'static str,
    pub(super) nothing_for: Named,
    pub(super) read_as: &'static str,
    pub(super) read_where: &'static str,
    pub(super) unmet: &'static str,
    pub(super) rendered_as: &'static str,
    pub(super) did_you_mean: &'static str,
    pub(super) records_with: Named,
    pub(super) go_on: &'static str,
    pub(super) without_filters: &'static str,
    pub(super) only_word: Named,
    pub(super) near_numbers: &'static str,
    pub(super) all_products: &'static str,
    pub(super) help: &'static str,
    pub(super) searched: &'static str,
    pub(super) not_covered: &'static str,
    pub(super) empty: &'static str,
}

/// Records.
#[derive(Debug)]
pub(super) struct RecordWords {
    pub(super) compare: &'static str,
    pub(super) watch: &'static str,
    pub(super) facts: &'static str,
    pub(super) also: &'static str,
    pub(super) citation: &'static str,
    pub(super) status_conflict: fn(&str, &str) -> String,
    pub(super) market: &'static str,
    pub(super) body: &'static str,
    pub(super) published: &'static str,
    pub(super) implemented: &'static str,
    pub(super) withdrawn: &'static str,
    pub(super) confirmed: &'static str,
    pub(super) comments_until: &'static str,
    pub(super) edition: &'static str,
    pub(super) document_type: &'static str,
    pub(super) binding: &'static str,
    pub(super) mandatory: &'static str,
    pub(super) voluntary: &'static str,
    pub(super) committees: &'static str,
    pub(super) products: &'static str,
    pub(super) aliases: &'static str,
    pub(super) keywords: &'static str,
    pub(super) members: &'static str,
    pub(super) notification_type: &'static str,
    pub(super) reasons: &'static str,
    pub(super) inherited: &'static str,
    pub(super) products_covered: &'static str,
    pub(super) objectives: &'static str,
    pub(super) links: &'static str,
    pub(super) publisher_page: &'static str,
    pub(super) scope: &'static str,
    pub(super) editions: &'static str,
    pub(super) supplement: &'static str,
    pub(super) relations: &'static str,
    pub(super) similar: &'static str,
    pub(super) not_held: &'static str,
    pub(super) identical: &'static str,
    pub(super) modified: &'static str,
    pub(super) not_equivalent: &'static str,
    pub(super) equivalent: &'static str,
    pub(super) limits: &'static str,
    pub(super) parameter: &'static str,
    pub(super) value: &'static str,
    pub(super) condition: &'static str,
    pub(super) method: &'static str,
    pub(super) clause: &'static str,
    pub(super) evidence: &'static str,
    pub(super) provenance: &'static str,
    pub(super) conflicts: &'static str,
    pub(super) source: &'static str,
    pub(super) source_key: &'static str,
    pub(super) fetched: &'static str,
    pub(super) hash: &'static str,
    pub(super) shown_value: &'static str,
    pub(super) other_values: &'static str,
    pub(super) rule: &'static str,
    pub(super) field: &'static str,
    pub(super) field_names: &'static [(&'static str, &'static str)],
    pub(super) rules: &'static [(&'static str, &'static str)],
    pub(super) seen: &'static str,
    pub(super) catalogue: &'static str,
    pub(super) notified: &'static str,
    pub(super) knowledge: &'static str,
    pub(super) sharing_site: &'static str,
    pub(super) cite: &'static str,
    pub(super) json: &'static str,
    pub(super) as_of: &'static str,
    pub(super) as_of_apply: &'static str,
    pub(super) as_of_note: Named,
    pub(super) back_to_today: &'static str,
    pub(super) document_types: &'static [(&'static str, &'static str)],
    pub(super) languages: &'static [(&'static str, &'static str)],
    pub(super) at_least: &'static str,
    pub(super) at_most: &'static str,
    pub(super) range: fn(&str, &str) -> String,
}

/// Numbers.
#[derive(Debug)]
pub(super) struct NumberWords {
    pub(super) title: &'static str,
    pub(super) lead: &'static str,
    pub(super) label: &'static str,
    pub(super) look: &'static str,
    pub(super) one: Named,
    pub(super) several: fn(&str, u64) -> String,
    pub(super) absent: Named,
    pub(super) applies: &'static str,
    pub(super) dated: &'static str,
    pub(super) undated: &'static str,
    pub(super) none_in_force: &'static str,
    pub(super) amendments: &'static str,
    pub(super) many: &'static str,
    pub(super) near: &'static str,
    pub(super) unread: Named,
    pub(super) expected: &'static str,
    pub(super) search_instead: Named,
}

/// Products.
#[derive(Debug)]
pub(super) struct ProductWords {
    pub(super) title: &'static str,
    pub(super) lead: &'static str,
    pub(super) places: &'static str,
    pub(super) aliases: &'static str,
    pub(super) hs: &'static str,
    pub(super) main_markets: &'static str,
    pub(super) regulations: &'static str,
    pub(super) standards: &'static str,
    pub(super) notifications: &'static str,
    pub(super) none: &'static str,
    pub(super) all_of: Counted,
    pub(super) in_market: &'static str,
}

/// Comparisons, gap reports, dossiers.
#[derive(Debug)]
pub(super) struct GapWords {
    pub(super) compare_title: &'static str,
    pub(super) compare_lead: &'static str,
    pub(super) document_a: &'static str,
    pub(super) document_b: &'static str,
    pub(super) compare: &'static str,
    pub(super) swap: &'static str,
    pub(super) overview: &'static str,
    pub(super) indicators: &'static str,
    pub(super) clauses: &'static str,
    pub(super) nothing_changed: &'static str,
    pub(super) clauses_before: &'static str,
    pub(super) clauses_after: &'static str,
    pub(super) adoption: &'static str,
    pub(super) gap_title: &'static str,
    pub(super) gap_lead: &'static str,
    pub(super) report: &'static str,
    pub(super) verdict: &'static str,
    pub(super) parameter: &'static str,
    pub(super) domestic: &'static str,
    pub(super) foreign: &'static str,
    pub(super) side_a: &'static str,
    pub(super) side_b: &'static str,
    pub(super) why: &'static str,
    pub(super) derivation: &'static str,
    pub(super) permalink: &'static str,
    pub(super) reviews: &'static str,
    pub(super) envelope: &'static str,
    pub(super) satisfies: &'static str,
    pub(super) none_satisfies: &'static str,
    pub(super) requirements: &'static str,
    pub(super) unpaired: &'static str,
    pub(super) documents: &'static str,
    pub(super) missing: &'static str,
    pub(super) set_aside: &'static str,
    pub(super) report_id: &'static str,
    pub(super) as_of: &'static str,
    pub(super) rules: &'static str,
    pub(super) subject: &'static str,
    pub(super) nothing: &'static str,
    pub(super) dossier: &'static str,
    pub(super) must: &'static str,
    pub(super) certificates: &'static str,
    pub(super) certificates_note: &'static str,
    pub(super) standards: &'static str,
    pub(super) in_flight: &'static str,
    pub(super) no_notifications: &'static str,
    pub(super) gap: &'static str,
    pub(super) calendar: &'static str,
    pub(super) no_calendar: &'static str,
    pub(super) checklist: &'static str,
    pub(super) not_covered: &'static str,
    pub(super) none_held: &'static str,
    pub(super) heatmap: &'static str,
    pub(super) heatmap_lead: &'static str,
    pub(super) acts: &'static str,
    pub(super) full_report: &'static str,
    pub(super) export: &'static str,
    pub(super) rests_on: &'static str,
    pub(super) keys: &'static str,
}

/// Sources and coverage.
#[derive(Debug)]
pub(super) struct AboutWords {
    pub(super) sources: &'static str,
    pub(super) sources_lead: &'static str,
    pub(super) source: &'static str,
    pub(super) rows: &'static str,
    pub(super) fresh: &'static str,
    pub(super) no_sources: &'static str,
    pub(super) title: &'static str,
    pub(super) paragraphs: &'static [&'static str],
    pub(super) searching: &'static str,
    pub(super) examples: &'static [(&'static str, &'static str)],
    pub(super) not_covered: &'static str,
    pub(super) everywhere: &'static str,
}

/// What went wrong.
#[derive(Debug)]
pub(super) struct ErrorWords {
    pub(super) no_page: &'static str,
    pub(super) no_page_lead: &'static str,
    pub(super) no_record: &'static str,
    pub(super) no_record_lead: Named,
    pub(super) no_product: &'static str,
    pub(super) no_product_lead: Named,
    pub(super) bad_parameter: &'static str,
    pub(super) expected: &'static [(&'static str, &'static str)],
    pub(super) found: Named,
    pub(super) bad_cursor: &'static str,
    pub(super) bad_cursor_lead: &'static str,
    pub(super) first_page: &'static str,
    pub(super) internal: &'static str,
    pub(super) internal_lead: &'static str,
    pub(super) nearest: &'static str,
    pub(super) go_on: &'static str,
    pub(super) search_for: Named,
    pub(super) home: &'static str,
}

/// Returns a word of a small table; the key itself where the table does not have it.
pub(super) fn word<'w>(table: &[(&'static str, &'w str)], key: &'w str) -> &'w str {
    table
        .iter()
        .find(|(known, _)| *known == key)
        .map_or(key, |&(_, word)| word)
}
