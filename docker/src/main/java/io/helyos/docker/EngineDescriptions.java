package io.helyos.docker;

import com.github.dockerjava.api.model.Info;
import io.helyos.model.port.EngineDescription;
import java.util.Objects;

/// The engine's word of itself.
final class EngineDescriptions {
  private EngineDescriptions() {}

  static EngineDescription of(Info engine) {
    return new EngineDescription(
        Objects.requireNonNullElse(engine.getServerVersion(), "unknown"),
        architecture(Objects.requireNonNullElse(engine.getArchitecture(), "unknown")),
        Objects.requireNonNullElse(engine.getNCPU(), 0),
        Objects.requireNonNullElse(engine.getMemTotal(), 0L),
        Objects.requireNonNullElse(engine.getName(), ""));
  }

  /// The engine says it as the kernel does, images say it as Go does.
  private static String architecture(String machine) {
    return switch (machine) {
      case "x86_64" -> "amd64";
      case "aarch64" -> "arm64";
      case "armv7l", "armv6l" -> "arm";
      case "i386", "i686" -> "386";
      default -> machine;
    };
  }
}
