package io.helyos.contract.resource;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An immutable copy of a deployment's template.
///
/// @param current whether it is the one that is wanted
/// @param completed whether a rollout to it has ever come to its end
/// @param image as it was written
/// @param digest that its pods turned out to run, empty until one ran
/// @param digests the same of its further containers by name, empty for a pod of one
/// @param createdAt null when an older version has made it
/// @param author of the change that made it: the name of a token, or `system`
/// @param change id of that change
/// @param template in the field names of the spec
@JsonNaming(SnakeCaseStrategy.class)
public record RevisionResource(
    long revision,
    boolean current,
    boolean completed,
    String image,
    String digest,
    Map<String, String> digests,
    @Nullable Instant createdAt,
    String author,
    String change,
    Map<String, @Nullable Object> template) {
  public RevisionResource {
    digest = Absent.text(digest);
    digests = Absent.map(digests);
    author = Absent.text(author);
    change = Absent.text(change);
    template = Absent.map(template);
  }
}
