package io.helyos.cli.deployment;

import io.helyos.cli.output.Ages;
import io.helyos.cli.output.Column;
import io.helyos.cli.output.View;
import io.helyos.contract.resource.DeploymentResource;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;

/// Deployments as a table.
public final class DeploymentView {
  private DeploymentView() {}

  public static View<DeploymentResource> at(InstantSource clock) {
    return View.of(
        "deployment",
        it -> it.project() + "/" + it.name(),
        List.of(
            Column.of("Name", DeploymentResource::name),
            Column.of("Project", DeploymentResource::project),
            Column.of("Status", it -> it.status().word()),
            Column.of("Replicas", it -> Integer.toString(it.spec().replicas())),
            Column.of("Image", it -> it.spec().image()),
            Column.passing("Age", it -> Ages.of(it.createdAt(), clock.instant()))),
        List.of(
            Column.of("Ready", it -> it.ready() + "/" + it.spec().replicas()),
            Column.of("Revision", it -> Long.toString(it.revision())),
            Column.of("Labels", DeploymentView::labels),
            Column.of("Message", DeploymentResource::message)));
  }

  static String labels(DeploymentResource of) {
    return of.labels().entrySet().stream()
        .map(it -> it.getKey() + "=" + it.getValue())
        .collect(Collectors.joining(","));
  }
}
