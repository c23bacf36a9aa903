//! The fields of the index.

use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, NumericOptions, STRING, Schema, SchemaBuilder,
    TextFieldIndexing, TextOptions,
};

use super::carried;

/// The fields in which one piece of text is indexed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextFields {
    /// Words of jieba's default mode, at character positions: exact phrases.
    pub words: Field,
    /// Those words and the dictionary words inside them: recall.
    pub sub: Field,
    /// Characters and pairs of characters of text without spaces: true substrings. Titles, and what is not Chinese.
    pub bigrams: Field,
    /// Stemmed words of text with spaces, English rules.
    pub latin: Field,
    /// Stemmed words, French rules.
    pub french: Field,
}

/// Every field of the index.
#[derive(Debug, Clone, Copy)]
pub struct Fields {
    /// Internal number of the record.
    pub id: Field,
    /// Internal number of its family; editions are grouped by it.
    pub family: Field,
    /// The store's revision that last changed the record.
    pub revision: Field,
    /// Titles and other names.
    pub title: TextFields,
    /// Abstracts, keywords, products covered.
    pub body: TextFields,
    /// Chinese names of the record's products and ICS groups, for records without Chinese text of their own.
    pub context: Field,
    /// Exact keys of every number of the record.
    pub number: Field,
    /// The family's name.
    pub family_name: Field,
    /// Looser keys of every number.
    pub kin: Field,
    /// Digits of the number, with and without part.
    pub digits: Field,
    /// Families of standards that the text mentions.
    pub mentions: Field,
    /// Kind.
    pub kind: Field,
    /// Issuing body.
    pub body_code: Field,
    /// Markets.
    pub market: Field,
    /// Status on the day of indexing.
    pub status: Field,
    /// ICS codes with every group above them.
    pub ics: Field,
    /// CCS codes with their letter.
    pub ccs: Field,
    /// HS codes with every prefix of two, four, six digits and the whole.
    pub hs: Field,
    /// Products.
    pub product: Field,
    /// Year of publication; 0 where unknown.
    pub year: Field,
    /// Day of publication, counted from 0001-01-01; 0 where unknown.
    pub published: Field,
    /// Day of entry into force, counted likewise; 0 where unknown.
    pub implemented: Field,
    /// Day of withdrawal, counted likewise; 0 where unknown.
    pub withdrawn: Field,
    /// Day from which an edition of a standard takes the place of the one before, counted likewise; 0 for amendments.
    pub edition_from: Field,
    /// Final day for comments, counted likewise; 0 where there is none.
    pub deadline: Field,
    /// Languages in which there is a title.
    pub language: Field,
    /// Families of the standards it adopts.
    pub adopts: Field,
    /// What the relevance score is multiplied with, in hundred-thousandths: current editions before withdrawn ones.
    pub weight: Field,
}

fn tokens(positions: IndexRecordOption) -> TextOptions {
    let indexing = TextFieldIndexing::default()
        .set_tokenizer(carried::NAME)
        .set_index_option(positions);
    TextOptions::default().set_indexing_options(indexing)
}

fn text(builder: &mut SchemaBuilder, name: &str) -> TextFields {
    let mut field = |part: &str, positions| {
        builder.add_text_field(&format!("{name}_{part}"), tokens(positions))
    };
    TextFields {
        words: field("words", IndexRecordOption::WithFreqsAndPositions),
        sub: field("sub", IndexRecordOption::WithFreqs),
        bigrams: field("bigrams", IndexRecordOption::WithFreqsAndPositions),
        latin: field("latin", IndexRecordOption::WithFreqsAndPositions),
        french: field("french", IndexRecordOption::WithFreqsAndPositions),
    }
}

impl Fields {
    /// Builds the schema and its fields.
    pub fn build() -> (Schema, Self) {
        let mut builder = Schema::builder();
        let column = NumericOptions::default().set_fast();
        let code = STRING | FAST;
        let fields = Self {
            id: builder.add_u64_field("id", INDEXED | FAST),
            family: builder.add_u64_field("family", INDEXED | FAST),
            revision: builder.add_u64_field("revision", column.clone()),
            title: text(&mut builder, "title"),
            body: text(&mut builder, "body"),
            context: builder.add_text_field("context", tokens(IndexRecordOption::WithFreqs)),
            number: builder.add_text_field("number", STRING),
            family_name: builder.add_text_field("family_name", STRING),
            kin: builder.add_text_field("kin", STRING),
            digits: builder.add_text_field("digits", STRING),
            mentions: builder.add_text_field("mentions", STRING),
            kind: builder.add_text_field("kind", code.clone()),
            body_code: builder.add_text_field("body", code.clone()),
            market: builder.add_text_field("market", code.clone()),
            status: builder.add_text_field("status", code.clone()),
            ics: builder.add_text_field("ics", code.clone()),
            ccs: builder.add_text_field("ccs", code.clone()),
            hs: builder.add_text_field("hs", code.clone()),
            product: builder.add_text_field("product", code),
            year: builder.add_u64_field("year", column.clone()),
            published: builder.add_u64_field("published", column.clone()),
            implemented: builder.add_u64_field("implemented", column.clone()),
            withdrawn: builder.add_u64_field("withdrawn", column.clone()),
            edition_from: builder.add_u64_field("edition_from", column.clone()),
            deadline: builder.add_u64_field("deadline", column.clone()),
            language: builder.add_text_field("language", STRING),
            adopts: builder.add_text_field("adopts", STRING),
            weight: builder.add_u64_field("weight", column),
        };
        (builder.build(), fields)
    }
}
