//! The grammars, one for each way of writing numbers.

mod adopter;
mod assessment;
mod astm;
mod chinese;
mod committee;
mod etsi;
mod european;
mod gost;
mod group;
mod ieee;
mod international;
mod local;
mod nist;
mod plain;
mod series;
mod small;
mod supplements;
mod tail;
mod telecommunication;

pub(super) use adopter::is_adoptable;
pub(super) use committee::read as committee_document;

use super::bodies::PrefixRow;
use super::cursor::Cursor;
use super::{Body, Number, Rule};

/// What a text is expected to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// One number and nothing else; unusual blanks and notes are forgiven.
    Whole,
    /// Running text; only what is certainly part of the number belongs to it.
    Prose,
}

/// What a grammar has to know besides the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context {
    pub(super) mode: Mode,
    /// How deep this number lies inside others; adoptions nest and hostile texts nest deeper.
    pub(super) depth: u8,
}

impl Context {
    pub(super) fn whole(self) -> bool {
        self.mode == Mode::Whole
    }
}

/// What a grammar makes of a text.
#[derive(Debug)]
pub(super) struct Outcome {
    pub(super) number: Number,
    pub(super) rule: Rule,
    pub(super) confidence: f32,
    /// Other ways to read the same stretch.
    pub(super) alternatives: Vec<(Number, Rule, f32)>,
    /// Whether the number shows a mark that prose has not: a date, a nature, a version.
    pub(super) marked: bool,
}

impl Outcome {
    pub(super) fn new(number: Number, row: &PrefixRow) -> Self {
        let marked = number.date.is_some() || !number.version.is_empty();
        Self {
            number,
            rule: Rule::Grammar,
            confidence: f32::from(row.rank) / 100.0,
            alternatives: Vec::new(),
            marked,
        }
    }

    pub(super) fn rule(mut self, rule: Rule) -> Self {
        self.rule = rule;
        self
    }

    /// Moves the confidence up or down within 0.01 to 1.
    pub(super) fn adjust(mut self, by: f32) -> Self {
        self.confidence = (self.confidence + by).clamp(0.01, 1.0);
        self
    }

    pub(super) fn marked(mut self) -> Self {
        self.marked = true;
        self
    }
}

/// The way in which a body writes its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Grammar {
    /// National and sector standards of China.
    Chinese,
    /// Everyday names of Chinese series.
    Spoken,
    /// Chinese local standards.
    Local,
    /// Chinese local engineering standards.
    LocalWorks,
    /// Chinese group standards.
    Group,
    /// Chinese enterprise standards.
    Enterprise,
    /// ISO, IEC and their joint publications.
    International,
    /// CEN and CENELEC.
    European,
    /// National bodies that put their prefix before adopted numbers.
    Adopter,
    /// Mexican norms.
    Mexican,
    /// Conformity assessment systems of the IEC.
    Assessment,
    /// Numbers with a letter for the division: JIS, KS.
    Jis,
    /// Technical specifications and reports of JISC.
    JapaneseSpecification,
    /// ASTM.
    Astm,
    /// ASTM designations without the name of the society.
    AstmNameless,
    /// GOST and other standards of its region.
    Gost,
    /// Technical regulations of the Eurasian Economic Union.
    Eaeu,
    /// ETSI.
    Etsi,
    /// ITU.
    Telecommunication,
    /// IEEE and the societies before it.
    Ieee,
    /// Drafts of IEEE without its name: `P1662/D8.3, June 2016`.
    IeeeDraft,
    /// NIST and NBS.
    Nist,
    /// CCSDS.
    Space,
    /// Project PLATEAU.
    Plateau,
    /// Ecma.
    Ecma,
    /// OIML.
    Metrology,
    /// Codex Alimentarius.
    Codex,
    /// UNECE.
    Unece,
    /// Everything with prefix, number and perhaps a date.
    Plain,
}

impl Grammar {
    /// Reads a number whose prefix has just been passed.
    ///
    /// Leaves the cursor behind the number; where nothing can be read it stays anywhere.
    pub(super) fn read(
        self,
        cursor: &mut Cursor<'_>,
        row: &'static PrefixRow,
        context: Context,
    ) -> Option<Outcome> {
        match self {
            Self::Chinese => chinese::read(cursor, row, context),
            Self::Spoken => chinese::spoken(cursor, row, context),
            Self::Local => local::read(cursor, row, context),
            Self::LocalWorks => local::works(cursor, row),
            Self::Group => group::read(cursor, row, context),
            Self::Enterprise => group::enterprise(cursor, row, context),
            Self::International => international::read(cursor, row, context),
            Self::European => european::read(cursor, row, context),
            Self::Adopter => adopter::read(cursor, row, context),
            Self::Mexican => small::mexican(cursor, row),
            Self::Assessment => assessment::read(cursor, row),
            Self::Jis => series::read(cursor, row, context),
            Self::JapaneseSpecification => series::specification(cursor, row, context),
            Self::Astm => astm::read(cursor, row, context),
            Self::AstmNameless => astm::nameless(cursor, row, context),
            Self::Gost => gost::read(cursor, row, context),
            Self::Eaeu => small::eaeu(cursor, row),
            Self::Etsi => etsi::read(cursor, row),
            Self::Telecommunication => telecommunication::read(cursor, row, context),
            Self::Ieee => ieee::read(cursor, row, context),
            Self::IeeeDraft => ieee::nameless(cursor, row, context),
            Self::Nist => nist::read(cursor, row, context),
            Self::Space => small::space(cursor, row),
            Self::Plateau => small::plateau(cursor, row),
            Self::Ecma => small::ecma(cursor, row),
            Self::Metrology => small::metrology(cursor, row),
            Self::Codex => small::codex(cursor, row),
            Self::Unece => small::unece(cursor, row),
            Self::Plain => plain::read(cursor, row, context),
        }
    }
}

/// The body of a prefix row.
fn body_of(row: &PrefixRow) -> Option<Body> {
    Body::from_code(row.code)
}
