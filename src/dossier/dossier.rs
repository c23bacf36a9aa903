//! The dossier of a product in a market.

use jiff::civil::Date;
use serde::Serialize;

use super::{CalendarEntry, CheckItem, InFlight, Scheme, calendar, checklist, in_flight, schemes};
use crate::gap::{GapError, ReportDocument, ReviewedReport, Role, Target};
use crate::model::{Kind, Status};
use crate::search::Searcher;
use crate::storage::Store;

/// Everything about a product in one or more markets on a day.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Dossier {
    /// What the law asks: acts, and standards that are mandatory.
    pub must: Vec<ReportDocument>,
    /// Certificates and marks the acts ask for, and who gives them.
    pub schemes: Vec<Scheme>,
    /// Standards that apply without being mandatory.
    pub standards: Vec<ReportDocument>,
    /// Notifications in flight.
    pub notifications: Vec<InFlight>,
    /// Why notifications may lack, where they do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notifications_note: Option<String>,
    /// What is coming.
    pub calendar: Vec<CalendarEntry>,
    /// What to do.
    pub checklist: Vec<CheckItem>,
    /// The gap to the domestic requirements, what must be acted upon first.
    pub gap: ReviewedReport,
}

impl Dossier {
    /// Gathers the dossier; without an index it has no notifications and says so.
    pub async fn gather(
        store: &Store,
        searcher: Option<&Searcher>,
        target: Target,
        today: Date,
    ) -> Result<Self, GapError> {
        let question = target.clone().question(today)?;
        let gap = crate::gap::report(store, target, today).await?;
        let mut note = None;
        let mut notifications = Vec::new();
        if let (Some(searcher), Some(product)) = (searcher, question.product.as_deref()) {
            match in_flight(searcher, product, &question.markets, question.as_of).await {
                Ok(found) => notifications = found,
                Err(error) => {
                    tracing::warn!("a dossier has no notifications: {error}");
                    note = Some("the index did not answer".to_owned());
                }
            }
        } else {
            note = Some("the index is not ready".to_owned());
        }
        let mut dossier = Self::of(gap, notifications);
        dossier.notifications_note = note;
        Ok(dossier)
    }

    /// Arranges what was gathered.
    pub fn of(gap: ReviewedReport, notifications: Vec<InFlight>) -> Self {
        let report = &gap.report;
        let foreign = report
            .documents
            .iter()
            .filter(|one| one.role == Role::Foreign);
        let applies: Vec<&ReportDocument> = foreign
            .filter(|one| !matches!(one.status, Status::Superseded | Status::Withdrawn))
            .collect();
        let is_binding =
            |one: &ReportDocument| one.kind == Kind::Regulation || one.mandatory == Some(true);
        let (must, standards): (Vec<&ReportDocument>, Vec<&ReportDocument>) =
            applies.iter().partition(|one| is_binding(one));
        let schemes: Vec<Scheme> = must.iter().flat_map(|act| schemes(&act.number)).collect();
        let day = report.question.as_of;
        Self {
            calendar: calendar(&report.documents, &notifications, day),
            checklist: checklist(&must, &schemes, report, &notifications),
            must: must.into_iter().cloned().collect(),
            standards: standards.into_iter().cloned().collect(),
            schemes,
            notifications,
            notifications_note: None,
            gap,
        }
    }
}
