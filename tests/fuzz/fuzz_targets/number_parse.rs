//! Reads any text as a number, as running text and as a symbol; what is read must read back.

#![no_main]

use duibiao::number::{Number, Symbol, scan, scan_symbols};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(number) = Number::parse(text) {
        let printed = number.to_string();
        assert_eq!(
            Number::parse(&printed).as_ref(),
            Ok(&number),
            "`{text}` printed `{printed}`"
        );
    }
    for mention in scan(text) {
        assert!(text.get(mention.bytes).is_some());
    }
    for mention in scan_symbols(text) {
        assert!(text.get(mention.bytes).is_some());
    }
    if let Ok(symbol) = Symbol::parse(text) {
        assert_eq!(Symbol::parse(&symbol.to_string()).as_ref(), Ok(&symbol));
    }
});
