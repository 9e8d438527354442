package io.helyos.docker;

import com.github.dockerjava.transport.DockerHttpClient.Request.Method;
import io.helyos.model.port.RuntimeFailure;
import io.helyos.model.port.RuntimeFailure.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Files between a container and whoever asks, as the engine's archives: each copying on a virtual
/// thread beside the lanes, for it takes as long as the other side does. A few pieces are in memory
/// and no more.
final class FileCopy {
  private static final int PIECE = 64 * 1024;

  private final EngineConnection engine;
  private final Calls calls;
  private final Set<StreamSubscription<?>> streams;
  private final String container;

  /// @param streams where open streams stand, so that they can be closed with the runtime
  FileCopy(
      EngineConnection engine, Calls calls, Set<StreamSubscription<?>> streams, String container) {
    this.engine = engine;
    this.calls = calls;
    this.streams = streams;
    this.container = container;
  }

  CompletableFuture<Flow.Publisher<byte[]>> read(String path) {
    return run(() -> {
      var what = "read files of " + container;
      // Opened at once: only then it is known whether there is such a file.
      var answer = calls.within(what, () -> engine.open(Method.GET, archive(path)));
      return new StreamPublisher<>(what, () -> answer, FileCopy::pieces, streams);
    });
  }

  private static StreamPublisher.Reader<byte[]> pieces(InputStream bytes) {
    return () -> piece(bytes);
  }

  private static byte @Nullable [] piece(InputStream bytes) throws IOException {
    var buffer = new byte[PIECE];
    var read = bytes.readNBytes(buffer, 0, PIECE);
    return read == 0 ? null : Arrays.copyOf(buffer, read);
  }

  CompletableFuture<Void> write(String directory, Flow.Publisher<byte[]> archive) {
    return run(() -> {
      try (var input = new PublishedInput(archive);
          var answer =
              engine.put(archive(directory) + "&noOverwriteDirNonDir=true", input.stream())) {
        answer.getBody().readAllBytes();
        return null;
      } catch (IOException e) {
        throw new RuntimeFailure(Kind.UNKNOWN_OUTCOME, "the engine's answer was cut off", e);
      }
    });
  }

  private String archive(String path) {
    return "/containers/%s/archive?path=%s"
        .formatted(EventFormat.encode(container), EventFormat.encode(path));
  }

  private static <T extends @Nullable Object> CompletableFuture<T> run(Supplier<T> work) {
    var answer = new CompletableFuture<T>();
    Thread.ofVirtual()
        .name("docker-copy")
        .start(() -> {
          try {
            answer.complete(work.get());
          } catch (RuntimeException | Error e) {
            answer.completeExceptionally(e);
          }
        });
    return answer;
  }
}
