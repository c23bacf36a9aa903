//! WTO notifications: the boxes of the form, dates by rule, reasons of addenda, what a child has from its parent.
//!
//! The form G/TBT/N is mostly free text. Here each box becomes what it can be shown to say and nothing more: a period
//! that counts from circulation is a derived day, one that counts from a gazette has no day at all, and a reason is read
//! only where the text says it in so many words. What was written is kept beside what was read.

mod inherited;
mod kind;
#[expect(
    clippy::module_inception,
    reason = "a file is named for its type, here for `Notification`"
)]
mod notification;
mod notified_date;
mod period;
mod phrases;
mod reason;
mod written_date;

pub use inherited::Inherited;
pub use kind::NotificationKind;
pub use notification::Notification;
pub use notified_date::{DateRule, NotifiedDate};
pub use reason::{AddendumReason, Reason};
pub use written_date::written_date;
