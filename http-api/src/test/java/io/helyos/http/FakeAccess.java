package io.helyos.http;

import io.helyos.model.pod.ExecPlace;
import io.helyos.model.port.ExecRequest;
import io.helyos.model.port.ExecSession;
import io.helyos.model.port.RuntimeFailure;
import io.helyos.orchestrator.access.ContainerAccess;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/// Containers in which commands do what a test says.
final class FakeAccess implements ContainerAccess {
  /// What was asked for.
  record Asked(ExecPlace place, ExecRequest request, FakeSession session) {}

  final List<Asked> asked = new CopyOnWriteArrayList<>();
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
}
