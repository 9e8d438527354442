package io.helyos.client.http;

import io.helyos.contract.resource.ChangeAnswer;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// What came back.
///
/// @param mark `entity@sequence` of a write
/// @param tag the ETag of what was read
/// @param retryAfter seconds
public record Answer(
    int status,
    String type,
    byte[] body,
    Optional<String> change,
    Optional<String> mark,
    Optional<String> tag,
    Optional<String> retryAfter) {
  static Answer of(int status, HttpURLConnection from, byte[] body) {
    return new Answer(
        status,
        Optional.ofNullable(from.getContentType()).orElse("").toLowerCase(Locale.ROOT),
        body,
        Optional.ofNullable(from.getHeaderField(ChangeAnswer.CHANGE_HEADER)),
        Optional.ofNullable(from.getHeaderField(ChangeAnswer.AFTER_HEADER)),
        Optional.ofNullable(from.getHeaderField("ETag")),
        Optional.ofNullable(from.getHeaderField("Retry-After")));
  }

  public boolean isDone() {
    return status >= 200 && status < 300;
  }

  public boolean isJson() {
    return type.startsWith("application/json") || type.startsWith("application/problem+json");
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
