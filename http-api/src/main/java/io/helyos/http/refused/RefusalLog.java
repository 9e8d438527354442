package io.helyos.http.refused;

import io.helyos.contract.problem.Problem;
import io.helyos.http.exchange.Route;
import io.helyos.model.EntityId;
import io.helyos.model.access.AccessCommand.NoteRefusals;
import io.helyos.model.access.RefusedRequest;
import io.helyos.model.cluster.Token;
import io.helyos.orchestrator.ChangeId;
import io.helyos.orchestrator.Orchestrator;
import io.helyos.orchestrator.Request;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Collects what was refused and writes it, a second's worth at a time. While the journal is away
/// the batch that was on its way waits, and is written once: it keeps its command id.
public final class RefusalLog {
  private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);
  private static final int AT_ONCE = 100;
  private static final Duration THEN_ONE_IN = Duration.ofSeconds(1);
  private static final Duration COLLECTING = Duration.ofSeconds(1);
  private static final Duration RETRY = Duration.ofSeconds(2);

  private final ActorSystem<?> system;
  private final Supplier<Optional<Orchestrator>> core;
  private final InstantSource clock;
  private final Allowance allowance;
  private final List<RefusedRequest> waiting = new ArrayList<>();
  private Optional<Batch> sent = Optional.empty();
  private long dropped;
  private boolean scheduled;

  private record Batch(String id, NoteRefusals command) {}

  public RefusalLog(
      ActorSystem<?> system, Supplier<Optional<Orchestrator>> core, InstantSource clock) {
    this.system = system;
    this.core = core;
    this.clock = clock;
    this.allowance = new Allowance(AT_ONCE, THEN_ONE_IN, clock.instant());
  }

  /// Notes a request that was answered with a problem, if it was a command that was refused.
  ///
  /// @param route as far as it was known
  /// @param caller likewise
  public void note(
      HttpRequest request, Optional<Route> route, Optional<Token> caller, Problem problem) {
    Refusals.of(request, route, caller, problem, clock.instant()).ifPresent(this::note);
  }

  /// Or only counts it when there were too many.
  private synchronized void note(RefusedRequest request) {
    if (waiting.size() < AT_ONCE && allowance.take(request.at())) waiting.add(request);
    else dropped++;
    schedule(COLLECTING);
  }

  private void schedule(Duration delay) {
    if (scheduled) return;
    try {
      system.scheduler().scheduleOnce(delay, this::flush, system.executionContext());
      scheduled = true;
    } catch (IllegalStateException ending) {
      LOG.debug("The daemon ends; what was refused just now is not written down.", ending);
    }
  }

  private synchronized void flush() {
    scheduled = false;
    var running = core.get().filter(Orchestrator::isReady);
    if (running.isEmpty()) {
      schedule(RETRY);
      return;
    }
    var batch = sent.orElseGet(this::take);
    sent = Optional.of(batch);
    // The schedule stands until the answer, so that two batches are never on their way at once.
    scheduled = true;
    running
        .get()
        .execute(
            EntityId.access(running.get().daemon()),
            batch.command(),
            Request.of(batch.id(), "system", batch.id(), batch.id()))
        .whenComplete((_, failure) -> written(failure == null));
  }

  private Batch take() {
    var batch = new Batch(ChangeId.next(clock), new NoteRefusals(waiting, dropped));
    waiting.clear();
    dropped = 0;
    return batch;
  }

  private synchronized void written(boolean isDone) {
    scheduled = false;
    if (isDone) sent = Optional.empty();
    else LOG.warn("What was refused could not be written down yet; it is tried again.");
    if (!isDone) schedule(RETRY);
    else if (!waiting.isEmpty() || dropped > 0) schedule(COLLECTING);
  }
}
