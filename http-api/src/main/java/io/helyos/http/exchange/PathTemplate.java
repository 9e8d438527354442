package io.helyos.http.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A path with places for names, written as in OpenAPI: `/api/v1/pods/{name}`.
public record PathTemplate(String text, List<String> segments) {
  public PathTemplate {
    segments = List.copyOf(segments);
  }

  public static PathTemplate of(String text) {
    return new PathTemplate(text, List.of(text.substring(1).split("/")));
  }

  /// The names in the path, if it has this form.
  Optional<Map<String, String>> match(List<String> path) {
    if (path.size() != segments.size()) return Optional.empty();
    var names = new HashMap<String, String>();
    for (var i = 0; i < path.size(); i++) {
      var expected = segments.get(i);
      if (isVariable(expected)) {
        if (path.get(i).isEmpty()) return Optional.empty();
        names.put(expected.substring(1, expected.length() - 1), path.get(i));
      } else if (!expected.equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(names);
  }

  /// Only whole segments can be names.
  private static boolean isVariable(String segment) {
    return segment.startsWith("{");
  }
}
