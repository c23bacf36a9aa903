//! The parts of a word processor's file, unpacked within limits.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::decode::decode;
use super::{ExtractError, Format, Limits};

/// An opened archive.
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    ratio: u64,
    left: u64,
}

/// Bytes below which a part is not asked how well it packs: small parts of repeated markup pack very well.
const SMALL: u64 = 1 << 20;

impl<'b> Package<'b> {
    /// Opens an archive.
    ///
    /// # Errors
    ///
    /// [`ExtractError`] when it is none, or holds too many parts.
    pub(super) fn open(bytes: &'b [u8], limits: &Limits) -> Result<Self, ExtractError> {
        let archive = ZipArchive::new(Cursor::new(bytes))
            .map_err(|reason| ExtractError::damaged(Format::Docx, &reason))?;
        if archive.len() > limits.archive_parts {
            return Err(ExtractError::too_much(
                format!("at most {} parts", limits.archive_parts),
                archive.len().to_string(),
            ));
        }
        Ok(Self {
            archive,
            ratio: limits.archive_ratio,
            left: limits.archive_bytes,
        })
    }

    /// Reads a part; nothing when there is none of that name.
    ///
    /// # Errors
    ///
    /// [`ExtractError`] when it is broken, or unpacks to more than is accepted. What the archive says of its size is not
    /// believed.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, ExtractError> {
        let Some(index) = self.archive.index_for_name(name) else {
            return Ok(None);
        };
        let part = self
            .archive
            .by_index(index)
            .map_err(|reason| ExtractError::damaged(Format::Docx, &reason))?;
        let packed = part.compressed_size();
        let most = self.left.min(SMALL.max(packed.saturating_mul(self.ratio)));
        let mut bytes = Vec::new();
        part.take(most + 1)
            .read_to_end(&mut bytes)
            .map_err(|reason| ExtractError::damaged(Format::Docx, &reason))?;
        let found = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if found > most {
            return Err(ExtractError::too_much(
                format!("`{name}` to unpack to at most {most} bytes"),
                "more than that",
            ));
        }
        self.left -= found;
        Ok(Some(decode(&bytes).text))
    }

    /// Reads a part that has to be there.
    pub(super) fn needed(&mut self, name: &str) -> Result<String, ExtractError> {
        self.part(name)?
            .ok_or_else(|| ExtractError::damaged(Format::Docx, &format!("no part `{name}`")))
    }
}
