package io.helyos.cli.rollout;

import io.helyos.cli.deploy.TemplateDiff;
import io.helyos.cli.deployment.DeploymentName;
import io.helyos.cli.shell.CommandFailed;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import io.helyos.contract.resource.FieldChange;
import io.helyos.contract.resource.RevisionResource;
import java.util.List;
import java.util.Optional;

/// In what two revisions of a deployment differ.
final class RevisionDiff {
  private final Shell shell;

  RevisionDiff(Shell shell) {
    this.shell = shell;
  }

  /// @param from the number of a revision, by default the one before the other
  /// @param to by default the one that is wanted
  List<FieldChange> of(
      String deployment, Optional<String> project, Optional<String> from, Optional<String> to) {
    DeploymentName.Full name = DeploymentName.full(deployment, project, shell);
    var all = shell.client().rollouts().revisions(name.project(), name.name());
    var second = to.map(number -> find(all, number)).orElseGet(() -> current(all));
    return from.map(number -> find(all, number))
        .or(() ->
            all.stream()
                .filter(it -> it.revision() < second.revision())
                .reduce((_, later) -> later))
        .map(first -> TemplateDiff.between(first.template(), second.template()))
        .orElse(List.of());
  }

  private static RevisionResource current(List<RevisionResource> all) {
    return all.stream().filter(RevisionResource::current).findFirst().orElse(all.getLast());
  }

  private static RevisionResource find(List<RevisionResource> all, String number) {
    return all.stream()
        .filter(it -> it.revision() == Long.parseLong(number))
        .findFirst()
        .orElseThrow(() ->
            new CommandFailed(
                ExitCode.NOT_FOUND,
                "There is no revision %s. `helyos rollout history` shows those that are."
                    .formatted(number)));
  }
}
