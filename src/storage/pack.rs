//! Packing what is stored: JSON, compressed where that pays.

use std::cell::RefCell;

use serde::Serialize;
use serde::de::DeserializeOwned;
use zstd::bulk::{Compressor, Decompressor};

/// First byte of a packed value: what follows is plain JSON.
const PLAIN: u8 = b'j';
/// First byte of a packed value: what follows is a Zstandard frame of JSON.
const COMPRESSED: u8 = b'z';

/// Below this size a frame's header eats what compression saves.
const WORTH_COMPRESSING: usize = 400;

/// Level 3 of Zstandard: higher levels gain under 5 % on records of 1-2 kB and cost several times the time.
const LEVEL: i32 = 3;

/// A record is never larger; a blob that claims more is damaged.
const LARGEST: usize = 64 << 20;

thread_local! {
    /// A thread's compressor and decompressor: making one costs more than packing a record with it.
    static PACKERS: RefCell<(Option<Compressor<'static>>, Option<Decompressor<'static>>)> = const { RefCell::new((None, None)) };
}

/// Packs a value.
pub(super) fn pack<T: Serialize>(value: &T) -> Result<Vec<u8>, String> {
    let json = serde_json::to_vec(value).map_err(|reason| reason.to_string())?;
    if json.len() >= WORTH_COMPRESSING {
        let frame = compress(&json).map_err(|reason| reason.to_string())?;
        return Ok(prefixed(COMPRESSED, &frame));
    }
    Ok(prefixed(PLAIN, &json))
}

/// Unpacks a value.
pub(super) fn unpack<T: DeserializeOwned>(packed: &[u8]) -> Result<T, String> {
    let json = match packed.split_first() {
        Some((&PLAIN, json)) => {
            return serde_json::from_slice(json).map_err(|reason| reason.to_string());
        }
        Some((&COMPRESSED, frame)) => decompress(frame)?,
        _ => return Err("unknown packing".to_owned()),
    };
    serde_json::from_slice(&json).map_err(|reason| reason.to_string())
}

/// Compresses bytes into one frame that states their size.
pub(super) fn compress(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    PACKERS.with_borrow_mut(|(compressor, _)| {
        let compressor = match compressor {
            Some(compressor) => compressor,
            none => none.insert(Compressor::new(LEVEL)?),
        };
        compressor.compress(bytes)
    })
}

/// Decompresses a frame whose header states its size.
pub(super) fn decompress(frame: &[u8]) -> Result<Vec<u8>, String> {
    let size = match zstd::zstd_safe::get_frame_content_size(frame) {
        Ok(Some(size)) => usize::try_from(size).map_err(|reason| reason.to_string())?,
        Ok(None) | Err(_) => return Err("no size in the frame".to_owned()),
    };
    if size > LARGEST {
        return Err(format!("claims {size} bytes"));
    }
    let decompressed = PACKERS.with_borrow_mut(|(_, decompressor)| {
        let decompressor = match decompressor {
            Some(decompressor) => decompressor,
            none => none.insert(Decompressor::new()?),
        };
        decompressor.decompress(frame, size)
    });
    decompressed.map_err(|reason| reason.to_string())
}

fn prefixed(first: u8, rest: &[u8]) -> Vec<u8> {
    let mut packed = Vec::with_capacity(rest.len() + 1);
    packed.push(first);
    packed.extend_from_slice(rest);
    packed
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_was_packed_unpacks_to_itself(text in "\\PC{0,2000}") {
            prop_assert_eq!(unpack::<String>(&pack(&text).unwrap()), Ok(text));
        }

        #[test]
        fn damaged_bytes_are_an_error_and_never_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = unpack::<String>(&bytes);
            let _ = decompress(&bytes);
        }
    }
}
