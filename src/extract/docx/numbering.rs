//! Numberings: what each level counts in, how it is written, when it starts anew.

use std::collections::HashMap;

use super::super::xml::{Node, Tree};
use super::numerals::Numerals;
use super::styles::Styles;

/// Levels of a numbering (17.9.6).
pub(super) const LEVELS: usize = 9;

/// One level of a numbering.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Level {
    /// The first number.
    pub(super) start: u32,
    /// How the number is written.
    pub(super) numerals: Numerals,
    /// The text around the numbers: `%1.%2`.
    pub(super) pattern: String,
    /// Which level makes it start anew: 0 none, `n` the first `n`; every higher one when it is not said.
    pub(super) restart: Option<usize>,
    /// Whether the numbers of higher levels are written in Arabic digits.
    pub(super) arabic: bool,
    /// The style that belongs to it.
    style: Option<String>,
}

impl Level {
    fn read(node: Node<'_, '_>) -> Self {
        let value = |name| node.child(name).and_then(|node| node.attribute("val"));
        let number = |name| value(name).and_then(|value| value.parse().ok());
        Self {
            start: number("start").unwrap_or(0),
            numerals: Numerals::named(&value("numFmt").unwrap_or_default()),
            pattern: value("lvlText").unwrap_or_default(),
            restart: value("lvlRestart").and_then(|value| value.parse().ok()),
            arabic: node.child("isLgl").is_some_and(|node| {
                !matches!(node.attribute("val").as_deref(), Some("0" | "false"))
            }),
            style: value("pStyle"),
        }
    }
}

type Levels = [Option<Level>; LEVELS];

#[derive(Debug, Default)]
struct Abstract {
    levels: Levels,
    /// The style of numberings it takes its levels from.
    link: Option<String>,
}

#[derive(Debug, Default)]
struct Instance {
    origin: String,
    levels: Levels,
    starts: [Option<u32>; LEVELS],
}

/// The numberings of a document.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    origins: HashMap<String, Abstract>,
    instances: HashMap<String, Instance>,
}

impl Numbering {
    /// Reads the part of numberings.
    pub(super) fn read(tree: &Tree<'_>, styles: &Styles) -> Self {
        let mut numbering = Self::default();
        let Some(root) = tree.root() else {
            return numbering;
        };
        for node in root.children() {
            match node.name() {
                "abstractNum" => numbering.origin(node),
                "num" => numbering.instance(node),
                _ => {}
            }
        }
        numbering.follow_links(styles);
        numbering
    }

    fn origin(&mut self, node: Node<'_, '_>) {
        let mut origin = Abstract {
            link: node
                .child("numStyleLink")
                .and_then(|link| link.attribute("val")),
            ..Abstract::default()
        };
        for level in node.children().filter(|node| node.name() == "lvl") {
            if let Some(place) = place(level).and_then(|at| origin.levels.get_mut(at)) {
                *place = Some(Level::read(level));
            }
        }
        if let Some(id) = node.attribute("abstractNumId") {
            self.origins.insert(id, origin);
        }
    }

    fn instance(&mut self, node: Node<'_, '_>) {
        let origin = node
            .child("abstractNumId")
            .and_then(|origin| origin.attribute("val"));
        let mut instance = Instance {
            origin: origin.unwrap_or_default(),
            ..Instance::default()
        };
        for change in node.children().filter(|node| node.name() == "lvlOverride") {
            let Some(at) = place(change).filter(|at| *at < LEVELS) else {
                continue;
            };
            instance.levels[at] = change.child("lvl").map(Level::read);
            let start = change.child("startOverride");
            instance.starts[at] = start
                .and_then(|start| start.attribute("val"))
                .and_then(|value| value.parse().ok());
        }
        if let Some(id) = node.attribute("numId") {
            self.instances.insert(id, instance);
        }
    }

    /// Points numberings that only name a style of numberings at the one that has the levels (17.9.21, 17.9.27).
    fn follow_links(&mut self, styles: &Styles) {
        let linked = |id: &String| {
            let link = self.origins.get(id)?.link.as_deref()?;
            let (_, reference) = styles.reference(link)?;
            let target = self.instances.get(&reference.numbering?)?;
            Some(target.origin.clone())
        };
        let targets: Vec<(String, String)> = self
            .instances
            .iter()
            .filter_map(|(id, instance)| Some((id.clone(), linked(&instance.origin)?)))
            .collect();
        for (id, origin) in targets {
            if let Some(instance) = self.instances.get_mut(&id) {
                instance.origin = origin;
            }
        }
    }

    /// Returns the numbering that counts for this one; numberings of one origin count together.
    pub(super) fn counted_by(&self, id: &str) -> Option<&str> {
        self.instances
            .get(id)
            .map(|instance| instance.origin.as_str())
    }

    /// Returns a level of a numbering.
    pub(super) fn level(&self, id: &str, level: usize) -> Option<&Level> {
        let instance = self.instances.get(id)?;
        let own = instance.levels.get(level)?.as_ref();
        own.or_else(|| self.origins.get(&instance.origin)?.levels[level].as_ref())
    }

    /// Returns the number a numbering starts a level with, where it differs from that of its origin.
    pub(super) fn start(&self, id: &str, level: usize) -> Option<u32> {
        *self.instances.get(id)?.starts.get(level)?
    }

    /// Returns the level that belongs to a style.
    pub(super) fn level_of_style(&self, id: &str, style: &str) -> Option<usize> {
        (0..LEVELS).find(|level| {
            let found = self.level(id, *level);
            found.is_some_and(|level| level.style.as_deref() == Some(style))
        })
    }
}

fn place(node: Node<'_, '_>) -> Option<usize> {
    node.number("ilvl")
}
