package io.helyos.http.edge;

import io.helyos.http.exchange.Answers;
import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.pekko.NotUsed;
import org.apache.pekko.http.javadsl.model.AttributeKeys;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.RemoteAddress;
import org.apache.pekko.stream.javadsl.Flow;
import org.jspecify.annotations.Nullable;

/// Counts the connections of each address, from a connection's first request on. Those that never
/// send one are closed by the server's idle timeout.
public final class SourceLimit {
  private final int most;
  private final Map<InetAddress, Integer> open = new ConcurrentHashMap<>();

  /// @param most connections from one address at once, 0 for any number
  public SourceLimit(int most) {
    this.most = most;
  }

  /// The way of one connection's requests to the handler; made anew for each connection.
  public Flow<HttpRequest, HttpResponse, NotUsed> flow(
      Function<HttpRequest, CompletionStage<HttpResponse>> handler) {
    return Flow.fromMaterializer(
            (_, _) -> {
              var connection = new Connection();
              return Flow.<HttpRequest>create()
                  .mapAsync(1, request -> connection.admit(request, handler))
                  .watchTermination((_, done) -> {
                    done.whenComplete((_, _) -> connection.close());
                    return NotUsed.getInstance();
                  });
            })
        .mapMaterializedValue(_ -> NotUsed.getInstance());
  }

  private final class Connection {
    private @Nullable InetAddress source;

    CompletionStage<HttpResponse> admit(
        HttpRequest request, Function<HttpRequest, CompletionStage<HttpResponse>> handler) {
      if (source == null) source = of(request).orElse(null);
      else return handler.apply(request);
      if (source == null || open.merge(source, 1, Integer::sum) <= most || most == 0) {
        return handler.apply(request);
      }
      var refusal =
          Refusal.of(
                  ProblemKind.TOO_MANY,
                  "Expected at most %d connections from one address, found more. Close some."
                      .formatted(most))
              .with("Connection", "close");
      return CompletableFuture.completedStage(Answers.problem(refusal, RequestIds.next()));
    }

    void close() {
      if (source != null) open.computeIfPresent(source, (_, n) -> n == 1 ? null : n - 1);
    }

    private static Optional<InetAddress> of(HttpRequest request) {
      return request.getAttribute(AttributeKeys.remoteAddress).flatMap(RemoteAddress::getAddress);
    }
  }
}
