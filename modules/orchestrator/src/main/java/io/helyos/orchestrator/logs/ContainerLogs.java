package io.helyos.orchestrator.logs;

import io.helyos.model.DeploymentId;
import io.helyos.model.PodId;
import io.helyos.model.port.LogLine;
import io.helyos.model.port.LogQuery;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/// The logs of all containers that are left of a pod: of the one that runs, and of the dead one
/// that is kept so that its last words can be read. No method blocks.
public interface ContainerLogs {
  /// What has been started of a pod and is left on its node, oldest first. Fails with
  /// [io.helyos.model.port.RuntimeFailure] when the engine does not say.
  CompletionStage<List<PodContainer>> of(PodId pod);

  /// The same of all pods of a deployment, by index and then by age. Engines that do not answer are
  /// left out, unless none does.
  CompletionStage<List<PodContainer>> of(DeploymentId owner);

  /// What a container has written. Fails with [io.helyos.model.port.RuntimeFailure] when it is
  /// gone, or when its engine is.
  Flow.Publisher<LogLine> lines(PodContainer container, LogQuery query);

  /// The same logs, of one container of each pod only.
  ///
  /// @param companion its name; empty for the pods' own
  default ContainerLogs only(Optional<String> companion) {
    return new OneOfEach(this, companion);
  }
}
