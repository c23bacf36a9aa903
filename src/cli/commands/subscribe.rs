//! `duibiao subscribe`.

use super::Session;
use crate::alerts::address::EmailAddress;
use crate::alerts::exchange::Watchlist;
use crate::alerts::subscription::{Hour, Interest, QuietDays, Rate, Schedule};
use crate::alerts::{AlertsError, Breadth, Enrolment, Replay};
use crate::cli::alert_arguments::SubscribeArguments;
use crate::cli::format::Format;
use crate::cli::{Failure, Outcome, output};
use crate::export::Table;
use crate::model::Language;

pub(super) async fn run(
    session: &Session,
    options: &SubscribeArguments,
) -> Result<Outcome, Failure> {
    let alerts = session.app.alerts()?;
    let language = session.language;
    if options.replay {
        let interest = interest(session, options).await?;
        let replay = alerts
            .replay(&name(options, &interest), &interest, language)
            .await?;
        show(&replay, options.format, language)?;
        return Ok(Outcome::found(replay.items > 0));
    }
    let address: EmailAddress = options
        .address
        .as_deref()
        .unwrap_or_default()
        .parse()
        .map_err(AlertsError::from)?;
    let schedule = schedule(options)?;
    let (enrolments, complaints) = if let Some(path) = &options.import {
        let text = fs_err::read_to_string(path)?;
        let list = Watchlist::read(&text);
        let made = list.watches.into_iter().map(|watch| Enrolment {
            name: watch.name,
            interest: watch.interest,
            schedule: watch.schedule.unwrap_or_else(|| schedule.clone()),
        });
        (made.collect(), list.complaints)
    } else {
        let interest = interest(session, options).await?;
        let name = name(options, &interest);
        (
            vec![Enrolment {
                name,
                interest,
                schedule,
            }],
            Vec::new(),
        )
    };
    for complaint in &complaints {
        output::complaint(&complaint.to_string());
    }
    alerts.enrol_all(&address, language, &enrolments).await?;
    let said = match language {
        Language::Zh => format!(
            "已登记 {} 项订阅，确认邮件已排队；确认之前不会发送任何内容。",
            enrolments.len()
        ),
        Language::En => format!(
            "{} subscriptions noted; a question to the address is queued, and nothing is sent before it is answered.",
            enrolments.len()
        ),
    };
    output::line(&said)?;
    Ok(if complaints.is_empty() {
        Outcome::found(!enrolments.is_empty())
    } else {
        Outcome::BadInput
    })
}

/// What is watched: the topics that were named, and the saved searches.
async fn interest(session: &Session, options: &SubscribeArguments) -> Result<Interest, Failure> {
    let mut topics = options.topics.clone();
    for name in &options.saved {
        let saved = super::searches::named(session, name).await?;
        topics.push(format!("query:{}", saved.query.text()));
    }
    let interest = Interest::read(
        topics.iter().map(String::as_str),
        options.markets.iter().map(String::as_str),
        options.matters.iter().map(String::as_str),
    );
    Ok(interest.map_err(AlertsError::from)?)
}

fn schedule(options: &SubscribeArguments) -> Result<Schedule, Failure> {
    let rate: Rate =
        options
            .rate
            .parse()
            .map_err(|error: crate::alerts::subscription::UnknownRate| {
                Failure::input(error.to_string(), "leave --rate out for Mondays")
            })?;
    let hour = Hour::try_from(options.hour).map_err(|error| {
        Failure::input(
            error.to_string(),
            "leave --hour out for eight in the morning",
        )
    })?;
    let quiet = if options.not_on_weekends {
        QuietDays::weekends()
    } else {
        QuietDays::default()
    };
    Ok(Schedule { rate, hour, quiet })
}

fn name(options: &SubscribeArguments, interest: &Interest) -> String {
    options.name.clone().unwrap_or_else(|| interest.to_string())
}

fn show(replay: &Replay, format: Format, language: Language) -> Result<(), Failure> {
    if format == Format::Json {
        return output::json(replay);
    }
    let headers = match language {
        Language::Zh => ["编号", "动态", "标题", "时间"],
        Language::En => ["Number", "What", "Title", "When"],
    };
    let mut table = Table::new(language.pick("回放", "Replay"), &headers);
    for entry in replay.sample.entries() {
        let item = &entry.item;
        table.push(vec![
            item.number.clone(),
            language
                .pick(item.matter.name_zh(), item.matter.name_en())
                .to_owned(),
            item.titles
                .best(language)
                .map_or("", |(_, title)| title)
                .to_owned(),
            item.at.to_string(),
        ]);
    }
    let items: Vec<_> = replay.sample.entries().collect();
    output::list(format, &table, &items, replay)?;
    let broad = replay.breadth == Breadth::NearlyEverything;
    output::complaint(&match language {
        Language::Zh => format!(
            "过去十二个月 {} 个事件中有 {} 个与之相关，每周约 {:.1} 条{}",
            replay.events,
            replay.items,
            replay.per_week,
            if broad {
                "；范围过宽，几乎包括一切"
            } else {
                ""
            }
        ),
        Language::En => format!(
            "{} of {} events of the last twelve months concern it, about {:.1} a week{}",
            replay.items,
            replay.events,
            replay.per_week,
            if broad {
                "; this is nearly everything"
            } else {
                ""
            }
        ),
    });
    Ok(())
}
