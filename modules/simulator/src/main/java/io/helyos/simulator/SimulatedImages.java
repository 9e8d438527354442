package io.helyos.simulator;

import io.helyos.model.port.RuntimeFailure;
import io.helyos.model.port.RuntimeFailure.Kind;
import io.helyos.model.template.PullPolicy;
import java.util.HashSet;
import java.util.Set;

/// The images of one engine, and a registry that has every image but those tagged `missing`.
/// Guarded by the engine's lock.
final class SimulatedImages {
  private final Set<String> pulled = new HashSet<>();

  /// Whether a pull under this policy would ask the registry.
  boolean needsRegistry(String image, PullPolicy policy) {
    return policy == PullPolicy.ALWAYS || (policy == PullPolicy.MISSING && !has(image));
  }

  String pull(String image, PullPolicy policy) {
    EngineRules.checkImage(image);
    if (!needsRegistry(image, policy)) {
      require(image);
    } else if (isMissing(image)) {
      throw new RuntimeFailure(
          Kind.PULL_FAILED, "pull of " + image + " failed: the registry has no such image");
    } else {
      pulled.add(image);
    }
    return "sha256:" + EngineIds.hex(image);
  }

  void require(String image) {
    if (!has(image)) {
      throw new RuntimeFailure(
          Kind.IMAGE_MISSING, "image " + image + " is not on the machine: pull it first");
    }
  }

  private boolean has(String image) {
    return !isMissing(image) && (image.startsWith("helyos/") || pulled.contains(image));
  }

  private static boolean isMissing(String image) {
    return image.endsWith(":missing");
  }
}
