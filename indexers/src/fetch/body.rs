//! A body as it is kept: packed, with the hash and the length of its bytes.

use std::io::{self, BufReader, Read, Write};

/// Level 3 of Zstandard: the pages of catalogues shrink to a tenth, and higher levels gain little.
const LEVEL: i32 = 3;

/// Bytes, packed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    packed: Vec<u8>,
    length: u64,
    hash: [u8; 32],
}

impl Body {
    /// Packs bytes.
    pub fn of(bytes: &[u8]) -> io::Result<Self> {
        let mut writer = BodyWriter::new()?;
        writer.take(bytes)?;
        writer.finish()
    }

    /// Takes up a body that was kept.
    pub fn kept(packed: Vec<u8>, length: u64, hash: [u8; 32]) -> Self {
        Self {
            packed,
            length,
            hash,
        }
    }

    /// Returns the packed bytes, a Zstandard frame.
    pub fn packed(&self) -> &[u8] {
        &self.packed
    }

    /// Returns the length of the bytes unpacked.
    pub fn length(&self) -> u64 {
        self.length
    }

    /// Returns the BLAKE3 hash of the bytes unpacked.
    pub fn hash(&self) -> &[u8; 32] {
        &self.hash
    }

    /// Unpacks the bytes.
    pub fn bytes(&self) -> io::Result<Vec<u8>> {
        // The length is only a hint here: a damaged one must not reserve a terabyte.
        let hint = usize::try_from(self.length.min(1 << 26)).unwrap_or(0);
        let mut bytes = Vec::with_capacity(hint);
        self.reader()?
            .take(self.length)
            .read_to_end(&mut bytes)
            .map(|_| bytes)
    }

    /// Returns a reader of the bytes.
    pub fn reader(&self) -> io::Result<BufReader<impl Read + '_>> {
        let decoder = zstd::Decoder::with_buffer(self.packed.as_slice())?;
        Ok(BufReader::with_capacity(1 << 16, decoder))
    }
}

/// Packs a body while it arrives.
pub struct BodyWriter {
    encoder: zstd::Encoder<'static, Vec<u8>>,
    hasher: blake3::Hasher,
    length: u64,
}

impl std::fmt::Debug for BodyWriter {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("BodyWriter")
            .field("length", &self.length)
            .finish_non_exhaustive()
    }
}

impl BodyWriter {
    /// Begins a body.
    pub fn new() -> io::Result<Self> {
        Ok(Self {
            encoder: zstd::Encoder::new(Vec::new(), LEVEL)?,
            hasher: blake3::Hasher::new(),
            length: 0,
        })
    }

    /// Takes some bytes and returns how many have come so far.
    pub fn take(&mut self, bytes: &[u8]) -> io::Result<u64> {
        self.encoder.write_all(bytes)?;
        self.hasher.update(bytes);
        self.length += bytes.len() as u64;
        Ok(self.length)
    }

    /// Ends the body.
    pub fn finish(self) -> io::Result<Body> {
        Ok(Body {
            packed: self.encoder.finish()?,
            length: self.length,
            hash: *self.hasher.finalize().as_bytes(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_comes_back_and_zeros_cost_nothing() {
        let zeros = vec![0; 1 << 20];
        let body = Body::of(&zeros).unwrap();
        assert!(body.packed().len() < 1_000);
        assert_eq!(body.length(), 1 << 20);
        assert_eq!(body.bytes().unwrap(), zeros);
        assert_eq!(body.hash(), blake3::hash(&zeros).as_bytes());
    }
}
