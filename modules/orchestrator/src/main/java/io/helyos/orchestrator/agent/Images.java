package io.helyos.orchestrator.agent;

import io.helyos.model.port.ContainerRuntime;
import io.helyos.model.template.PullPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The images of one engine, as all pods on it want them: whoever asks for one while it is being
/// fetched waits for the same fetch, and what an image resolved to is known for a short time after.
final class Images {
  /// Long enough for a deployment's pods to start, short enough for a tag that was moved by hand.
  static final Duration KNOWN_FOR = Duration.ofSeconds(30);

  private record Wanted(String image, PullPolicy policy) {}

  private record Known(String digest, Instant until) {}

  private final ContainerRuntime runtime;
  private final InstantSource clock;
  private final Map<Wanted, CompletableFuture<String>> underWay = new ConcurrentHashMap<>();
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  Images(ContainerRuntime runtime, InstantSource clock) {
    this.runtime = runtime;
    this.clock = clock;
  }

  /// Makes an image available; completes with its digest, or with its id when no registry knows it.
  /// Fails as [ContainerRuntime#pull] does, for all who wait; the next to ask begins anew.
  CompletionStage<String> fetch(String image, PullPolicy policy) {
    var wanted = new Wanted(image, policy);
    var mine = new CompletableFuture<String>();
    var shared = underWay.putIfAbsent(wanted, mine);
    if (shared == null) {
      runtime
          .pull(image, policy)
          .whenComplete((digest, failure) -> end(wanted, mine, digest, failure));
    }
    // A copy: one who gives up waiting does so for itself alone.
    return (shared == null ? mine : shared).copy();
  }

  private void end(
      Wanted wanted,
      CompletableFuture<String> waiting,
      @Nullable String digest,
      @Nullable Throwable failure) {
    underWay.remove(wanted);
    if (digest != null) {
      remember(wanted.image(), digest);
      waiting.complete(digest);
    } else {
      waiting.completeExceptionally(
          failure == null ? new IllegalStateException("a pull ended without a digest") : failure);
    }
  }

  private void remember(String image, String digest) {
    var now = clock.instant();
    known.values().removeIf(entry -> !now.isBefore(entry.until()));
    known.put(image, new Known(digest, now.plus(KNOWN_FOR)));
  }

  /// What an image on this machine resolves to, without asking a registry. Empty when it is not
  /// here or the engine does not say.
  CompletionStage<Optional<String>> digest(String image) {
    var found = known.get(image);
    return found != null && clock.instant().isBefore(found.until())
        ? CompletableFuture.completedFuture(Optional.of(found.digest()))
        : fetch(image, PullPolicy.NEVER).handle((digest, _) -> Optional.ofNullable(digest));
  }
}
