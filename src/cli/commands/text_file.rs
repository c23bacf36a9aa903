//! Texts from files.

use std::io::Read;
use std::path::Path;

use crate::cli::Failure;

/// Reads a file of text, or standard input where the name is `-`.
pub(super) fn read(path: &Path) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        std::io::stdin().lock().read_to_end(&mut bytes)?;
    } else {
        bytes = fs_err::read(path).map_err(|error| {
            Failure::input(error.to_string(), "name a file of plain text, or `-`")
        })?;
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let message = format!("`{}` is no UTF-8 text: byte {at} is not", path.display());
        Failure::input(
            message,
            "convert it, for example with `iconv -f GB18030 -t UTF-8`",
        )
    })?;
    Ok(text
        .strip_prefix('\u{feff}')
        .map_or_else(|| text.clone(), str::to_owned))
}
