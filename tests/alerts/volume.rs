//! Ten thousand digests. Run by hand: `cargo test --release --test integration alerts::volume -- --ignored --nocapture`.

use std::time::Instant;

use duibiao::alerts::subscription::{Interest, Schedule, Subscription};
use duibiao::storage::SubscriptionState;

use super::town::{Town, notification};

const SUBSCRIBERS: usize = 10_000;

/// The most memory this process has held, in kilobytes, where the system says so.
fn peak_memory() -> Option<u64> {
    let status = fs_err::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes a minute: a measurement, not a check"]
async fn ten_thousand_digests_go_out_within_a_minute() {
    let town = Town::built().await;
    let store = town.app.alerts().unwrap().store();
    let interest = Interest::read(["hs:7214"], [], []).unwrap();
    let schedule = Schedule {
        rate: "at_once".parse().unwrap(),
        ..Schedule::default()
    };
    let subscription = Subscription::new("钢筋", interest, schedule).unwrap();
    for number in 0..SUBSCRIBERS {
        let address = format!("reader{number}@example.com");
        let subscriber = store
            .subscriber_with_address(&address, "zh", 0)
            .await
            .unwrap();
        store.consent(subscriber.id, "synthetic", 0).await.unwrap();
        let body = subscription.to_json();
        store
            .add_subscription(subscriber.id, "钢筋", SubscriptionState::Active, &body, 0)
            .await
            .unwrap();
    }
    town.import(&[notification("G/TBT/N/EU/1088", "Reinforcing bars", "7214")])
        .await;
    let before = peak_memory();
    let started = Instant::now();
    assert_eq!(town.gather().await, SUBSCRIBERS as u64);
    let made = started.elapsed();
    let sent = town.dispatch().await;
    let all = started.elapsed();
    assert_eq!(sent.sent, SUBSCRIBERS as u64, "{sent:?}");
    assert_eq!(town.server.accepted().len(), SUBSCRIBERS);
    eprintln!(
        "{SUBSCRIBERS} digests made in {made:?}, sent after {all:?}; peak memory {before:?} → {:?} kB",
        peak_memory()
    );
    assert!(all.as_secs() < 60, "{all:?}");
}
