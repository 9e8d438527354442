package io.helyos.http.writes;

import io.helyos.http.exchange.Call;
import io.helyos.http.exchange.Query;
import io.helyos.http.naming.Rows;
import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import io.helyos.model.EntityId;
import io.helyos.model.view.Row;
import java.util.Optional;

/// The entity's sequence as an ETag, and the If-Match header that insists on one.
public final class Precondition {
  private static final String ANY = "*";

  private Precondition() {}

  public static String etag(long sequence) {
    return "\"" + sequence + "\"";
  }

  /// Whether the request insists that the thing does not exist yet.
  public static boolean isForNew(Call call) {
    var tag = call.header("If-None-Match");
    if (tag.isEmpty()) return false;
    if (!tag.get().equals(ANY) || call.header("If-Match").isPresent()) {
      throw Query.bad("Expected If-None-Match to be *, and no If-Match beside it.");
    }
    return true;
  }

  /// The sequence at which there is no such thing, as far as this daemon has heard. For a thing
  /// that exists it is one that no entity has, so that only the entity refuses: it alone knows
  /// whether the request is a repetition of the one that made the thing.
  public static long absent(Call call, EntityId entity) {
    return Rows.exists(call.view(), entity)
        ? -1
        : Rows.of(call.view(), entity).map(Row::sequence).orElse(0L);
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
