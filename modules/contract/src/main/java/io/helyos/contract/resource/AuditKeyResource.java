package io.helyos.contract.resource;

/// What shows that a checkpoint is of this daemon.
///
/// @param daemon its name
/// @param algorithm `Ed25519`
/// @param key the public half, in Base64
public record AuditKeyResource(String daemon, String algorithm, String key) {}
