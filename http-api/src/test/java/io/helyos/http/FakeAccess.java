package io.helyos.http;

import io.helyos.model.pod.ExecPlace;
import io.helyos.model.port.ExecRequest;
import io.helyos.model.port.ExecSession;
import io.helyos.model.port.RuntimeFailure;
import io.helyos.orchestrator.access.ContainerAccess;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import org.apache.pekko.stream.javadsl.JavaFlowSupport;

/// Containers in which commands do what a test says.
final class FakeAccess implements ContainerAccess {
  /// What was asked for.
  record Asked(ExecPlace place, ExecRequest request, FakeSession session) {}

  final List<Asked> asked = new CopyOnWriteArrayList<>();

  private static final int PIECE = 64 * 1024;

  /// What was written, by directory; and what can be read, by path.
  final Map<String, byte[]> files = new ConcurrentHashMap<>();

  /// Fails in the midst of what it gives.
  volatile boolean breaks;

  private volatile Optional<RuntimeFailure> refusal = Optional.empty();

  /// From now on the engine says no.
  void refuse(RuntimeFailure.Kind kind, String words) {
    refusal = Optional.of(new RuntimeFailure(kind, words));
  }

  @Override
  public CompletionStage<ExecSession> exec(ExecPlace place, ExecRequest request) {
    if (refusal.isPresent()) return CompletableFuture.failedStage(refusal.get());
    var session = new FakeSession();
    asked.add(new Asked(place, request, session));
    return CompletableFuture.completedStage(session);
  }

  @Override
  public CompletionStage<Flow.Publisher<byte[]>> read(ExecPlace place, String path) {
    if (refusal.isPresent()) return CompletableFuture.failedStage(refusal.get());
    var bytes = files.getOrDefault(path, new byte[0]);
    return CompletableFuture.completedStage(subscriber -> {
      var publisher = new SubmissionPublisher<byte[]>();
      publisher.subscribe(subscriber);
      for (var from = 0; from < bytes.length; from += PIECE) {
        publisher.submit(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PIECE)));
      }
      if (breaks) publisher.closeExceptionally(new IllegalStateException("engine gone"));
      else publisher.close();
    });
  }

  @Override
  public CompletionStage<Void> write(
      ExecPlace place, String directory, Flow.Publisher<byte[]> archive) {
    if (refusal.isPresent()) return CompletableFuture.failedStage(refusal.get());
    return JavaFlowSupport.Source.<byte[]>fromPublisher(archive)
        .runFold(new ByteArrayOutputStream(), FakeAccess::joined, RunningApi.SYSTEM)
        .thenAccept(all -> files.put(directory, all.toByteArray()));
  }

  private static ByteArrayOutputStream joined(ByteArrayOutputStream all, byte[] piece) {
    all.writeBytes(piece);
    return all;
  }
}
