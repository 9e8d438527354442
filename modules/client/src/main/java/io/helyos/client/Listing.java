package io.helyos.client;

import io.helyos.client.http.Route;
import java.util.Optional;

/// Which part of a list.
///
/// @param selector on labels, `tier=web,role in (api,admin)`
public record Listing(Optional<String> project, Optional<String> selector) {
  public static Listing all() {
    return new Listing(Optional.empty(), Optional.empty());
  }

  public static Listing of(String project) {
    return new Listing(Optional.of(project), Optional.empty());
  }

  Route on(String collection) {
    return Route.api(collection).with("project", project).with("l", selector);
  }
}
