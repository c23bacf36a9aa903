//! What the command line understands.
//!
//! The table of commands with their help texts stands in one place, and is therefore long.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;

use super::alert_arguments::{DigestArguments, OutboxArguments, SubscribeArguments};
use super::check_arguments::CheckArguments;
use super::crawl_arguments::{CrawlArguments, IngestArguments, ReplayArguments};
use super::eval_arguments::EvalCommand;
use super::format::Format;
use super::gap_arguments::{CompareArguments, DossierArguments, ExportArguments, GapArguments};
use super::operator_arguments::{AdminCommand, AuditArguments, KeysCommand, ManArguments};
use super::searches_arguments::SearchesArguments;
use crate::compare::indicator::Language as TextLanguage;
use crate::model::{Kind, Rights, Status};
use crate::search::Sort;

/// 对标 Duibiao: search and compare international, foreign and Chinese standards.
#[derive(Debug, Parser)]
#[command(name = "duibiao", version, about, max_term_width = 100)]
pub struct Arguments {
    /// Where store and index live; made when missing
    #[arg(
        long,
        global = true,
        env = "DUIBIAO_DATA_DIR",
        default_value = "duibiao-data",
        value_name = "DIR"
    )]
    pub data_dir: PathBuf,
    /// The configuration; `duibiao.toml` in the data directory when left out
    #[arg(long, global = true, env = "DUIBIAO_CONFIG", value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// The language of what people read: zh or en
    #[arg(
        long,
        global = true,
        env = "DUIBIAO_LANG",
        default_value = "zh",
        value_name = "LANGUAGE"
    )]
    pub lang: String,
    /// What to do
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the pages and the interface for programs
    #[command(after_help = "Example:\n  duibiao serve --listen 0.0.0.0:8080")]
    Serve(ServeArguments),
    /// Import files of records (JSON lines, plain, .gz or .zst) and tables (CSV, TSV, XLSX)
    #[command(
        after_help = "A bad row is reported with file, line, field and reason, and does not stop the rest.\n\
        Importing the same file again changes nothing; an interrupted import goes on where it was.\n\
        With --as, the file is a document of yours whose text is kept beside a record: docx, pdf (needs poppler), html,\n\
        STS XML, xlsx, adoc, md or txt. Unless --rights says more, nothing of it is shown to others.\n\n\
        Examples:\n  duibiao import records/*.jsonl.zst gb_seed.jsonl\n  \
        duibiao import draft.docx --as \"GB/T 1234-2020\" --rights full"
    )]
    Import(ImportArguments),
    /// Crawl sources on the network into the store
    #[command(
        after_help = "One request at a time a host, in its pace, after its robots.txt. An interrupted run goes on with the next.\n\
        Without --since and --full a run asks for what changed since the last complete one.\n\n\
        Examples:\n  duibiao crawl --list\n  duibiao crawl eping --since 30d\n  duibiao crawl iso --limit 100 --dry-run\n  \
        duibiao crawl dbba --set province=DB13\n  duibiao crawl eping --base http://127.0.0.1:9000"
    )]
    Crawl(CrawlArguments),
    /// Read kept pages again, without the network
    #[command(
        after_help = "For a reader that has become better. Nobody is told of what changes.\n\n\
        Example:\n  duibiao ingest --replay eping"
    )]
    Ingest(IngestArguments),
    /// Answer from recorded pages, for crawling without a network
    #[command(
        after_help = "Every request is one line of JSON on standard output. The format is told in corpora/pages/README.md.\n\n\
        Example:\n  duibiao replay corpora/pages/eping --listen 127.0.0.1:9000"
    )]
    Replay(ReplayArguments),
    /// Search records by words, numbers and filters
    #[command(
        after_help = "Examples:\n  duibiao search 轮胎\n  duibiao search GBT19001\n  \
        duibiao search \"steel wire\" --status current --market INT --format csv > hits.csv\n  \
        echo '{\"q\":\"轮胎\",\"limit\":50}' | duibiao search --batch"
    )]
    Search(Box<SearchArguments>),
    /// Suggest what begins like a text: products, terms, titles, numbers, by pinyin too
    #[command(after_help = "Examples:\n  duibiao suggest lt\n  duibiao suggest gbt190 --limit 5")]
    Suggest(SuggestArguments),
    /// Show one record with its editions, relations and origin
    #[command(after_help = "Example:\n  duibiao show \"ISO 9001:2015\"")]
    Show(ShowArguments),
    /// Resolve standard numbers in any spelling
    #[command(
        after_help = "Examples:\n  duibiao resolve GBT19001 \"ISO 9001-2015\"\n  \
        duibiao resolve < letter.txt\n  echo '{\"text\":\"按GB/T 1.1\"}' | duibiao resolve --batch"
    )]
    Resolve(ResolveArguments),
    /// Keep searches under names, ask them again, watch them
    #[command(
        after_help = "Examples:\n  duibiao searches save 欧盟轮胎 '轮胎 市场:欧盟'\n  duibiao searches run 欧盟轮胎\n  \
        duibiao subscribe name@example.com --saved 欧盟轮胎"
    )]
    Searches(SearchesArguments),
    /// Check whether the standards a document cites are still in force (查新)
    #[command(
        after_help = "Reads txt, csv, md, xlsx, docx, html and pdf (needs poppler), or standard input for `-`.\n\
        Numbers that are not held or cannot be read are kept in a ledger, the number alone.\n\
        Ends with exit code 1 when no number was found.\n\n\
        Examples:\n  duibiao check product-file.docx\n  duibiao check list.xlsx --as-of 2024-06-30 --format xlsx > checked.xlsx\n  \
        echo 'GB/T 1.1-2009 和 ISO 9001' | duibiao check -\n  duibiao check --unresolved --format csv"
    )]
    Check(CheckArguments),
    /// Read the indicators (limits, units, conditions) out of a text
    #[command(
        after_help = "Reads standard input when there is no file, or when it is `-`.\n\n\
        Examples:\n  duibiao extract clause.txt\n  echo '铅不应大于90 mg/kg' | duibiao extract --format csv\n  \
        echo '{\"lang\":\"en\",\"text\":\"shall not exceed 90 mg/kg\"}' | duibiao extract --batch"
    )]
    Extract(ExtractArguments),
    /// Judge which of two indicators asks for more, with a proof
    #[command(
        after_help = "The verdict is said of the domestic side; write `null` for a side without the indicator.\n\n\
        Examples:\n  duibiao verdict '{\"parameter\":\"铅\",\"comparator\":\"≤\",\"value\":90,\"unit\":\"mg/kg\"}' \\\n    \
        '{\"parameter\":\"lead\",\"comparator\":\"≤\",\"value\":0.01,\"unit\":\"%\"}'\n  \
        duibiao verdict --batch < pairs.jsonl"
    )]
    Verdict(VerdictArguments),
    /// Pair the clauses of two texts, also across languages
    #[command(
        after_help = "A file is a document with clause numbers (docx, pdf, html, STS XML, adoc, md, txt), or JSON: a list of {\"clause\",\"title\",\"text\"}.\n\n\
        Examples:\n  duibiao align gb.txt iso.txt\n  duibiao align gb.json iso.json --format json\n  \
        duibiao align --batch < pairs.jsonl"
    )]
    Align(AlignArguments),
    /// Compare two documents of the store, or two texts in files
    #[command(
        after_help = "Two numbers give both documents side by side: status, relations, adoption, indicators with verdicts.\n\
        Two files (docx, pdf, html, STS XML, adoc, md, txt) give what changed between the texts, clause by clause where\n\
        both have clauses; so do two numbers with --texts, where their texts are kept and may be shown.\n\
        Deletions stand in [-…-], insertions in {+…+}; on a terminal both are coloured.\n\
        Texts without a difference end with exit code 1: nothing was found.\n\n\
        Examples:\n  duibiao compare \"GB 6675.4-2014\" \"ISO 8124-3:2020\"\n  duibiao compare gb-2014.txt gb-2024.txt\n  duibiao compare old.md new.md --format json"
    )]
    Compare(CompareArguments),
    /// Work on the bilingual terms
    #[command(subcommand)]
    Terms(TermsCommand),
    /// Write the whole store into one file, also while it is being served
    #[command(
        after_help = "The file holds everything but the index, which is made again from it; it is readable by its owner only.\n\n\
        Example:\n  duibiao backup /backups/duibiao-2026-11-25.backup"
    )]
    Backup {
        /// The file to write; it must not be there yet
        file: PathBuf,
    },
    /// Restore a backup into the data directory; stop the server first
    #[command(
        after_help = "Every byte is checked before anything is moved. With --replace the store that is there is kept beside\n\
        the restored one as store.sqlite.replaced.\n\n\
        Example:\n  duibiao restore /backups/duibiao-2026-11-25.backup --data-dir ./fresh"
    )]
    Restore {
        /// The file that `backup` wrote
        file: PathBuf,
        /// Move a store that is there aside
        #[arg(long)]
        replace: bool,
    },
    /// Report what a market asks of a product beside what is asked at home
    #[command(
        args_conflicts_with_subcommands = true,
        after_help = "The same store, rules and question give the same report and the same report id.\n\n\
        Examples:\n  duibiao gap --product toy --market EU\n  duibiao gap --product 螺纹钢 --market US,JP --format docx > gap.docx\n  \
        duibiao gap --documents \"GB 1499.2-2024,JIS G 3112:2020\" --format json > new.json\n  \
        duibiao gap diff old.json new.json\n  \
        duibiao gap review --product toy --market EU --line 0123456789abcdef --verdict stricter --reason \"…\"\n  \
        echo '{\"product\":\"toy\",\"market\":\"EU\"}' | duibiao gap --batch"
    )]
    Gap(Box<GapArguments>),
    /// Everything about a product in a market: what applies, what is coming, what to do
    #[command(
        after_help = "Examples:\n  duibiao dossier --product toy --market EU --format docx > toy-eu.docx\n  duibiao dossier --map"
    )]
    Dossier(DossierArguments),
    /// Cite records: GB/T 7714, BibTeX, RIS or CSL-JSON
    #[command(after_help = "Example:\n  duibiao export \"ISO 9001:2015\" --style bibtex")]
    Export(ExportArguments),
    /// Subscribe an address to what happens, or try a subscription on the last year
    Subscribe(SubscribeArguments),
    /// Find what concerns subscribers, make the digests that are due, send what waits
    Digest(DigestArguments),
    /// Show letters on their way and subscribers by count; addresses are masked
    Outbox(OutboxArguments),
    /// Make, list and revoke the keys of programs
    #[command(subcommand)]
    Keys(KeysCommand),
    /// Make, list and remove administrators
    #[command(subcommand)]
    Admin(AdminCommand),
    /// Show what operators changed: who, when, what
    #[command(after_help = "Example:\n  duibiao audit --limit 20 --format csv")]
    Audit(AuditArguments),
    /// Build the index anew beside the old one and swap
    Reindex,
    /// List the sources with their freshness
    Sources(ListArguments),
    /// Look for trouble in the data directory and explain it
    Doctor(ListArguments),
    /// Measure search, extraction, verdicts or alignment on a file of judged rows
    #[command(subcommand)]
    Eval(EvalCommand),
    /// Write the manual pages
    #[command(after_help = "Example:\n  duibiao man /usr/local/share/man/man1")]
    Man(ManArguments),
    /// Print a completion script for a shell
    #[command(after_help = "Example:\n  duibiao completions bash > /etc/bash_completion.d/duibiao")]
    Completions {
        /// The shell
        shell: Shell,
    },
}

/// Arguments of `serve`.
#[derive(Debug, Args)]
pub struct ServeArguments {
    /// Address and port to listen on [default: 127.0.0.1:8080, or the configuration's]
    #[arg(long, env = "DUIBIAO_LISTEN", value_name = "ADDRESS:PORT")]
    pub listen: Option<SocketAddr>,
}

/// Arguments of `import`.
#[derive(Debug, Args)]
pub struct ImportArguments {
    /// The files
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Show how the columns of tables are bound and what their first rows become; store nothing
    #[arg(long)]
    pub dry_run: bool,
    /// The number of the record whose text the file is
    #[arg(long = "as", value_name = "NUMBER", conflicts_with = "dry_run")]
    pub as_text_of: Option<String>,
    /// What may be shown of the text: full, facts (values, no sentences) or metadata (nothing)
    #[arg(long, default_value = "metadata", requires = "as_text_of", value_parser = rights)]
    pub rights: Rights,
    /// The language of the text (zh, en, fr …); told by the text when left out
    #[arg(long, value_name = "LANGUAGE", requires = "as_text_of", value_parser = language_code)]
    pub text_language: Option<String>,
    /// How to print the report
    #[arg(long, default_value = "table")]
    pub format: Format,
}

fn rights(word: &str) -> Result<Rights, String> {
    Rights::read(word).ok_or_else(|| format!("expected full, facts or metadata, found `{word}`"))
}

fn language_code(word: &str) -> Result<String, String> {
    let is_code =
        (2..=3).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_lowercase());
    is_code
        .then(|| word.to_owned())
        .ok_or_else(|| format!("expected a code such as zh or en (ISO 639), found `{word}`"))
}

/// Arguments of `search`.
#[derive(Debug, Args)]
pub struct SearchArguments {
    /// What to search for
    #[arg(required_unless_present = "batch", value_name = "QUERY")]
    pub query: Vec<String>,
    /// Only these kinds: standard, regulation, notification, product
    #[arg(long, value_delimiter = ',')]
    pub kind: Vec<Kind>,
    /// Only these markets (CN, EU, US, INT …)
    #[arg(long, value_delimiter = ',')]
    pub market: Vec<String>,
    /// Only these issuing bodies (ISO, GB, DB13 …)
    #[arg(long, value_delimiter = ',')]
    pub body: Vec<String>,
    /// Only these statuses: current, upcoming, superseded, withdrawn, unknown
    #[arg(long, value_delimiter = ',')]
    pub status: Vec<Status>,
    /// Only these ICS fields, groups or subgroups
    #[arg(long, value_delimiter = ',')]
    pub ics: Vec<String>,
    /// Only these HS codes
    #[arg(long, value_delimiter = ',')]
    pub hs: Vec<String>,
    /// Only these CCS codes
    #[arg(long, value_delimiter = ',')]
    pub ccs: Vec<String>,
    /// Only these products
    #[arg(long, value_delimiter = ',')]
    pub product: Vec<String>,
    /// Published on or after: 2020, 2020-05 or 2020-05-31
    #[arg(long)]
    pub from: Option<String>,
    /// Published on or before
    #[arg(long)]
    pub to: Option<String>,
    /// Show status as it was on this day
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// Order: relevance, newest, oldest, deadline
    #[arg(long, default_value = "relevance", value_parser = sort)]
    pub sort: Sort,
    /// Hits to print, at most 100
    #[arg(long, default_value_t = 20)]
    pub limit: usize,
    /// Where to go on, from the answer before
    #[arg(long)]
    pub cursor: Option<String>,
    /// How to print the hits
    #[arg(long, default_value = "table")]
    pub format: Format,
    /// Read one request a line from standard input, write one answer a line
    #[arg(long, conflicts_with = "query")]
    pub batch: bool,
}

fn sort(word: &str) -> Result<Sort, String> {
    let found = Sort::ALL.into_iter().find(|sort| sort.code() == word);
    found.ok_or_else(|| format!("expected relevance, newest, oldest or deadline, found `{word}`"))
}

/// Arguments of `suggest`.
#[derive(Debug, Args)]
pub struct SuggestArguments {
    /// What was typed so far
    #[arg(required = true, value_name = "TEXT")]
    pub texts: Vec<String>,
    /// Suggestions to print for each, at most 50
    #[arg(long, default_value_t = 10)]
    pub limit: usize,
    /// How to print them: table or json
    #[arg(long, default_value = "table")]
    pub format: Format,
}

/// Arguments of `show`.
#[derive(Debug, Args)]
pub struct ShowArguments {
    /// Identifier or number
    #[arg(value_name = "NUMBER")]
    pub number: String,
    /// The status on this day, and of an undated number the edition in force then
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// How to print it: table or json
    #[arg(long, default_value = "table")]
    pub format: Format,
}

/// Arguments of `resolve`.
#[derive(Debug, Args)]
pub struct ResolveArguments {
    /// Numbers, or texts with numbers; standard input when there are none
    #[arg(value_name = "TEXT")]
    pub texts: Vec<String>,
    /// The status on this day
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// How to print the result
    #[arg(long, default_value = "table")]
    pub format: Format,
    /// Read one request a line from standard input, write one answer a line
    #[arg(long, conflicts_with = "texts")]
    pub batch: bool,
}

/// Arguments of `extract`.
#[derive(Debug, Args)]
pub struct ExtractArguments {
    /// A text, any document `import --as` reads, or a number whose text is kept; `-` is standard input
    #[arg(value_name = "FILE", default_value = "-")]
    pub file: PathBuf,
    /// The language of the text, zh or en; told sentence by sentence when left out
    #[arg(long, value_name = "LANGUAGE", value_parser = text_language)]
    pub text_language: Option<TextLanguage>,
    /// How to print the indicators
    #[arg(long, default_value = "table")]
    pub format: Format,
    /// Read one request a line from standard input, write one answer a line
    #[arg(long, conflicts_with_all = ["file", "text_language"])]
    pub batch: bool,
}

fn text_language(word: &str) -> Result<TextLanguage, String> {
    match word {
        "zh" => Ok(TextLanguage::Zh),
        "en" => Ok(TextLanguage::En),
        other => Err(format!("expected zh or en, found `{other}`")),
    }
}

/// Arguments of `verdict`.
#[derive(Debug, Args)]
pub struct VerdictArguments {
    /// The domestic indicator as JSON, or null
    #[arg(value_name = "DOMESTIC", required_unless_present = "batch")]
    pub domestic: Option<String>,
    /// The foreign indicator as JSON, or null
    #[arg(value_name = "FOREIGN", required_unless_present = "batch")]
    pub foreign: Option<String>,
    /// How to print the verdict: table or json
    #[arg(long, default_value = "table")]
    pub format: Format,
    /// Read one request a line from standard input, write one answer a line
    #[arg(long, conflicts_with_all = ["domestic", "foreign"])]
    pub batch: bool,
}

/// Arguments of `align`.
#[derive(Debug, Args)]
pub struct AlignArguments {
    /// The first text: a file, or a number whose text is kept
    #[arg(value_name = "A", required_unless_present = "batch")]
    pub a: Option<PathBuf>,
    /// The second text: a file, or a number whose text is kept
    #[arg(value_name = "B", required_unless_present = "batch")]
    pub b: Option<PathBuf>,
    /// How to print the pairs
    #[arg(long, default_value = "table")]
    pub format: Format,
    /// Read one request a line from standard input, write one answer a line
    #[arg(long, conflicts_with_all = ["a", "b"])]
    pub batch: bool,
}

/// Arguments of commands that print a list.
#[derive(Debug, Args)]
pub struct ListArguments {
    /// How to print the list
    #[arg(long, default_value = "table")]
    pub format: Format,
}

/// What can be done with terms.
#[derive(Debug, Subcommand)]
pub enum TermsCommand {
    /// Learn pairs of terms from records with a Chinese and an English title
    #[command(
        after_help = "Prints what would be learned; with --adopt it is used from the next start on.\n\
        The file learned-terms.tsv in the data directory can be edited, and removed again.\n\n\
        Example:\n  duibiao terms learn --probability 0.3 --adopt"
    )]
    Learn(LearnArguments),
}

/// Arguments of `terms learn`.
#[derive(Debug, Args)]
pub struct LearnArguments {
    /// Least probability of an English word given a Chinese piece
    #[arg(long, default_value_t = 0.2)]
    pub probability: f32,
    /// Least number of titles that hold both
    #[arg(long, default_value_t = 3)]
    pub support: u32,
    /// Use what was learned from the next start on
    #[arg(long)]
    pub adopt: bool,
}
