package io.helyos.cli.history;

import io.helyos.cli.deployment.DeploymentName;
import io.helyos.cli.pod.PodName;
import io.helyos.cli.shell.Shell;
import io.helyos.client.HistoryQuery;
import java.util.Locale;
import java.util.Optional;

/// What a history can be asked of.
enum Subject {
  POD,
  DEPLOYMENT,
  NODE,
  PROJECT;

  /// As it is written on a command line.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The events of the thing of this name, as users write it.
  HistoryQuery query(String name, Optional<String> project, Shell shell) {
    return switch (this) {
      case POD -> HistoryQuery.of("pods", new PodName(name, project).whole(shell));
      case DEPLOYMENT -> {
        var full = DeploymentName.full(name, project, shell);
        yield HistoryQuery.of("projects", full.project(), "deployments", full.name());
      }
      case NODE -> HistoryQuery.of("nodes", name);
      case PROJECT -> HistoryQuery.of("projects", name);
    };
  }
}
