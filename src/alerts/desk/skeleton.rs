//! How a comment begins.

use std::fmt::Write as _;

use super::OpenNotification;
use crate::model::Language;

/// A point of a gap report that a comment may raise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GapPoint {
    /// The parameter.
    pub parameter: String,
    /// What the notified text asks for.
    pub foreign: String,
    /// What the domestic or international standard asks for, with its number.
    pub domestic: String,
}

/// Writes the skeleton of a comment in the form the enquiry point asks for: who, what, where, why, what instead.
///
/// Points are those of a gap report where there is one; nothing is argued that the report does not hold.
pub fn skeleton(open: &OpenNotification, points: &[GapPoint], language: Language) -> String {
    let title = open.titles.best(language).map_or("", |(_, title)| title);
    let zh = language == Language::Zh;
    let mut text = String::new();
    // Writing into memory cannot fail.
    let _ = if zh {
        write!(
            text,
            "对 {} 的评议意见\n\n一、通报\n{}\n{title}\n成员：{}\n评议截止：{}（{}）\n\n二、评议单位\n名称：\n联系方式：\n\n三、意见\n",
            open.symbol,
            open.symbol,
            open.markets.join("、"),
            open.closes,
            open.zone
        )
    } else {
        write!(
            text,
            "Comments on {}\n\n1. Notification\n{}\n{title}\nMember: {}\nComments until: {} ({})\n\n\
             2. From\nName:\nContact:\n\n3. Comments\n",
            open.symbol,
            open.symbol,
            open.markets.join(", "),
            open.closes,
            open.zone
        )
    };
    let blank = [GapPoint {
        parameter: String::new(),
        foreign: String::new(),
        domestic: String::new(),
    }];
    let points = if points.is_empty() {
        &blank[..]
    } else {
        points
    };
    for (place, point) in points.iter().enumerate() {
        let _ = if zh {
            write!(
                text,
                "（{}）条款／参数：{}\n通报要求：{}\n现行标准：{}\n理由（TBT 协定条款、国际标准、对贸易的影响）：\n建议：\n\n",
                place + 1,
                point.parameter,
                point.foreign,
                point.domestic
            )
        } else {
            write!(
                text,
                "({}) Clause or parameter: {}\nNotified: {}\nStandard in force: {}\n\
                 Reason (article of the TBT Agreement, international standard, effect on trade):\nProposal:\n\n",
                place + 1,
                point.parameter,
                point.foreign,
                point.domestic
            )
        };
    }
    text
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::alerts::desk::Desk;
    use crate::alerts::samples::record;

    #[test]
    fn a_comment_begins_with_the_notification_and_the_points_of_the_report() {
        let records = [record(&json!({}))];
        let desk = Desk::of(&records, 10, "2026-11-25T02:00:00Z".parse().unwrap());
        let point = GapPoint {
            parameter: "铅".to_owned(),
            foreign: "≤ 75 mg/kg".to_owned(),
            domestic: "≤ 90 mg/kg（GB 6675.4-2014）".to_owned(),
        };
        let text = skeleton(&desk.open[0], &[point], Language::Zh);
        assert!(text.starts_with("对 G/TBT/N/EU/1088 的评议意见"));
        assert!(text.contains("（1）条款／参数：铅\n通报要求：≤ 75 mg/kg\n现行标准：≤ 90 mg/kg"));
        assert!(skeleton(&desk.open[0], &[], Language::En).contains("(1) Clause or parameter: \n"));
    }
}
