package io.helyos.orchestrator.logs;

import io.helyos.model.DeploymentId;
import io.helyos.model.PodId;
import io.helyos.model.port.LogLine;
import io.helyos.model.port.LogQuery;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/// The logs of one container in each pod: its own, or that of one name.
record OneOfEach(ContainerLogs all, Optional<String> companion) implements ContainerLogs {
  @Override
  public CompletionStage<List<PodContainer>> of(PodId pod) {
    return all.of(pod).thenApply(this::chosen);
  }

  @Override
  public CompletionStage<List<PodContainer>> of(DeploymentId owner) {
    return all.of(owner).thenApply(this::chosen);
  }

  private List<PodContainer> chosen(List<PodContainer> found) {
    return found.stream()
        .filter(container -> container.seat().companion().equals(companion))
        .toList();
  }

  @Override
  public Flow.Publisher<LogLine> lines(PodContainer container, LogQuery query) {
    return all.lines(container, query);
  }
}
