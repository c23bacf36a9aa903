//! The shapes of bodies, as far as callers may rely on them.
//!
//! These types exist to be described; the services have their own, which know nothing of the interface's description, and a
//! test holds real answers against these. What is deep and grows (the lines of a report, the lifecycle of a record) is an
//! open object here: naming every field of it would be a promise nobody asked for.
#![expect(
    dead_code,
    reason = "the derive reads these types and nobody builds them"
)]

mod alerts;
mod comparison;
mod house;
mod numbers;
mod records;
mod search;

pub(super) use alerts::{
    Bounces, ChangeRequest, CommentDesk, EnrolAnswer, EnrolRequest, Kept, KeptSearch, KeptSearches,
    KnownBounces, NewSubscription, ReplayAnswer, ReplayRequest, SaveSearch, SubscriptionAdded,
};
pub(super) use comparison::{
    AlignAnswer, AlignRequest, CompareAnswer, DossierAnswer, ExtractAnswer, ExtractRequest,
    GapAnswer, HeatmapAnswer, TextAnswer, TextRequest, VerdictAnswer, VerdictRequest,
};
pub(super) use house::{ErrorAnswer, Health, ImportAnswer, Ready, Unresolved};
pub(super) use numbers::{
    CheckAnswer, CheckFields, CheckRequest, ResolveAnswer, ResolveRequest, ResolvedNumber,
};
pub(super) use records::{RecordAnswer, RecordPage};
pub(super) use search::{SearchAnswer, SimilarAnswer, SourcesAnswer, SuggestAnswer};
