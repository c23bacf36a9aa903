//! The provider of cryptography, installed once.

/// Installs *ring* for the process; a client built without a provider panics.
pub(super) fn install() {
    // An error only says that a provider is installed already, by us or by the program around us.
    let _ = rustls::crypto::ring::default_provider().install_default();
}
