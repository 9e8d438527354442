package io.helyos.http.logs;

import static java.util.concurrent.CompletableFuture.completedStage;

import io.helyos.http.exchange.Call;
import io.helyos.http.naming.Names;
import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import io.helyos.model.DeploymentId;
import io.helyos.model.PodId;
import io.helyos.orchestrator.logs.ContainerLogs;
import io.helyos.orchestrator.logs.PodContainer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;

/// A stream of all wanted pods of a deployment that goes on: it takes in those that come, lets go
/// of those that leave, and ends with the deployment, or with the one pod that was wanted.
final class Following {
  /// So many pods at once: the place of each stands in every frame.
  private static final int MOST = 200;

  /// How soon a stream notices a pod that has come.
  private static final Duration LOOK = Duration.ofMillis(500);

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Call call;
  private final ContainerLogs logs;
  private final DeploymentId owner;
  private final LogRequest wanted;
  private final Frames frames;
  private final Set<PodId> followed = ConcurrentHashMap.newKeySet();

  private Following(
      Call call,
      ContainerLogs logs,
      DeploymentId owner,
      LogRequest wanted,
      Map<Integer, Optional<Place>> begun) {
    this.call = call;
    this.logs = logs;
    this.owner = owner;
    this.wanted = wanted;
    this.frames = new Frames(wanted, begun);
  }

  /// Looks first which containers there are: what starts from then on is new, and is given from its
  /// first line on. An engine that does not answer holds up nobody for long.
  static CompletionStage<Following> begin(
      Call call, ContainerLogs logs, DeploymentId owner, LogRequest wanted) {
    var present = pods(call, owner, wanted);
    if (present.size() > MOST) throw tooMany(present.size());
    return wanted
        .cursor()
        .map(cursor -> completedStage(cursor.places()))
        .orElseGet(() ->
            logs.of(owner)
                .exceptionally(_ -> List.of())
                .toCompletableFuture()
                .copy()
                .completeOnTimeout(List.of(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(found -> places(call, present, found)))
        .thenApply(places -> new Following(call, logs, owner, wanted, places));
  }

  private static Map<Integer, Optional<Place>> places(
      Call call, List<PodId> present, List<PodContainer> found) {
    var places = new HashMap<Integer, Optional<Place>>();
    for (var pod : present) {
      var place =
          found.stream()
              .filter(container -> container.pod().equals(pod))
              .reduce((_, newer) -> newer)
              .map(Place::unopened);
      if (place.isPresent() || PodLife.hasRun(call.view(), pod)) places.put(pod.index(), place);
    }
    return places;
  }

  Source<ByteString, NotUsed> frames() {
    return Source.tick(Duration.ZERO, LOOK, owner)
        .mapMaterializedValue(_ -> NotUsed.getInstance())
        .takeWhile(_ -> goesOn())
        .mapConcat(_ -> pods(call, owner, wanted).stream().filter(followed::add).toList())
        .flatMapMerge(MOST, this::moves)
        .map(frames::of);
  }

  private boolean goesOn() {
    return Names.deployment(call.view(), owner).isPresent()
        && (wanted.pod().isEmpty() || !pods(call, owner, wanted).isEmpty());
  }

  private static List<PodId> pods(Call call, DeploymentId owner, LogRequest wanted) {
    return wanted
        .pod()
        .map(pod -> PodLife.row(call.view(), pod).map(_ -> pod).stream())
        .orElseGet(() ->
            Names.pods(call.view(), owner)
                .map(found -> found.state().lived().orElseThrow().assignment().pod()))
        .toList();
  }

  private Source<Move, NotUsed> moves(PodId pod) {
    var known = frames.place(pod);
    var fresh = known.isPresent() && known.get().isEmpty();
    return new PodFollower(call, logs, pod, wanted, known.flatMap(place -> place), fresh)
        .moves()
        .watchTermination((nothing, end) -> {
          end.whenComplete((_, _) -> followed.remove(pod));
          return nothing;
        });
  }

  private static Refusal tooMany(int found) {
    return Refusal.of(
        ProblemKind.INVALID,
        "Expected at most %d pods to follow at once, found %d. Choose one with `pod`, or read what there is with `follow=false`."
            .formatted(MOST, found));
  }
}
