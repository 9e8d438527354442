package io.helyos.contract.resource;

/// The certificate authority of a daemon.
///
/// @param pem its certificate
/// @param sha256 the certificate's fingerprint, hexadecimal with colons
public record AuthorityResource(String pem, String sha256) {}
