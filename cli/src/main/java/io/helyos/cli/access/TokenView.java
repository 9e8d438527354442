package io.helyos.cli.access;

import io.helyos.cli.output.Ages;
import io.helyos.cli.output.Column;
import io.helyos.cli.output.View;
import io.helyos.contract.resource.TokenResource;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tokens as a table, without their secrets.
final class TokenView {
  private TokenView() {}

  static View<TokenResource> at(InstantSource clock) {
    return View.of(
        "token",
        TokenResource::name,
        List.of(
            Column.of("Name", TokenResource::name),
            Column.of("Scope", TokenResource::scope),
            Column.of("Status", it -> status(it, clock.instant())),
            Column.of("Expires", it -> time(it.expiresAt(), "never")),
            Column.passing("Age", it -> Ages.of(it.createdAt(), clock.instant()))),
        List.of(
            Column.of("Id", TokenResource::id),
            Column.of("Last used", it -> time(it.lastUsedAt(), "never"))));
  }

  private static String status(TokenResource token, Instant now) {
    if (token.revokedAt() != null) return "revoked";
    return token.expiresAt() != null && token.expiresAt().isBefore(now) ? "expired" : "active";
  }

  private static String time(@Nullable Instant time, String otherwise) {
    return time == null ? otherwise : time.toString();
  }
}
