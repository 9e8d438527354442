package io.helyos.contract.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What went wrong, for programs (`type`, `status`, `code`) and for people (`detail`, `errors`).
///
/// @param type `urn:helyos:problem:` and the code
/// @param title the same for every problem of this code
/// @param detail what was expected, what was found and what to do
/// @param instance id of the request, as in the daemon's log
/// @param errors every single fault of a refused document
/// @param error the detail again, under the name that existing clients print
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    @Nullable String type,
    @Nullable String title,
    int status,
    @Nullable String detail,
    @Nullable String instance,
    @Nullable String code,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> errors,
    @Nullable String error) {
  /// The media type of a problem.
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    errors = errors == null ? List.of() : List.copyOf(errors);
  }

  /// A problem without single faults.
  public static Problem of(int status, String code, String title, String detail) {
    return of(status, code, title, detail, List.of());
  }

  public static Problem of(
      int status, String code, String title, String detail, List<Fault> errors) {
    return new Problem(
        "urn:helyos:problem:" + code, title, status, detail, null, code, errors, detail);
  }

  /// The same problem, told apart by the request that met it.
  public Problem in(String request) {
    return new Problem(type, title, status, detail, request, code, errors, error);
  }

  /// The best sentence there is, even from a server that sent only part of this.
  public String sentence() {
    if (detail != null && !detail.isBlank()) return detail;
    if (error != null && !error.isBlank()) return error;
    if (title != null && !title.isBlank()) return title;
    return "The server answered with status " + status + " and said nothing more.";
  }
}
