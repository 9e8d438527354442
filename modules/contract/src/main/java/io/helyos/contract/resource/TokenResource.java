package io.helyos.contract.resource;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A token as lists show it: never its secret.
///
/// @param expiresAt null when it never does
/// @param revokedAt null while it is good
public @JsonNaming(SnakeCaseStrategy.class) record TokenResource(
    String id,
    String name,
    String scope,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant revokedAt) {}
