package io.helyos.orchestrator.access;

import io.helyos.model.pod.ExecPlace;
import io.helyos.model.port.ExecRequest;
import io.helyos.model.port.ExecSession;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/// What users may do inside containers. No method blocks; each fails with
/// [io.helyos.model.port.RuntimeFailure] when the engine refuses or does not answer.
public interface ContainerAccess {
  /// Begins a command in a container.
  CompletionStage<ExecSession> exec(ExecPlace place, ExecRequest request);

  /// Files out of a container, as [io.helyos.model.port.ContainerRuntime#readFiles] gives them.
  CompletionStage<Flow.Publisher<byte[]>> read(ExecPlace place, String path);

  /// Files into a directory of a container, as [io.helyos.model.port.ContainerRuntime#writeFiles]
  /// takes them.
  CompletionStage<Void> write(ExecPlace place, String directory, Flow.Publisher<byte[]> archive);
}
