package io.helyos.client.http;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A path with its query, built piece by piece so that no name can become syntax.
public final class Route {
  private static final String UNRESERVED =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";

  private final StringBuilder text = new StringBuilder();
  private boolean queried;

  private Route() {}

  /// `/api/v1/` and the segments.
  public static Route api(String... segments) {
    var route = new Route();
    route.text.append("/api/v1");
    for (var segment : segments) route.text.append('/').append(encoded(segment));
    return route;
  }

  /// One of the few paths outside the API.
  public static Route plain(String segment) {
    var route = new Route();
    route.text.append('/').append(encoded(segment));
    return route;
  }

  public Route with(String name, String value) {
    text.append(queried ? '&' : '?').append(name).append('=').append(encoded(value));
    queried = true;
    return this;
  }

  public Route with(String name, Optional<?> value) {
    value.ifPresent(present -> with(name, present.toString()));
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private static String encoded(String piece) {
    var out = new StringBuilder();
    for (var b : piece.getBytes(StandardCharsets.UTF_8)) {
      var c = (char) (b & 0xff);
      if (isUnreserved(c)) out.append(c);
      else out.append('%').append(hex(c >> 4)).append(hex(c & 0xf));
    }
    // A lone dot or two would climb in the path even though dots need no escape.
    return switch (out.toString()) {
      case "." -> "%2E";
      case ".." -> "%2E%2E";
      default -> out.toString();
    };
  }

  private static boolean isUnreserved(char c) {
    return UNRESERVED.indexOf(c) >= 0;
  }

  private static char hex(int digit) {
    return "0123456789ABCDEF".charAt(digit);
  }
}
