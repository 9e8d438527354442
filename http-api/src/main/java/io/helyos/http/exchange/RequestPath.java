package io.helyos.http.exchange;

import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import java.util.ArrayList;
import java.util.List;

/// The path of a request as decoded segments, and its query as it was sent. Read from the raw
/// request target: a server that decodes before it splits would take `%2f` for a slash.
public record RequestPath(List<String> segments, String query) {
  public RequestPath {
    segments = List.copyOf(segments);
  }

  public static RequestPath parse(String target) {
    var from = target.startsWith("/") ? 0 : afterAuthority(target);
    var mark = target.indexOf('?', from);
    var path = mark < 0 ? target.substring(from) : target.substring(from, mark);
    var query = mark < 0 ? "" : target.substring(mark + 1);
    var segments = new ArrayList<String>();
    for (var raw : path.isEmpty() ? new String[0] : path.substring(1).split("/", -1)) {
      segments.add(segment(raw));
    }
    return new RequestPath(segments, query);
  }

  /// The place where the path of `http://host/path` begins.
  private static int afterAuthority(String target) {
    var scheme = target.indexOf("://");
    var slash = scheme < 0 ? -1 : target.indexOf('/', scheme + 3);
    return slash < 0 ? target.length() : slash;
  }

  private static String segment(String raw) {
    return PercentText.decode(raw)
        .filter(text -> text.indexOf('/') < 0)
        .orElseThrow(() ->
            Refusal.of(
                ProblemKind.BAD_REQUEST,
                "Expected path segments of UTF-8 text without control characters and slashes, found"
                    + " one that is not. Names have lower-case letters, digits and hyphens."));
  }
}
