package io.helyos.http.exchange;

import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/// One operation of the API.
///
/// @param access who may call it
/// @param body what it takes
/// @param query the parameters that it knows; others are refused
public record Route(
    String method,
    PathTemplate path,
    Access access,
    Body body,
    Set<String> query,
    Handler handler) {
  public Route {
    query = Set.copyOf(query);
  }

  /// A read for callers with a token.
  public static Route get(String path, Handler handler, String... query) {
    return new Route("GET", PathTemplate.of(path), Access.TOKEN, Body.NONE, Set.of(query), handler);
  }

  /// A write for callers with a token.
  public static Route write(
      String method, String path, Body body, Handler handler, String... query) {
    return new Route(method, PathTemplate.of(path), Access.TOKEN, body, Set.of(query), handler);
  }

  /// The same route for other callers.
  public Route openTo(Access other) {
    return new Route(method, path, other, body, query, handler);
  }

  /// Does the work of a route. Refuses by throwing [io.helyos.http.problem.Refusal], or by a stage
  /// that fails with one.
  @FunctionalInterface
  public interface Handler {
    CompletionStage<HttpResponse> handle(Call call);
  }

  public enum Access {
    /// Anybody, even while the daemon starts.
    ALWAYS,
    /// Anybody, as soon as the daemon is up.
    OPEN,
    TOKEN
  }

  public enum Body {
    NONE(0),
    /// A JSON object.
    JSON(1 << 20),
    /// A deployment spec, in YAML or JSON.
    SPEC(128 << 10),
    /// A tar archive of any size, which the route reads by itself.
    TAR(0);

    private final int most;

    Body(int most) {
      this.most = most;
    }

    /// So many bytes are taken.
    public int most() {
      return most;
    }
  }
}
