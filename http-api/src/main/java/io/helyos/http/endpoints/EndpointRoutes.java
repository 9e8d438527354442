package io.helyos.http.endpoints;

import static java.util.concurrent.CompletableFuture.completedStage;

import io.helyos.contract.resource.EndpointResource;
import io.helyos.http.exchange.Answers;
import io.helyos.http.exchange.Call;
import io.helyos.http.exchange.Route;
import io.helyos.http.exchange.SseFrame;
import io.helyos.http.exchange.Streams;
import io.helyos.http.naming.Names;
import io.helyos.model.DeploymentId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pekko.NotUsed;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;

/// The endpoints of a deployment.
public final class EndpointRoutes {
  /// How soon a watcher hears of a change: much sooner than any drain is over.
  private static final Duration LOOK = Duration.ofMillis(100);

  private final Streams streams;

  public EndpointRoutes(Streams streams) {
    this.streams = streams;
  }

  public List<Route> routes() {
    return List.of(
        Route.get(
            "/api/v1/projects/{project}/deployments/{deployment}/endpoints", this::read, "watch"));
  }

  private CompletionStage<HttpResponse> read(Call call) {
    var owner = new DeploymentId(call.name("project"), call.name("deployment"));
    Names.getDeployment(call.view(), owner);
    var watch = call.query().flag("watch", false);
    return completedStage(
        watch
            ? streams.events(call, frames(call, owner))
            : Answers.json(endpoints(call, owner).orElse(List.of())));
  }

  /// Empty when there is no such deployment any more.
  private static Optional<List<EndpointResource>> endpoints(Call call, DeploymentId owner) {
    return Names.deployment(call.view(), owner)
        .map(deployment -> EndpointShape.of(deployment.state(), call.view()));
  }

  /// The whole list each time, so that a reader needs none but the last; it ends with the
  /// deployment.
  private static Source<ByteString, NotUsed> frames(Call call, DeploymentId owner) {
    return Source.lazySource(
            () -> {
              var last = new AtomicReference<List<EndpointResource>>();
              var number = new AtomicLong();
              return Source.tick(Duration.ZERO, LOOK, owner)
                  .map(_ -> endpoints(call, owner))
                  .takeWhile(Optional::isPresent)
                  .map(Optional::get)
                  .filter(now -> !now.equals(last.getAndSet(now)))
                  .map(now -> frame(now, number.incrementAndGet()));
            })
        .mapMaterializedValue(_ -> NotUsed.getInstance());
  }

  private static ByteString frame(List<EndpointResource> endpoints, long number) {
    var json = new String(Answers.bytes(endpoints), StandardCharsets.UTF_8);
    return SseFrame.of(json, "endpoints", Long.toString(number));
  }
}
