package io.helyos.docker;

import com.github.dockerjava.transport.DockerHttpClient.Request.Method;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.IOException;
import java.io.UncheckedIOException;

/// The engine's `wait`: it begins its answer at once and ends it when the container has come so
/// far. No polling.
final class ContainerWait {
  private ContainerWait() {}

  static Response notRunning(EngineConnection engine, String container) {
    return engine.open(
        Method.POST,
        "/containers/%s/wait?condition=not-running".formatted(EventFormat.encode(container)));
  }

  /// Blocks; true when the engine has said that it is so.
  static boolean toTheEnd(Response answer) {
    try (answer) {
      return answer.getBody().readAllBytes().length > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
