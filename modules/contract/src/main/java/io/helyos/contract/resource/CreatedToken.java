package io.helyos.contract.resource;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The answer to a new token: the only place where its secret is ever shown.
public @JsonNaming(SnakeCaseStrategy.class) record CreatedToken(
    String id,
    String name,
    String token,
    String scope,
    Instant createdAt,
    @Nullable Instant expiresAt) {}
