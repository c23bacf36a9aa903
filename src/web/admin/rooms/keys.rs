//! The keys of programs: making and revoking.

use super::super::form::Form;
use super::super::page::{Field, Line, Listing};
use super::super::room::{Done, Hand};
use super::super::words::AdminWords;
use crate::accounts::Action;
use crate::app::App;
use crate::keys::{KeyError, NewKey, Scope, Scopes};
use crate::web::error::WebError;
use crate::web::reader::Reader;

pub(super) async fn listing(app: &App, reader: &Reader) -> Result<Listing, WebError> {
    let words = AdminWords::of(reader.language);
    let keys = app.keys.list().await.map_err(|error| reader.fail(error))?;
    let lines = keys.into_iter().map(|key| Line {
        subject: key.revoked_at.is_none().then(|| key.key.clone()),
        cells: vec![
            key.key,
            key.name,
            key.scopes.to_string(),
            key.daily_quota
                .map(|quota| quota.to_string())
                .unwrap_or_default(),
            key.created_at,
            key.last_used
                .map(|day| format!("{day} · {}", key.used_then))
                .unwrap_or_default(),
            key.revoked_at.unwrap_or_default(),
        ],
        href: None,
    });
    let fields = vec![
        Field::Text {
            name: "name",
            label: words.key_name,
            required: true,
        },
        Field::Boxes {
            name: "scope",
            label: words.key_scopes,
            values: Scope::ALL.map(Scope::code).to_vec(),
        },
        Field::Number {
            name: "quota",
            label: words.key_quota,
        },
    ];
    Ok(Listing {
        headers: words.key_headers.to_vec(),
        lines: lines.collect(),
        deed: Some(words.revoke),
        form: Some((fields, words.make_key)),
        further: None,
    })
}

/// Revokes the key a line names, or makes one.
pub(super) async fn act(hand: Hand<'_>, form: &Form) -> Result<Done, WebError> {
    let words = AdminWords::of(hand.reader.language);
    let done = match form.get("subject") {
        "" => make(hand, form).await?,
        key => revoke(hand, key).await?,
    };
    match done {
        Ok(done) => Ok(done),
        Err(KeyError::NoKey(_)) => Ok(Done::saying(words.no_such_line)),
        Err(error) if error.is_askers() => Ok(Done::saying(words.bad_key)),
        Err(error) => Err(hand.reader.fail(error)),
    }
}

async fn make(hand: Hand<'_>, form: &Form) -> Result<Result<Done, KeyError>, WebError> {
    let words = AdminWords::of(hand.reader.language);
    let scopes: Result<Vec<Scope>, KeyError> = form.all("scope").map(str::parse).collect();
    let scopes = match scopes.and_then(Scopes::new) {
        Ok(scopes) => scopes,
        Err(error) => return Ok(Err(error)),
    };
    let new = NewKey {
        name: form.get("name").to_owned(),
        scopes,
        daily_quota: form.get("quota").trim().parse().ok(),
    };
    let token = match hand.app.keys.create(&new).await {
        Ok(token) => token,
        Err(error) => return Ok(Err(error)),
    };
    let detail = format!("{} ({})", new.name.trim(), new.scopes);
    hand.note(Action::CreateKey, token.name(), &detail).await?;
    Ok(Ok(Done {
        notice: words.key_made.to_owned(),
        secret: Some(token.reveal()),
    }))
}

async fn revoke(hand: Hand<'_>, key: &str) -> Result<Result<Done, KeyError>, WebError> {
    let words = AdminWords::of(hand.reader.language);
    if let Err(error) = hand.app.keys.revoke(key).await {
        return Ok(Err(error));
    }
    hand.note(Action::RevokeKey, key, "").await?;
    Ok(Ok(Done::saying(words.revoked)))
}
