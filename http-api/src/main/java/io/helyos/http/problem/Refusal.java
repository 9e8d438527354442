package io.helyos.http.problem;

import io.helyos.contract.problem.Fault;
import io.helyos.contract.problem.Problem;
import io.helyos.model.Rejection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A request that is answered with a problem. Thrown where the fault is found, answered at the
/// edge, so that routes show only what they do when all is well.
public final class Refusal extends RuntimeException {
  private final transient Problem problem;
  private final transient Map<String, String> headers;

  private Refusal(Problem problem, Map<String, String> headers) {
    super(problem.sentence(), null, false, false);
    this.problem = problem;
    this.headers = Map.copyOf(headers);
  }

  public static Refusal of(ProblemKind kind, String detail) {
    return of(kind, detail, List.of());
  }

  public static Refusal of(ProblemKind kind, String detail, List<Fault> errors) {
    return new Refusal(
        Problem.of(kind.status(), kind.code(), kind.title(), detail, errors), later(kind));
  }

  /// The answer to a command that its entity has refused.
  public static Refusal of(Rejection rejection) {
    var kind =
        switch (rejection.kind()) {
          case INVALID -> ProblemKind.INVALID;
          case NOT_FOUND -> ProblemKind.NOT_FOUND;
          case CONFLICT -> ProblemKind.CONFLICT;
          case STALE -> ProblemKind.STALE;
          case PRECONDITION -> ProblemKind.PRECONDITION;
          case UNAVAILABLE -> ProblemKind.UNAVAILABLE;
        };
    return of(kind, rejection.message());
  }

  /// The same refusal with one more response header.
  public Refusal with(String header, String value) {
    var more = new HashMap<>(headers);
    more.put(header, value);
    return new Refusal(problem, more);
  }

  public Problem problem() {
    return problem;
  }

  public Map<String, String> headers() {
    return headers;
  }

  private static Map<String, String> later(ProblemKind kind) {
    return kind.status() == 503 || kind.status() == 429 ? Map.of("Retry-After", "1") : Map.of();
  }
}
