package io.helyos.client.http;

import java.util.Optional;
import java.util.UUID;

/// One request. A write has a key under which it may be sent again without happening twice.
///
/// @param type media type of the body
/// @param key the Idempotency-Key, absent for reads
/// @param resume the Last-Event-ID, for streams that go on where they broke off
/// @param onlyNew refused if what it would make exists already
/// @param match the If-Match: refused if what it is about is not as it was under this tag
public record Call(
    String method,
    Route route,
    byte[] body,
    String type,
    String accept,
    Optional<String> key,
    Optional<String> resume,
    boolean onlyNew,
    Optional<String> match) {
  private static final byte[] NOTHING = {};

  public static Call get(Route route) {
    return new Call(
        "GET",
        route,
        NOTHING,
        "",
        "application/json",
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty());
  }

  /// A read that goes on and on.
  public static Call stream(Route route, Optional<String> resume) {
    return new Call(
        "GET",
        route,
        NOTHING,
        "",
        "text/event-stream",
        Optional.empty(),
        resume,
        false,
        Optional.empty());
  }

  /// A read of what is no JSON, and as long as it likes.
  public static Call download(Route route, String accept) {
    return new Call(
        "GET",
        route,
        NOTHING,
        "",
        accept,
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty());
  }

  public static Call post(Route route) {
    return post(route, NOTHING, "application/json");
  }

  public static Call post(Route route, byte[] body, String type) {
    return write("POST", route, body, type);
  }

  public static Call delete(Route route) {
    return write("DELETE", route, NOTHING, "application/json");
  }

  /// The same write under a key that the caller keeps, to repeat it in another process.
  public Call withKey(String other) {
    return new Call(method, route, body, type, accept, Optional.of(other), resume, onlyNew, match);
  }

  /// The same write, refused if what it would make exists already.
  public Call onlyIfNew() {
    return new Call(method, route, body, type, accept, key, resume, true, match);
  }

  /// The same write, refused if what it is about is not as it was under this tag.
  public Call onlyIf(String tag) {
    return new Call(method, route, body, type, accept, key, resume, onlyNew, Optional.of(tag));
  }

  private static Call write(String method, Route route, byte[] body, String type) {
    var key = Optional.of(UUID.randomUUID().toString());
    return new Call(
        method,
        route,
        body,
        type,
        "application/json",
        key,
        Optional.empty(),
        false,
        Optional.empty());
  }

  boolean isRead() {
    return method.equals("GET");
  }

  /// Reads change nothing, keyed writes happen once: all else is never repeated.
  boolean mayRepeat() {
    return isRead() || key.isPresent();
  }
}
