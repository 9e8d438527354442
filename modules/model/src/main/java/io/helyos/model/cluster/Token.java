package io.helyos.model.cluster;

import java.time.Instant;
import java.util.Optional;

/// An access token as the journal knows it.
///
/// @param id the part of the token that is no secret
/// @param hash SHA-256 of the whole token, in hexadecimal
public record Token(
    String id,
    String name,
    String hash,
    Instant createdAt,
    Optional<Instant> expiresAt,
    Optional<Instant> revokedAt) {
  public boolean isValid(Instant now) {
    return revokedAt.isEmpty() && expiresAt.filter(end -> !now.isBefore(end)).isEmpty();
  }

  Token revoked(Instant at) {
    return new Token(id, name, hash, createdAt, expiresAt, Optional.of(at));
  }
}
