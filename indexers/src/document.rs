//! Files of rows: plain, gzip or zstd, told apart by their first bytes, read line by line with bounded memory.
//!
//! A spreadsheet or a saved answer of an interface is one document; its rows come out like lines.

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use fs_err::File;

use crate::FileError;
use crate::documents::{self, ARCHIVE, DocumentRows};
use crate::sources::table;

/// How a file is compressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compression {
    /// Not at all.
    None,
    /// RFC 1952.
    Gzip,
    /// RFC 8878.
    Zstandard,
}

impl Compression {
    /// Tells the compression from the first bytes of a file; the name may lie.
    pub fn of(start: &[u8]) -> Self {
        match start {
            [0x1F, 0x8B, ..] => Self::Gzip,
            [0x28, 0xB5, 0x2F, 0xFD, ..] => Self::Zstandard,
            _ => Self::None,
        }
    }
}

/// One line of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The line, counted from one.
    pub line: u64,
    /// Its text without the line end.
    pub text: String,
}

/// The lines of a file, in order; empty lines are left out but counted.
pub struct Rows {
    path: PathBuf,
    reader: Box<dyn BufRead + Send>,
    /// The rows of a file that is one document; then there are no lines.
    whole: Option<DocumentRows>,
    line: u64,
    ended: bool,
}

impl std::fmt::Debug for Rows {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Rows")
            .field("path", &self.path)
            .field("line", &self.line)
            .finish_non_exhaustive()
    }
}

/// No record comes near this; a longer line is a binary file or a mistake.
const LONGEST_LINE: usize = 16 << 20;

/// Enough of the file to see whether it is text.
const SNIFF: usize = 4096;

impl Rows {
    /// Opens a file.
    ///
    /// # Errors
    ///
    /// [`FileError`] when the path is a directory, cannot be read, or holds no text.
    pub fn open(path: &Path) -> Result<Self, FileError> {
        let unreadable = |reason| FileError::Unreadable {
            path: path.to_owned(),
            reason,
        };
        let file = File::open(path).map_err(&unreadable)?;
        if file.metadata().map_err(&unreadable)?.is_dir() {
            return Err(FileError::Directory {
                path: path.to_owned(),
            });
        }
        let mut packed = BufReader::with_capacity(1 << 16, file);
        let is_archive = packed
            .fill_buf()
            .map_err(&unreadable)?
            .starts_with(&ARCHIVE);
        let mut refused = None;
        if is_archive {
            match documents::spreadsheet(path) {
                Ok(rows) => {
                    return Ok(Self {
                        whole: Some(rows),
                        ..Self::of(path, Box::new(std::io::empty()))
                    });
                }
                Err(error) => refused = Some(error),
            }
        }
        // A table of no known source may still be a list of standards under any headers.
        if let Some(lines) = table::lines(path)? {
            return Ok(Self::of(path, Box::new(std::io::Cursor::new(lines))));
        }
        if let Some(error) = refused {
            return Err(error);
        }
        let start = packed.fill_buf().map_err(&unreadable)?;
        let compression = Compression::of(start);
        let mut reader: Box<dyn BufRead + Send> = match compression {
            Compression::None => Box::new(packed),
            Compression::Gzip => {
                Box::new(BufReader::new(flate2::bufread::MultiGzDecoder::new(packed)))
            }
            Compression::Zstandard => {
                let decoder = zstd::Decoder::with_buffer(packed).map_err(unreadable)?;
                Box::new(BufReader::with_capacity(1 << 16, decoder))
            }
        };
        let truncated = |reason| FileError::Truncated {
            path: path.to_owned(),
            lines: 0,
            reason,
        };
        let start = reader.fill_buf().map_err(truncated)?;
        let binary = start
            .iter()
            .take(SNIFF)
            .position(|&byte| byte < 0x20 && !byte.is_ascii_whitespace());
        if let Some(at) = binary {
            return Err(FileError::Binary {
                path: path.to_owned(),
                at,
                byte: start[at],
            });
        }
        let bom = usize::from(start.starts_with(b"\xEF\xBB\xBF")) * 3;
        let is_answer = documents::is_answer(&start[..start.len().min(SNIFF)]);
        reader.consume(bom);
        if is_answer {
            return Ok(match documents::answer(path, &mut reader)? {
                Ok(rows) => Self {
                    whole: Some(rows),
                    ..Self::of(path, Box::new(std::io::empty()))
                },
                Err(lines) => Self::of(path, Box::new(std::io::Cursor::new(lines))),
            });
        }
        Ok(Self::of(path, reader))
    }

    fn of(path: &Path, reader: Box<dyn BufRead + Send>) -> Self {
        Self {
            path: path.to_owned(),
            reader,
            whole: None,
            line: 0,
            ended: false,
        }
    }

    fn next_line(&mut self) -> Result<Option<Text>, FileError> {
        loop {
            let mut bytes = Vec::new();
            let limit = LONGEST_LINE as u64 + 1;
            let read = (&mut self.reader)
                .take(limit)
                .read_until(b'\n', &mut bytes)
                .map_err(|reason| FileError::Truncated {
                    path: self.path.clone(),
                    lines: self.line,
                    reason,
                })?;
            if read == 0 {
                return Ok(None);
            }
            self.line += 1;
            if bytes.len() > LONGEST_LINE {
                let (path, line) = (self.path.clone(), self.line);
                return Err(FileError::LongLine {
                    path,
                    line,
                    limit: LONGEST_LINE,
                });
            }
            let text = String::from_utf8_lossy(&bytes);
            let text = text.trim();
            if !text.is_empty() {
                return Ok(Some(Text {
                    line: self.line,
                    text: text.to_owned(),
                }));
            }
        }
    }
}

impl Iterator for Rows {
    type Item = Result<Text, FileError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let next = match &mut self.whole {
            Some(rows) => rows.next(),
            None => self.next_line().transpose(),
        };
        self.ended = !matches!(next, Some(Ok(_)));
        next
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn file(bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rows");
        fs_err::write(&path, bytes).unwrap();
        (folder, path)
    }

    fn lines(path: &Path) -> Vec<String> {
        Rows::open(path)
            .unwrap()
            .map(|row| row.unwrap().text)
            .collect()
    }

    #[test]
    fn plain_gzip_and_zstd_give_the_same_lines() {
        let plain = b"\xEF\xBB\xBF{\"a\":1}\r\n\n{\"b\":2}";
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        gzip.write_all(plain).unwrap();
        let gzip = gzip.finish().unwrap();
        let zstd = zstd::encode_all(&plain[..], 1).unwrap();
        for bytes in [&plain[..], &gzip, &zstd] {
            let (_folder, path) = file(bytes);
            assert_eq!(lines(&path), ["{\"a\":1}", "{\"b\":2}"]);
        }
    }

    #[test]
    fn a_truncated_file_gives_its_whole_lines_and_then_says_so() {
        let text: String = "{\"n\":1234567}\n".repeat(200_000);
        let packed = zstd::encode_all(text.as_bytes(), 3).unwrap();
        let (_folder, path) = file(&packed[..packed.len() / 2]);
        let rows: Vec<_> = Rows::open(&path).unwrap().collect();
        let (last, whole) = rows.split_last().unwrap();
        assert!(whole.iter().all(Result::is_ok));
        assert!(matches!(last, Err(FileError::Truncated { .. })), "{last:?}");
    }

    #[test]
    fn a_saved_answer_gives_its_items_and_lines_that_only_look_like_one_stay_lines() {
        let (_folder, path) =
            file(b"{\n  \"totalCount\": 2,\n  \"items\": [ {\"a\": 1},\n {\"b\": 2} ]\n}");
        assert_eq!(lines(&path), ["{\"a\":1}", "{\"b\":2}"]);
        let (_folder, path) = file(b"{\"items\":[1]}\n{\"items\":[2]}\n");
        assert_eq!(lines(&path), ["{\"items\":[1]}", "{\"items\":[2]}"]);
        let (_folder, path) = file(b"[{\"a\":1},\n{\"b\":2}]");
        assert_eq!(lines(&path).len(), 2);
    }

    #[test]
    fn an_archive_that_is_no_spreadsheet_is_refused_with_a_sentence() {
        let (_folder, path) = file(b"PK\x03\x04 and then nothing");
        let refused = Rows::open(&path).unwrap_err();
        assert!(
            refused
                .to_string()
                .contains("expected an .xlsx spreadsheet"),
            "{refused}"
        );
    }

    #[test]
    fn directories_and_binary_files_are_refused_with_a_sentence() {
        let (folder, path) = file(b"\x7FELF\x02\x01\x00");
        let refused = Rows::open(&path).unwrap_err().to_string();
        assert!(refused.contains("is not text: byte 4 is 0x02"), "{refused}");
        assert!(matches!(
            Rows::open(folder.path()),
            Err(FileError::Directory { .. })
        ));
        assert!(matches!(
            Rows::open(&folder.path().join("no")),
            Err(FileError::Unreadable { .. })
        ));
    }
}
