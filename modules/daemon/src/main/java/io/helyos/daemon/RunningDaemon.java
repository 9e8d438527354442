package io.helyos.daemon;

import io.helyos.daemon.crash.CrashAt;
import io.helyos.http.Bound;
import io.helyos.http.HttpApi;
import io.helyos.http.HttpSettings;
import io.helyos.http.tls.Certificates;
import io.helyos.model.port.Feed;
import io.helyos.orchestrator.Orchestrator;
import io.helyos.orchestrator.core.Core;
import io.helyos.orchestrator.core.Membership;
import io.helyos.orchestrator.pulse.Pulse;
import io.helyos.persistence.embedded.DataDirLock;
import io.helyos.persistence.serialization.JacksonCodec;
import java.net.BindException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pekko.Done;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.typed.ActorSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A daemon from its start to its end. Containers outlive it: stopping it stops none of them.
public final class RunningDaemon {
  private static final Logger LOG = LoggerFactory.getLogger(RunningDaemon.class);

  /// Shorter than any other daemon waits before it takes over.
  private static final Duration ASLEEP = Duration.ofSeconds(3);

  /// The exit code of a daemon that was asleep.
  private static final int FROZEN = 75;

  private final ActorSystem<Void> system;
  private final Core core;
  private final int port;

  private RunningDaemon(ActorSystem<Void> system, Core core, int port) {
    this.system = system;
    this.core = core;
    this.port = port;
  }

  /// Starts everything; the API answers 503 until the core is ready.
  public static RunningDaemon start(DaemonSettings settings) {
    var points = CrashAt.asAsked();
    DataDir.prepare(settings.dataDir());
    var lock = DataDirLock.acquire(settings.dataDir());
    var certificates = settings.tls().certificates(settings.host(), settings.dataDir());
    var system = Systems.start(settings, points);
    var ready = new AtomicReference<Optional<Orchestrator>>(Optional.empty());
    var runtimes = new Runtimes(points);
    closeAtTheEnd(system, runtimes, lock);
    var journal = Journals.open(system, settings).toCompletableFuture();
    var http =
        new HttpApi(
            system,
            ready::get,
            http(settings, certificates),
            AuditKey.of(settings.dataDir().resolve("audit.key")));
    try {
      var bound = http.start().toCompletableFuture();
      // An address in use is told at once, not after the wait for a journal.
      var _ =
          bound.exceptionally(failure -> {
            journal.completeExceptionally(failure);
            return null;
          });
      var feed = journal.join();
      var core = core(system, settings, feed, bound.join().address().getPort());
      started(core, settings, certificates, runtimes, bound).toCompletableFuture().join();
      ready.set(Optional.of(core));
      var port = bound.join().address().getPort();
      SignalEnd.isSuccess(system);
      introduce(settings, certificates, port);
      return new RunningDaemon(system, core, port);
    } catch (CompletionException failure) {
      system.terminate();
      throw plain(failure, settings);
    }
  }

  private static void introduce(
      DaemonSettings settings, Optional<Certificates> certificates, int port) {
    LOG.info(
        "helyosd {} listens on {}://{}:{}",
        settings.version(),
        settings.tls().scheme(),
        settings.host(),
        port);
    certificates
        .flatMap(Certificates::authority)
        .ifPresent(
            it -> LOG.info("The fingerprint of its authority is SHA256:{}", it.fingerprint()));
  }

  private static HttpSettings http(DaemonSettings settings, Optional<Certificates> certificates) {
    var names = certificates.isPresent() ? settings.tls().hosts(settings.host()) : Set.<String>of();
    return HttpSettings.of(settings.host(), settings.port(), names, settings.version())
        .with(certificates);
  }

  private static Core core(ActorSystem<Void> system, DaemonSettings settings, Feed feed, int port) {
    return new Core(
        system,
        settings.name(),
        new JacksonCodec(),
        feed,
        InstantSource.system(),
        membership(settings, port));
  }

  private static Membership membership(DaemonSettings settings, int port) {
    if (!settings.cluster().isOpen()) return Membership.ALONE;
    return new Membership(
        "http://%s:%d".formatted(settings.host(), port),
        true,
        settings.cluster().nodeTimeout(),
        new Pulse(System::nanoTime, ASLEEP, RunningDaemon::halt).beating());
  }

  /// At once and without good-byes: whatever it would still do, others may be doing by now.
  private static void halt(Duration asleep) {
    LOG.error(
        "This daemon was stopped or starved for {} s. Others may have taken over what it did, so it ends; start it again.",
        asleep.toSeconds());
    Runtime.getRuntime().halt(FROZEN);
  }

  private static CompletionStage<Boolean> started(
      Core core,
      DaemonSettings settings,
      Optional<Certificates> certificates,
      Runtimes runtimes,
      CompletionStage<Bound> bound) {
    return core.start(UUID.randomUUID().toString())
        .thenAccept(cluster -> {
          runtimes.attach(core, cluster, settings);
          core.wake();
        })
        .thenCompose(_ -> bound)
        .thenCompose(at -> opened(core, settings, certificates, at.address().getPort()));
  }

  private static RuntimeException plain(CompletionException failure, DaemonSettings settings) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StartFailure known) return known;
      if (cause instanceof BindException) {
        return new StartFailure(
            "Expected %s:%d to be free, found somebody listening there. Choose another --port."
                .formatted(settings.host(), settings.port()),
            failure);
      }
    }
    return failure;
  }

  private static CompletionStage<Boolean> opened(
      Core core, DaemonSettings settings, Optional<Certificates> certificates, int port) {
    return new FirstStart(settings, certificates.flatMap(Certificates::authority), port)
        .of(core)
        .thenApply(first -> {
          if (first) LOG.info("A token was written to {}/token", settings.dataDir());
          return first;
        });
  }

  /// The engines before the actor system: once that has ended, nobody waits for them any more.
  private static void closeAtTheEnd(ActorSystem<Void> system, Runtimes runtimes, DataDirLock lock) {
    atTheEnd(
        system,
        CoordinatedShutdown.PhaseBeforeActorSystemTerminate(),
        "release-engines",
        runtimes::close);
    atTheEnd(
        system, CoordinatedShutdown.PhaseActorSystemTerminate(), "release-data-dir", lock::close);
  }

  private static void atTheEnd(
      ActorSystem<Void> system, String phase, String task, Runnable release) {
    CoordinatedShutdown.get(system)
        .addTask(
            phase,
            task,
            () -> {
              release.run();
              return CompletableFuture.completedStage(Done.getInstance());
            });
  }

  public int port() {
    return port;
  }

  public Orchestrator core() {
    return core;
  }

  /// Blocks until somebody has stopped the daemon.
  public void untilStopped() {
    system.getWhenTerminated().toCompletableFuture().join();
  }

  /// Ends the daemon as SIGTERM does.
  public CompletionStage<?> stop() {
    return CoordinatedShutdown.get(system).runAll(CoordinatedShutdown.actorSystemTerminateReason());
  }
}
