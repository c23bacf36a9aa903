//! Subscriptions, letters that came back, the comment desk.

use serde_json::Value;
use utoipa::ToSchema;

/// What a subscription is about: it needs a topic or a market.
#[derive(Debug, ToSchema)]
#[schema(example = json!({"topics": [{"by": "product", "value": "toy"}], "markets": ["EU"], "matters": []}))]
pub(in crate::api::openapi) struct Interest {
    /// Topics; any of them.
    topics: Option<Vec<Topic>>,
    /// Codes of markets; any of them.
    markets: Option<Vec<String>>,
    /// `new`, `deadline`, `adopted`, `in_force`, `withdrawn`, `replaced`, `changed`; all when left out.
    matters: Option<Vec<String>>,
}

/// One thing that is watched.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct Topic {
    /// `product`, `hs`, `ics`, `query` or `document`.
    by: String,
    /// What is watched.
    value: String,
}

/// When letters come.
#[derive(Debug, ToSchema)]
#[schema(example = json!({"rate": "weekly:mon", "hour": 8}))]
pub(in crate::api::openapi) struct Schedule {
    /// `at_once`, `daily`, `weekly:mon` to `weekly:sun`, `monthly:1` to `monthly:31`, `off`.
    rate: String,
    /// Hour in Beijing.
    #[schema(minimum = 0, maximum = 23)]
    hour: Option<u8>,
    /// Days on which nothing is sent.
    quiet: Option<Value>,
}

/// A request for subscriptions: one, or a list.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct EnrolRequest {
    /// The mail address.
    address: String,
    /// Language of letters, `zh` or `en`.
    language: Option<String>,
    /// What the subscription is called.
    name: Option<String>,
    /// What it is about.
    interest: Option<Interest>,
    /// When letters come.
    schedule: Option<Schedule>,
    /// A list in CSV or OPML, in place of one interest.
    list: Option<String>,
}

/// What came of a request; the same whether the address was known or not.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct EnrolAnswer {
    /// `confirmation_sent`.
    status: String,
    /// How many subscriptions were noted.
    subscriptions: u64,
    /// Lines of the list that cannot be used.
    complaints: Vec<String>,
}

/// An interest to be tried.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct ReplayRequest {
    /// What it is about.
    interest: Interest,
    /// Language of the sample.
    language: Option<String>,
}

/// What the last twelve months would have brought.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct ReplayAnswer {
    /// Events that were looked at.
    events: u64,
    /// Those that would have been told.
    items: u64,
    /// Items a week.
    per_week: f64,
    /// The weeks with an item.
    weeks: Vec<Value>,
    /// Share of all events.
    share: f64,
    /// `narrow` or `nearly_everything`.
    breadth: String,
    /// The latest of it, as a digest.
    sample: Value,
}

/// Everything that is kept of a subscriber.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct Kept {
    /// The address.
    address: String,
    /// The language of letters.
    language: String,
    /// The state.
    state: String,
    /// The subscriptions.
    subscriptions: Vec<Value>,
    /// The searches.
    searches: Vec<KeptSearch>,
}

/// A search to be kept under a name.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct SaveSearch {
    /// The name; a search of the same name is replaced.
    name: String,
    /// The query, in the query language; it has to narrow.
    query: String,
}

/// Searches that are kept, by name.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct KeptSearches(Vec<KeptSearch>);

/// A search that is kept.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct KeptSearch {
    /// Its number.
    id: i64,
    /// Its name.
    name: String,
    /// What it asks: the text as typed, its canonical form, the version of the grammar.
    query: Value,
    /// When it was saved last.
    saved_at: String,
}

/// A subscription.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct NewSubscription {
    /// What it is called.
    name: String,
    /// What it is about.
    interest: Interest,
    /// When letters come.
    schedule: Option<Schedule>,
}

/// A subscription that was added.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct SubscriptionAdded {
    /// Its number.
    id: i64,
}

/// What is to be changed; what is left out stays.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct ChangeRequest {
    /// A new name.
    name: Option<String>,
    /// A new interest.
    interest: Option<Interest>,
    /// A new schedule.
    schedule: Option<Schedule>,
    /// Whether it rests.
    paused: Option<bool>,
}

/// Letters that came back.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct Bounces(Vec<Bounced>);

/// A letter that came back.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct Bounced {
    /// Message-ID of the letter, without angle brackets.
    message_id: String,
    /// `hard` or `soft`.
    verdict: String,
    /// Enhanced status code (RFC 3463).
    status: String,
}

/// How many letters that came back were ours.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct KnownBounces {
    /// The number.
    known: u64,
}

/// Notifications that can still be commented on.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct CommentDesk {
    /// Days the enquiry point wants for itself.
    lead_days: i32,
    /// What is open, the nearest deadline first.
    open: Vec<Value>,
}
