package io.helyos.http.logs;

import static java.util.concurrent.CompletableFuture.completedStage;

import io.helyos.http.exchange.Call;
import io.helyos.http.exchange.Route;
import io.helyos.http.exchange.SseFrame;
import io.helyos.http.exchange.Streams;
import io.helyos.http.naming.Found;
import io.helyos.http.naming.Names;
import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import io.helyos.model.DeploymentId;
import io.helyos.model.port.LogLine;
import io.helyos.model.port.LogQuery;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.NotUsed;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.stream.javadsl.JavaFlowSupport;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;

/// Logs of a deployment.
public final class LogRoutes {
  /// So many containers of one deployment are followed at once.
  private static final int BREADTH = 1_024;

  /// How soon a stream notices a container that has started since.
  private static final Duration LOOK = Duration.ofMillis(500);

  private final Streams streams;
  private final InstantSource clock;

  public LogRoutes(Streams streams, InstantSource clock) {
    this.streams = streams;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.get(
            "/api/v1/projects/{project}/deployments/{deployment}/logs",
            this::logs,
            "pod",
            "follow",
            "tail",
            "since",
            "timestamps"));
  }

  private CompletionStage<HttpResponse> logs(Call call) {
    var owner = new DeploymentId(call.name("project"), call.name("deployment"));
    Names.getDeployment(call.view(), owner);
    var wanted = LogRequest.of(call.query(), clock.instant());
    var present = sources(call, owner, wanted);
    if (wanted.pod().isPresent()) requirePod(call, owner, wanted);
    var first = Source.from(present).map(source -> lines(call, source, wanted, wanted.first()));
    var all = wanted.follow() ? first.concat(later(call, owner, wanted, present)) : first;
    return completedStage(streams.events(call, all.flatMapMerge(BREADTH, lines -> lines)));
  }

  /// The lines of every container that starts from now on, until the deployment is gone.
  private static Source<Source<ByteString, NotUsed>, NotUsed> later(
      Call call, DeploymentId owner, LogRequest wanted, List<LogSource> present) {
    return Source.tick(LOOK, LOOK, owner)
        .mapMaterializedValue(_ -> NotUsed.getInstance())
        .takeWhile(id -> Names.deployment(call.view(), id).isPresent())
        .statefulMapConcat(() -> {
          var seen = new HashSet<>(present);
          return id -> sources(call, id, wanted).stream().filter(seen::add).toList();
        })
        .map(source -> lines(call, source, wanted, wanted.later()));
  }

  private static List<LogSource> sources(Call call, DeploymentId owner, LogRequest wanted) {
    return Names.pods(call.view(), owner)
        .map(Found::state)
        .flatMap(pod -> LogSource.of(pod).stream())
        .filter(source -> wanted.wants(source.pod()))
        .toList();
  }

  private static Source<ByteString, NotUsed> lines(
      Call call, LogSource source, LogRequest wanted, LogQuery query) {
    return JavaFlowSupport.Source.fromPublisher(call.core().logs(source.pod(), query))
        .map(line -> frame(source.pod().podName(), line, wanted.timestamps()))
        // The container may be gone before its log is opened; the other pods go on.
        .recoverWithRetries(1, NoSuchElementException.class, () -> Source.empty());
  }

  private static ByteString frame(String pod, LogLine line, boolean timestamps) {
    var text = timestamps ? line.time() + " " + line.text() : line.text();
    return SseFrame.of(text, pod, pod + "@" + line.time());
  }

  private static void requirePod(Call call, DeploymentId owner, LogRequest wanted) {
    var exists =
        Names.pods(call.view(), owner)
            .anyMatch(pod -> wanted.wants(pod.state().lived().orElseThrow().assignment().pod()));
    if (!exists) {
      throw Refusal.of(
          ProblemKind.NOT_FOUND,
          "%s has no pod %s. `helyos pods -p %s` shows them."
              .formatted(owner, wanted.pod().orElse(""), owner.project()));
    }
  }
}
