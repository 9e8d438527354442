package io.helyos.http.logs;

import io.helyos.http.exchange.Call;
import io.helyos.http.exchange.Elsewhere;
import io.helyos.http.exchange.Route;
import io.helyos.http.exchange.Streams;
import io.helyos.http.naming.Found;
import io.helyos.http.naming.Names;
import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import io.helyos.model.DeploymentId;
import io.helyos.model.PodId;
import io.helyos.model.pod.Pod;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/// Logs of a deployment, and of one pod.
public final class LogRoutes {
  private final ActorSystem<?> system;
  private final Elsewhere elsewhere;
  private final Streams streams;
  private final InstantSource clock;

  public LogRoutes(ActorSystem<?> system, Streams streams, InstantSource clock) {
    this.system = system;
    this.elsewhere = new Elsewhere(system);
    this.streams = streams;
    this.clock = clock;
  }

  public List<Route> routes() {
    var all =
        Stream.concat(Stream.of("pod"), Stream.of(LogRequest.PARAMETERS)).toArray(String[]::new);
    return List.of(
        Route.get(
            "/api/v1/projects/{project}/deployments/{deployment}/logs", this::ofDeployment, all),
        Route.get("/api/v1/pods/{pod}/logs", this::ofPod, LogRequest.PARAMETERS));
  }

  private CompletionStage<HttpResponse> ofDeployment(Call call) {
    var owner = new DeploymentId(call.name("project"), call.name("deployment"));
    Names.getDeployment(call.view(), owner);
    var pod = call.query().text("pod").map(text -> pod(call, owner, text));
    return logs(call, owner, LogRequest.of(call, owner, pod, clock.instant()));
  }

  private CompletionStage<HttpResponse> ofPod(Call call) {
    var pod = id(Names.getPod(call.view(), call.name("pod")));
    return logs(
        call, pod.owner(), LogRequest.of(call, pod.owner(), Optional.of(pod), clock.instant()));
  }

  private CompletionStage<HttpResponse> logs(Call call, DeploymentId owner, LogRequest wanted) {
    var logs = new WideLogs(system, elsewhere, call).only(wanted.companion());
    if (wanted.follow()) {
      return Following.begin(call, logs, owner, wanted)
          .thenApply(following -> streams.events(call, following.frames()));
    }
    return logs.of(owner)
        .handle((found, failure) -> {
          if (failure != null) throw Ended.refusal(failure);
          var ended = new Ended(call, logs, wanted, found);
          if (wanted.previous() && ended.isEmpty()) throw noPrevious(owner, wanted);
          return streams.events(call, ended.frames());
        });
  }

  /// By its whole name or its index.
  private static PodId pod(Call call, DeploymentId owner, String written) {
    return Names.pods(call.view(), owner)
        .map(LogRoutes::id)
        .filter(id -> written.equals(id.podName()) || written.equals(Integer.toString(id.index())))
        .findFirst()
        .orElseThrow(() ->
            Refusal.of(
                ProblemKind.NOT_FOUND,
                "%s has no pod %s. `helyos pods -p %s` shows them."
                    .formatted(owner, written, owner.project())));
  }

  private static PodId id(Found<Pod> pod) {
    return pod.state().lived().orElseThrow().assignment().pod();
  }

  private static Refusal noPrevious(DeploymentId owner, LogRequest wanted) {
    return Refusal.of(
        ProblemKind.NOT_FOUND,
        "%s has no previous container whose log could be read: none has been replaced where it runs, or it has been removed since. `helyos describe pod` shows the last lines of the last one that failed."
            .formatted(wanted.pod().map(pod -> "Pod " + pod.podName()).orElse("" + owner)));
  }
}
