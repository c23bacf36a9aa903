//! Refusing archives that unpack to more than any spreadsheet holds.

use std::io::{Cursor, Read, Seek, copy, sink};

use super::WorkbookError;

/// ePing's bulk file of 45 MB unpacks to well under a gigabyte.
pub(super) const LARGEST: u64 = 2 << 30;

/// Shared texts are held in memory as a whole.
const LARGEST_TEXTS: u64 = 512 << 20;

/// Checks the sizes that an archive declares for its parts: for files an operator imports, which are large and known.
pub(super) fn declared<R: Read + Seek>(file: R, largest: u64) -> Result<(), WorkbookError> {
    let mut archive = zip::ZipArchive::new(file)
        .map_err(|reason| WorkbookError::NotASpreadsheet(reason.to_string()))?;
    let mut sum = 0_u64;
    for index in 0..archive.len() {
        let part = archive
            .by_index_raw(index)
            .map_err(|reason| WorkbookError::NotASpreadsheet(reason.to_string()))?;
        let texts = part
            .name()
            .is_ok_and(|name| name.ends_with("sharedStrings.xml"));
        if texts && part.size() > LARGEST_TEXTS {
            return Err(WorkbookError::TooLarge {
                found: part.size(),
                limit: LARGEST_TEXTS,
            });
        }
        sum = sum.saturating_add(part.size());
    }
    if sum > largest {
        return Err(WorkbookError::TooLarge {
            found: sum,
            limit: largest,
        });
    }
    Ok(())
}

/// Unpacks every part and counts: what a stranger's archive declares is not believed.
pub(super) fn measure(bytes: &[u8], largest: u64) -> Result<(), WorkbookError> {
    let broken = |reason: String| WorkbookError::NotASpreadsheet(reason);
    let mut archive =
        zip::ZipArchive::new(Cursor::new(bytes)).map_err(|reason| broken(reason.to_string()))?;
    let mut sum = 0_u64;
    for index in 0..archive.len() {
        let part = archive
            .by_index(index)
            .map_err(|reason| broken(reason.to_string()))?;
        let found = copy(&mut part.take(largest - sum + 1), &mut sink())
            .map_err(|reason| broken(reason.to_string()))?;
        sum += found;
        if sum > largest {
            return Err(WorkbookError::TooLarge {
                found: sum,
                limit: largest,
            });
        }
    }
    Ok(())
}
