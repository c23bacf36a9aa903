//! The grammar, read by recursive descent for both drivers.
//!
//! ```text
//! query     = [ or ] ;
//! or        = and { OR and } ;
//! and       = unary { [ AND ] unary } ;
//! unary     = [ NOT ] primary | text ;
//! primary   = "(" or ")" | phrase | field | "*" | item ;
//! text      = unit { unit | plain } [ "*" ] ;         (* one Words leaf; with a star the last word,
//!                                                        and the code before it, is a Prefix *)
//! item      = unit [ "*" ] | code { code } serial [ "*" ] ;         (* after NOT: one word or number *)
//! plain     = "(" text without stars ")" ;            (* only behind text *)
//! unit      = word { plain | word } ;                 (* without blanks between *)
//! phrase    = quote text quote [ "~" digits ] ;
//! field     = name ":" ( value { "," value } | "(" value { [ OR | "," ] value } ")" ) ;
//! value     = phrase | item | "*" ;                   (* in parentheses also several words *)
//! OR        = "OR" | "|" | "||" | "或" ;              (* standing alone, capitals only *)
//! AND       = "AND" | "&" | "&&" | "且" ;
//! NOT       = "NOT" | "非" | "-" ;                    (* "-" glued to what it excludes *)
//! name      = any name of a field, in any case ;
//! word      = characters other than blanks, quotes and parentheses ;
//! ```
//!
//! Surprises, all owed to document numbers:
//!
//! * Parentheses behind text that hold text only are text: `DB13(J)/T 8422`, `EN 60335-1 (VDE 0700-1)`.
//! * A hyphen is NOT at the beginning of a word only, and never before a digit: `ISO 9001 -2015`.
//! * A colon ends a field name only if the field is known: `ISO 9001:2015`, `JIS X 0208：1997`.
//! * `OR` binds looser than standing side by side: `a b OR c` is (a and b) or c.
//! * A blank does not end a number where one word or value is asked for: `-GB/T 19001`, `标准号:GB/T 19001`.
//! * Signs, quotes, colons, commas and parentheses are alike in all widths.

use super::ast::{Node, Span};
use super::driver::{Driver, Strict};
use super::error::QueryError;
use super::lexer;
use super::limits;
use super::problem::Problem;
use super::token::{Token, TokenKind};

/// Reads a query strictly; the empty query is [`Node::Any`].
///
/// # Errors
///
/// The first fault, see [`Problem`].
pub fn parse(query: &str) -> Result<Node, QueryError> {
    if query.len() > limits::BYTES {
        let start = query.floor_char_boundary(limits::BYTES);
        return Err(QueryError::new(Problem::TooLong, start..query.len(), query));
    }
    Parser::new(query, Strict { query }).query()
}

/// A place in the tokens of a query, with the driver that hears of faults.
#[derive(Debug)]
pub(super) struct Parser<'query, D> {
    pub(super) query: &'query str,
    pub(super) tokens: Vec<Token>,
    pub(super) position: usize,
    driver: D,
    pub(super) depth: usize,
    clauses: usize,
    /// Set when the rest was cut off, after which missing ends are no fault of the writer.
    cut: bool,
}

impl<'query, D: Driver> Parser<'query, D> {
    pub(super) fn new(query: &'query str, driver: D) -> Self {
        let tokens = lexer::tokens(query);
        Self {
            query,
            tokens,
            position: 0,
            driver,
            depth: 0,
            clauses: 0,
            cut: false,
        }
    }

    pub(super) fn into_driver(self) -> D {
        self.driver
    }

    /// `query`
    pub(super) fn query(&mut self) -> Result<Node, QueryError> {
        let node = self.or()?;
        debug_assert!(
            self.position >= self.tokens.len(),
            "a query is read to its end"
        );
        Ok(node.unwrap_or(Node::Any))
    }

    /// `or`; `None` where no condition stands here.
    pub(super) fn or(&mut self) -> Result<Option<Node>, QueryError> {
        let mut branches: Vec<Node> = Vec::new();
        let mut operator: Option<Span> = None;
        loop {
            let branch = self.and()?;
            let missing = branch.is_none();
            branches.extend(branch);
            let next = self.peek().filter(|token| token.kind == TokenKind::Or);
            let Some(span) = next.map(|token| token.span.clone()) else {
                if let Some(dangling) = operator.filter(|_| missing) {
                    self.meet(Problem::DanglingOperator, dangling, "")?;
                }
                break;
            };
            self.position += 1;
            if missing {
                self.meet(Problem::DanglingOperator, span, "")?;
            } else {
                operator = Some(span);
            }
        }
        Ok((!branches.is_empty()).then(|| Node::any_of(branches)))
    }

    /// `and`; `None` where no condition stands here.
    fn and(&mut self) -> Result<Option<Node>, QueryError> {
        let mut conditions = Vec::new();
        let mut operator: Option<Span> = None;
        while let Some(token) = self.peek() {
            let span = token.span.clone();
            match token.kind {
                TokenKind::Or | TokenKind::Close { opening: Some(_) } => break,
                TokenKind::And => {
                    self.position += 1;
                    if conditions.is_empty() || operator.is_some() {
                        self.meet(Problem::DanglingOperator, span, "")?;
                    } else {
                        operator = Some(span);
                    }
                }
                TokenKind::Word { .. } | TokenKind::Comma => {
                    operator = None;
                    self.text(&mut conditions)?;
                }
                _ => {
                    if let Some(condition) = self.unary()? {
                        operator = None;
                        conditions.push(condition);
                    }
                }
            }
        }
        if let Some(span) = operator {
            self.meet(Problem::DanglingOperator, span, "")?;
        }
        Ok((!conditions.is_empty()).then(|| Node::all(conditions)))
    }

    /// `unary`, where it does not begin with text; `None` where it was left out.
    fn unary(&mut self) -> Result<Option<Node>, QueryError> {
        let mut sign: Option<Span> = None;
        while let Some(token) = self.peek() {
            if !matches!(token.kind, TokenKind::Minus | TokenKind::Not) {
                break;
            }
            let span = token.span.clone();
            self.position += 1;
            if let Some(first) = sign.replace(span) {
                self.meet(Problem::DanglingNot, first, "")?;
            }
        }
        let condition = self.primary()?;
        match (sign, condition) {
            (None, condition) => Ok(condition),
            (Some(_), Some(condition)) => Ok(Some(Node::Not(Box::new(condition)))),
            (Some(span), None) => self.meet(Problem::DanglingNot, span, "").map(|()| None),
        }
    }

    /// The next token that is not to be overlooked.
    pub(super) fn peek(&mut self) -> Option<&Token> {
        while self
            .tokens
            .get(self.position)
            .is_some_and(|token| token.kind == TokenKind::Skipped)
        {
            self.position += 1;
        }
        self.tokens.get(self.position)
    }

    /// Tells the driver of a fault.
    pub(super) fn meet(
        &mut self,
        problem: Problem,
        span: Span,
        read_as: &str,
    ) -> Result<(), QueryError> {
        if self.cut {
            Ok(())
        } else {
            self.driver.meet(problem, span, read_as)
        }
    }

    /// Counts a leaf or value; `None`, and the rest is cut off, where it is one too many.
    pub(super) fn counted<T>(&mut self, leaf: Option<T>) -> Result<Option<T>, QueryError> {
        self.clauses += usize::from(leaf.is_some());
        if self.clauses <= limits::CLAUSES {
            return Ok(leaf);
        }
        let start = self
            .tokens
            .get(self.position.saturating_sub(1))
            .map_or(0, |token| token.span.start);
        self.meet(Problem::TooManyClauses, start..self.query.len(), "")?;
        self.position = self.tokens.len();
        self.cut = true;
        Ok(None)
    }
}
