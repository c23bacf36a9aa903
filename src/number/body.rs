//! The body that issues a number.

use std::fmt;

use super::bodies::{BODIES, BodyRow, packed};

/// The code of each row of [`BODIES`] as one word; a search compares words.
static CODES: [u64; BODIES.len()] = {
    let mut codes = [0; BODIES.len()];
    let mut index = 0;
    while index < codes.len() {
        codes[index] = packed(BODIES[index].code);
        index += 1;
    }
    codes
};

/// A body that issues numbers, or one series of such a body.
///
/// The series is what readers of standards tell apart: `GB`, the sector `YB`, the province `DB13`,
/// group standards `T`, enterprise standards `Q`. Copying it is free; it compares by its code.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Body(pub(super) u16);

/// How far the standards of a body reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum BodyKind {
    /// Published for the whole world: ISO, IEC, ITU, Codex.
    International,
    /// Published for several states: EN, ETSI, GOST, GSO.
    Regional,
    /// Published for one state: GB, DIN, JIS.
    National,
    /// Published for one trade of a state: YB, HJ.
    Sector,
    /// Published for one province or city: DB13.
    Local,
    /// Published by an association under its own name: T/CAS.
    Group,
    /// Published by an enterprise for itself: Q.
    Enterprise,
    /// Published by a society or consortium and used far beyond it: ASTM, IEEE, UL.
    Consortium,
}

impl Body {
    /// Finds a body by its code.
    pub fn from_code(code: &str) -> Option<Self> {
        if code.len() > 8 {
            return None;
        }
        let index = CODES.binary_search(&packed(code)).ok()?;
        u16::try_from(index).ok().map(Self)
    }

    /// Lists all bodies in the order of their codes.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..BODIES.len()).filter_map(|index| u16::try_from(index).ok().map(Self))
    }

    fn row(self) -> &'static BodyRow {
        &BODIES[usize::from(self.0)]
    }

    /// Its code, such as `ISO`, `GB`, `YB`, `DB13`, `T`.
    pub fn code(self) -> &'static str {
        self.row().code
    }

    /// The market it serves: an ISO 3166-1 alpha-2 code, `EU`, or `INT` for the whole world.
    pub fn market(self) -> &'static str {
        self.row().market
    }

    /// How far its standards reach.
    pub fn kind(self) -> BodyKind {
        self.row().kind
    }

    /// Its name in Chinese.
    pub fn name_zh(self) -> &'static str {
        self.row().name_zh
    }

    /// Its name in English.
    pub fn name_en(self) -> &'static str {
        self.row().name_en
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Body({})", self.code())
    }
}

impl fmt::Display for Body {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.code())
    }
}
