package io.helyos.http.rollouts;

import io.helyos.http.exchange.Call;
import io.helyos.model.EntityId;
import io.helyos.model.deployment.DeploymentEvent.Deployed;
import io.helyos.model.deployment.RolloutEvent.Restarted;
import io.helyos.model.journal.EncodedEvent;
import io.helyos.model.journal.FeedRow;
import io.helyos.model.journal.Recorded;
import io.helyos.model.port.Codec;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Who made the revisions of a deployment, and by which change. Deciders know nothing of either: it
/// is read where it stands, in the envelopes of the deployment's own events, so it is told of every
/// revision however old.
final class Authorship {
  private static final int PAGE = 1_000;

  private final Call call;
  private final EntityId deployment;
  private final Map<Integer, Recorded> made = new TreeMap<>();

  private Authorship(Call call, EntityId deployment) {
    this.call = call;
    this.deployment = deployment;
  }

  /// The envelope of the event that made it, by number of the revision.
  static CompletionStage<Map<Integer, Recorded>> of(Call call, EntityId deployment) {
    return new Authorship(call, deployment).after(0);
  }

  private CompletionStage<Map<Integer, Recorded>> after(long sequence) {
    return call.core()
        .feed()
        .of(deployment, sequence, PAGE)
        .thenCompose(rows -> {
          rows.forEach(this::take);
          return rows.size() < PAGE
              ? CompletableFuture.completedStage(made)
              : after(rows.getLast().sequence());
        });
  }

  private void take(FeedRow row) {
    revision(row.recorded()).ifPresent(number -> made.put(number, row.recorded()));
  }

  private Optional<Integer> revision(Recorded recorded) {
    try {
      var stored = new EncodedEvent(recorded.type(), recorded.version(), recorded.bytes());
      return switch (call.core().codec().decode(stored)) {
        case Deployed deployed -> deployed.template().map(_ -> deployed.revision());
        case Restarted(_, var revision, _) -> Optional.of(revision);
        default -> Optional.empty();
      };
    } catch (Codec.UnknownEventException newer) {
      return Optional.empty();
    }
  }
}
