package io.helyos.cli.project;

import io.helyos.cli.output.Ages;
import io.helyos.cli.output.Column;
import io.helyos.cli.output.View;
import io.helyos.contract.resource.ProjectResource;
import java.time.InstantSource;
import java.util.List;

/// Projects as a table.
final class ProjectView {
  private ProjectView() {}

  static View<ProjectResource> at(InstantSource clock) {
    return View.of(
        "project",
        ProjectResource::name,
        List.of(
            Column.of("Name", ProjectResource::name),
            Column.passing("Age", it -> Ages.of(it.createdAt(), clock.instant()))),
        List.of(Column.of("Status", it -> it.status().word())));
  }
}
