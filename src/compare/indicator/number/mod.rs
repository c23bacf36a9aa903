//! Numbers as standards print them, read exactly.
//!
//! ```text
//! number   := [sign] (mixed | decimal [power] | power | chinese)
//! decimal  := digits { group-space 3-digits } [ ("." | ",") digits ] [ "万" | "亿" ]
//! mixed    := digits [space | "-"] digits "/" (2|3|4|8|16|32|64) | digits? vulgar-fraction
//! power    := [decimal "×"] "10" superscript
//! chinese  := 百分之 numeral | numeral 分之 numeral | numeral
//! ```
//!
//! The scale is kept (`2.50` stays `2.50`), because printed precision means something in a standard.
//! A comma is the surprise: `1,000` is a thousand, `0,6` is six tenths. Three digits after a comma
//! mean thousands unless the integer part is `0` or the text shows a decimal comma elsewhere.

mod chinese;
mod comma_style;
mod decimal;
mod fraction;
mod power;
mod scan;

pub use comma_style::CommaStyle;
pub use scan::{ScannedNumber, scan};
