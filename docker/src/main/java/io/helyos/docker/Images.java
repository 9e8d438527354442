package io.helyos.docker;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import io.helyos.model.port.RuntimeFailure;
import io.helyos.model.port.RuntimeFailure.Kind;
import io.helyos.model.template.Holder;
import io.helyos.model.template.PullPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// Images on the machine, and how they come there.
final class Images {
  private final EngineConnection engine;
  private final Calls calls;
  private final Credentials credentials;
  private final Duration pullPatience;

  /// Pods that want the same image at the same time share one pull.
  private final Map<String, CompletableFuture<String>> pulls = new ConcurrentHashMap<>();

  Images(EngineConnection engine, Calls calls, Credentials credentials, Duration pullPatience) {
    this.engine = engine;
    this.calls = calls;
    this.credentials = credentials;
    this.pullPatience = pullPatience;
  }

  CompletableFuture<String> ensure(String image, PullPolicy policy) {
    return switch (policy) {
      case ALWAYS -> pull(image);
      case MISSING ->
          find(image)
              .thenCompose(found ->
                  found.map(CompletableFuture::completedFuture).orElseGet(() -> pull(image)));
      case NEVER -> find(image).thenApply(found -> found.orElseThrow(() -> missing(image)));
    };
  }

  private static RuntimeFailure missing(String image) {
    return new RuntimeFailure(
        Kind.IMAGE_MISSING,
        "the image %s is not on this node, and the pull policy is never: load it there, or choose another policy"
            .formatted(image));
  }

  private CompletableFuture<Optional<String>> find(String image) {
    return calls.call(
        "look for image " + image,
        () -> {
          try {
            var found = engine.calls().inspectImageCmd(image).exec();
            return Optional.of(identity(found, ImageReference.of(image)));
          } catch (NotFoundException e) {
            return Optional.empty();
          }
        });
  }

  /// Name and digest, which any node could pull; the id alone when no registry knows the image.
  private static String identity(InspectImageResponse found, ImageReference reference) {
    return Optional.ofNullable(found.getRepoDigests()).stream()
        .flatMap(List::stream)
        .filter(digest -> ImageReference.of(digest).isSameRepository(reference))
        .findFirst()
        .orElseGet(() -> Objects.requireNonNull(found.getId()));
  }

  private CompletableFuture<String> pull(String image) {
    var pull = pulls.computeIfAbsent(image, this::begin);
    return pull.whenComplete((digest, failure) -> pulls.remove(image, pull));
  }

  private CompletableFuture<String> begin(String image) {
    return CompletableFuture.runAsync(() -> fetch(image), Thread::startVirtualThread)
        .thenCompose(pulled -> find(image))
        .thenApply(found -> found.orElseThrow(() -> vanished(image)));
  }

  private void fetch(String image) {
    if (image.equals(Holder.IMAGE)) HolderImage.make(engine);
    else ImagePull.run(engine.streams(), credentials, image, pullPatience);
  }

  private static RuntimeFailure vanished(String image) {
    return new RuntimeFailure(
        Kind.ENGINE_ERROR, "the image %s was pulled and is gone already".formatted(image));
  }
}
