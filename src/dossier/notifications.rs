//! Notifications on their way: what a member plans, and how long comments are taken.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::model::{Kind, PartialDate, Texts};
use crate::search::{Extras, Filters, Hit, SearchError, SearchRequest, Searcher, Sort};

/// A notification that concerns the product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InFlight {
    /// Identifier of its record.
    pub id: String,
    /// Its symbol.
    pub number: String,
    /// Its title.
    pub title: Texts,
    /// The member.
    pub market: String,
    /// When it was distributed.
    pub published: Option<String>,
    /// The final day for comments, as it was notified.
    pub comments_until: Option<String>,
    /// Days from the day of the dossier to that day; negative once it has passed.
    pub days_left: Option<i32>,
}

/// Notifications that are shown.
const MOST: usize = 50;

/// Finds the notifications of a product and markets, the nearest open deadline first, then the newest.
pub async fn in_flight(
    searcher: &Searcher,
    product: &str,
    markets: &[String],
    day: Date,
) -> Result<Vec<InFlight>, SearchError> {
    let request = SearchRequest {
        filters: Filters {
            kind: vec![Kind::Notification],
            product: vec![product.to_owned()],
            market: markets.to_vec(),
            ..Filters::default()
        },
        sort: Sort::Newest,
        limit: MOST,
        extras: Extras {
            facets: false,
            snippets: false,
        },
        ..SearchRequest::default()
    };
    let found = searcher.search(&request).await?;
    let mut all: Vec<InFlight> = found.hits.iter().map(|hit| one(hit, day)).collect();
    all.sort_by_key(|one| match one.days_left {
        Some(days) if days >= 0 => (0, days),
        None => (1, 0),
        Some(days) => (2, -days),
    });
    Ok(all)
}

fn one(hit: &Hit, day: Date) -> InFlight {
    let last = hit
        .comments_until
        .as_deref()
        .and_then(|text| text.parse::<PartialDate>().ok());
    InFlight {
        id: hit.id.clone(),
        number: hit.number.clone(),
        title: hit.title.clone(),
        market: hit.market.clone(),
        published: hit.published.clone(),
        comments_until: hit.comments_until.clone(),
        days_left: last.map(|last| (last.latest() - day).get_days()),
    }
}
