//! Every template rendered from samples in both languages.
//!
//! 1. What is rendered is a page: tags balance, identifiers are single, nothing is inline that the policy forbids.
//! 2. Texts of others are escaped.
//! 3. The pages are those that were looked at and found good (snapshots).

use std::collections::HashSet;

use askama::Template;
use jiff::Timestamp;
use jiff::civil::Date;

use super::address::SearchAddress;
use super::error::{ErrorPage, Problem};
use super::pages::about::AboutPage;
use super::pages::calendar::{CalendarPage, CalendarQuestion};
use super::pages::check::{CheckForm, CheckPage};
use super::pages::compare::ComparePage;
use super::pages::digest::DigestPage;
use super::pages::dossier::DossierPage;
use super::pages::gap::GapPage;
use super::pages::heatmap::HeatmapPage;
use super::pages::help::{ChapterPage, HelpPage};
use super::pages::home::{HomePage, News};
use super::pages::notice::NoticePage;
use super::pages::number::NumberPage;
use super::pages::product::ProductPage;
use super::pages::products::ProductsPage;
use super::pages::record::RecordPage;
use super::pages::search::SearchPage;
use super::pages::sources::SourcesPage;
use super::pages::statistics::StatisticsPage;
use super::pages::subscribe::SubscribePage;
use super::pages::subscriptions::SubscriptionsPage;
use super::reader::Reader;
use super::subscribe_form::SubscribeForm;
use super::words::Words;
use super::{alert_samples, samples};
use crate::model::Language;
use crate::search::ParameterError;
use crate::storage::{DayAhead, WeekCounts};

/// Elements without an end.
const VOID: [&str; 5] = ["meta", "link", "input", "br", "hr"];

fn today() -> Date {
    "2026-11-25".parse().unwrap()
}

fn now() -> Timestamp {
    "2026-11-25T02:00:00Z".parse().unwrap()
}

fn reader(language: Language, path: &str) -> Reader {
    Reader {
        language,
        address: format!("/{}{path}", language.code()),
    }
}

/// Every page with its name. Lists that grow with the corpora are cut, so that a new product is no new page.
fn pages(language: Language) -> Vec<(&'static str, String)> {
    let reader = |path: &str| reader(language, path);
    let address =
        SearchAddress::read("q=gb6675.2&kind=standard&from=2001&to=2001&as_of=2020-01-01");
    let search = |path: &str, address: &SearchAddress, answer, item: Option<u16>| {
        SearchPage::of(
            &reader(path),
            address,
            &answer,
            item.map(samples::item).as_ref(),
            today(),
        )
        .render()
        .unwrap()
    };
    let record = |view| {
        RecordPage::of(&reader("/records/GB_6675.2-2014"), &view, today())
            .render()
            .unwrap()
    };
    let number = |text, item: Option<u16>| {
        NumberPage::of(&reader("/number"), text, item.map(samples::item).as_ref())
            .render()
            .unwrap()
    };
    let error = |path: &str, problem| ErrorPage::of(&reader(path), &problem).render().unwrap();
    let news = News {
        week: WeekCounts {
            notified: 3,
            of_products: 1,
            ended: 2,
            ..WeekCounts::default()
        },
        notifications: samples::nothing(),
        closing: samples::nothing(),
        upcoming: samples::found(),
        recent: samples::nothing(),
        everything: samples::found(),
    };
    let mut home = HomePage::of(&reader("/"), &news, today());
    home.products.truncate(2);
    home.markets.truncate(2);
    let mut products = ProductsPage::of(&reader("/products"));
    products.products.truncate(2);
    let mut about = AboutPage::of(&reader("/about"));
    about.gaps.truncate(1);
    about
        .gaps
        .iter_mut()
        .for_each(|group| group.sentences.truncate(2));
    let subscribe = |mistake: Option<&'static str>| {
        let form = SubscribeForm::read("product=toy&hs=9503&market=EU&name=%3Cb%3E&rate=daily");
        let replay = alert_samples::replay(language);
        let shown = mistake.is_none().then_some(&replay);
        let mut page = SubscribePage::of(&reader("/subscribe"), form, mistake, shown);
        page.products.retain(|one| one.chosen);
        page.markets.retain(|one| one.chosen);
        page.hours.truncate(9);
        page.render().unwrap()
    };
    let mut mine = SubscriptionsPage::of(
        &reader("/subscriptions/00ff"),
        "00ff",
        &alert_samples::account(),
        &|id| format!("feed{id}"),
    );
    mine.subscriptions
        .iter_mut()
        .for_each(|one| one.hours.truncate(9));
    let subscriptions = mine.render().unwrap();
    let digest = DigestPage::of(&reader("/digests/00ff"), alert_samples::digest(language))
        .render()
        .unwrap();
    let asking = &Words::of(language).alerts;
    let confirm = NoticePage::saying(
        &reader("/confirm/00ff"),
        asking.confirm_title,
        &[asking.confirm_lead],
    )
    .asking(asking.confirm)
    .render()
    .unwrap();
    let answers = [
        samples::nothing(),
        samples::found(),
        samples::nothing(),
        samples::found(),
    ];
    let toy = corpora::products::product("toy").unwrap();
    let wrong = ParameterError {
        name: "sort",
        reason: "expected relevance, found `x`".to_owned(),
    };
    let mut gap_form = GapPage::of(&reader("/gap"), None);
    let mut gap = GapPage::of(
        &reader("/gap?product=toy&market=EU"),
        Some(&samples::reviewed()),
    );
    for form in [&mut gap_form, &mut gap] {
        form.products.truncate(2);
        form.markets.truncate(2);
    }
    let calendar = |path: &str, days: &[DayAhead]| {
        let reader = reader(path);
        let question = CalendarQuestion::read(&reader, today());
        let mut page = CalendarPage::of(&reader, &question, days, today());
        page.products.truncate(2);
        page.markets.truncate(2);
        page.render().unwrap()
    };
    let mut help = HelpPage::of(&reader("/help?q=%3Cb%3E"), "<b>");
    help.chapters.truncate(2);
    let mut chapter = ChapterPage::of(&reader("/help/verdicts"), "verdicts").unwrap();
    chapter
        .rendered
        .html
        .truncate(chapter.rendered.html.find("<table").unwrap());
    chapter.rendered.html.push_str("</div>");
    let near = samples::item(404).candidates;
    vec![
        ("home", home.render().unwrap()),
        (
            "search",
            search("/search?q=gb6675.2", &address, samples::found(), Some(300)),
        ),
        (
            "search_nothing",
            search(
                "/search",
                &SearchAddress::read("q=a+b&market=EU"),
                samples::nothing(),
                Some(404),
            ),
        ),
        (
            "search_end",
            search(
                "/search",
                &SearchAddress::read("cursor=14.a"),
                samples::nothing(),
                None,
            ),
        ),
        ("record", record(samples::view())),
        ("record_bare", record(samples::bare())),
        ("number_empty", number("", None)),
        ("number_several", number("gb6675.1", Some(300))),
        ("number_absent", number("gb6675.1", Some(404))),
        ("number_unread", number("<b>", Some(400))),
        ("products", products.render().unwrap()),
        (
            "product",
            ProductPage::of(&reader("/products/toy"), toy, &answers, today())
                .render()
                .unwrap(),
        ),
        (
            "sources",
            SourcesPage::of(&reader("/sources"), &samples::coverage(), now())
                .render()
                .unwrap(),
        ),
        ("calendar", calendar("/calendar", &samples::ahead())),
        ("calendar_empty", calendar("/calendar?market=EU", &[])),
        (
            "statistics",
            StatisticsPage::of(&reader("/statistics"), &samples::statistics(), today())
                .render()
                .unwrap(),
        ),
        ("help_nothing", help.render().unwrap()),
        ("chapter", chapter.render().unwrap()),
        ("about", about.render().unwrap()),
        (
            "compare",
            ComparePage::of(&reader("/compare"), "<a>", "", None)
                .render()
                .unwrap(),
        ),
        (
            "check_form",
            CheckPage::of(&reader("/check"), CheckForm::default(), None)
                .render()
                .unwrap(),
        ),
        (
            "check",
            CheckPage::of(
                &reader("/check"),
                CheckForm::default(),
                Some(&samples::checked()),
            )
            .render()
            .unwrap(),
        ),
        ("gap_form", gap_form.render().unwrap()),
        ("gap", gap.render().unwrap()),
        (
            "dossier",
            DossierPage::of(&reader("/dossier/toy/EU"), &samples::dossier())
                .render()
                .unwrap(),
        ),
        (
            "heatmap",
            HeatmapPage::of(&reader("/heatmap"), &samples::heatmap())
                .render()
                .unwrap(),
        ),
        ("subscribe", subscribe(None)),
        ("subscribe_refused", subscribe(Some("catch_all"))),
        ("subscriptions", subscriptions),
        ("digest", digest),
        ("confirm", confirm),
        ("error_link", error("/confirm/00", Problem::Link("expired"))),
        ("error_no_page", error("/nix", Problem::NoPage)),
        (
            "error_no_record",
            error(
                "/records/x",
                Problem::NoRecord("GB 6675.1".to_owned(), near),
            ),
        ),
        (
            "error_no_product",
            error("/products/x", Problem::NoProduct("x".to_owned())),
        ),
        (
            "error_parameter",
            error("/search?q=a&sort=x", Problem::Parameter(wrong)),
        ),
        (
            "error_cursor",
            error("/search?q=a&cursor=x", Problem::Cursor),
        ),
        ("error_internal", error("/search?q=a", Problem::Internal)),
    ]
}

/// Panics where a page is not well-formed.
fn check(name: &str, html: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut identifiers = HashSet::new();
    for tag in html.split('<').skip(1) {
        let (tag, _) = tag
            .split_once('>')
            .unwrap_or_else(|| panic!("{name}: a tag is not closed: <{tag}"));
        let element = tag
            .trim_start_matches('/')
            .split([' ', '\n', '>'])
            .next()
            .unwrap_or_default();
        let handler = |name: &str| {
            name.starts_with("on") && name.bytes().all(|byte| byte.is_ascii_lowercase())
        };
        let inline = tag
            .split(' ')
            .filter_map(|part| Some(part.split_once('=')?.0));
        let inline = inline
            .filter(|name| *name == "style" || handler(name))
            .count();
        assert_eq!(inline, 0, "{name}: inline in <{tag}>");
        assert!(
            element != "script" || tag.contains(" src=") || tag == "/script",
            "{name}: inline script"
        );
        if let Some((_, id)) = tag.split_once(" id=\"") {
            let id = id.split('"').next().unwrap_or_default();
            assert!(identifiers.insert(id), "{name}: `{id}` is there twice");
        }
        // Elements of drawings may close themselves.
        if tag.starts_with('!') || tag.ends_with('/') || VOID.contains(&element) {
            continue;
        }
        if tag.starts_with('/') {
            assert_eq!(
                open.pop(),
                Some(element),
                "{name}: </{element}> closes another element"
            );
        } else {
            open.push(element);
        }
    }
    assert!(open.is_empty(), "{name}: {open:?} stay open");
    assert_eq!(
        html.matches("<h1").count(),
        1,
        "{name}: a page has one heading"
    );
}

#[test]
fn every_page_is_well_formed_in_both_languages() {
    for language in [Language::Zh, Language::En] {
        for (name, html) in pages(language) {
            check(name, &html);
        }
    }
}

#[test]
fn every_page_looks_as_it_was_found_good() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../../tests/web/snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for language in [Language::Zh, Language::En] {
            for (name, html) in pages(language) {
                let html = ["style.css", "app.js"].iter().fold(html, |html, asset| {
                    html.replace(&super::assets::address(asset), &format!("/assets/{asset}"))
                });
                insta::assert_snapshot!(format!("{name}.{}", language.code()), html);
            }
        }
    });
}

#[test]
fn texts_of_others_are_escaped() {
    let pages = pages(Language::En);
    let html = |wanted: &str| &pages.iter().find(|(name, _)| *name == wanted).unwrap().1;
    assert!(html("search").contains("Part 2: &lt;Mechanical&gt;"));
    assert!(html("search").contains("玩具安全 &#60;基本规范&#62;"));
    assert!(html("record").contains("36 个月以下 &#60;儿童&#62;"));
    assert!(
        html("record")
            .contains("href=\"https://example.org/gb?a=1&#38;b=2\" rel=\"noreferrer nofollow\"")
    );
    assert!(!html("number_unread").contains("<b>"));
    assert!(!html("check").contains("<b>") && !html("check").contains("<script>"));
    assert!(html("check").contains("Quality management"));
}
