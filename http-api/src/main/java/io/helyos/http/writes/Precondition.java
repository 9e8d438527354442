package io.helyos.http.writes;

import io.helyos.http.exchange.Call;
import io.helyos.http.exchange.Query;
import io.helyos.http.naming.Rows;
import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import io.helyos.model.EntityId;
import java.util.Optional;

/// The entity's sequence as an ETag, and the If-Match header that insists on one.
public final class Precondition {
  private static final String ANY = "*";

  private Precondition() {}

  public static String etag(long sequence) {
    return "\"" + sequence + "\"";
  }

  /// The sequence that the request insists on. With `*` it only insists that the thing exists.
  static Optional<Long> of(Call call, EntityId entity) {
    var tag = call.header("If-Match");
    if (tag.filter(ANY::equals).isPresent() && !Rows.exists(call.view(), entity)) {
      throw Refusal.of(
          ProblemKind.PRECONDITION,
          "If-Match: * expects that %s exists, but it does not.".formatted(entity.name()));
    }
    return tag.filter(text -> !text.equals(ANY)).map(Precondition::parse);
  }

  private static long parse(String text) {
    var isTag =
        text.length() > 2 && text.length() < 21 && text.startsWith("\"") && text.endsWith("\"");
    var digits = isTag ? text.substring(1, text.length() - 1) : "";
    if (!digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      try {
        return Long.parseLong(digits);
      } catch (NumberFormatException e) {
        // Said below: no entity has lived that long.
      }
    }
    throw Query.bad(
        "Expected If-Match to be one ETag as this API gives them, such as \"12\", or *; found another form.");
  }
}
