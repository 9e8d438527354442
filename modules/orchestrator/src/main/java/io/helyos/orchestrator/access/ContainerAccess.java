package io.helyos.orchestrator.access;

import io.helyos.model.pod.ExecPlace;
import io.helyos.model.port.ExecRequest;
import io.helyos.model.port.ExecSession;
import java.util.concurrent.CompletionStage;

/// What users may do inside containers. No method blocks; each fails with
/// [io.helyos.model.port.RuntimeFailure] when the engine refuses or does not answer.
public interface ContainerAccess {
  /// Begins a command in a container.
  CompletionStage<ExecSession> exec(ExecPlace place, ExecRequest request);
}
