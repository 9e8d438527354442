package io.helyos.http.rollouts;

import io.helyos.contract.resource.RevisionResource;
import io.helyos.http.spec.TemplateFields;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.deployment.Revision;
import java.time.Instant;
import java.util.List;

/// Revisions in the shape that clients read.
final class RevisionShape {
  private RevisionShape() {}

  /// From the oldest to the newest.
  static List<RevisionResource> all(Deployment.Active deployment) {
    return deployment.revisions().entrySet().stream()
        .map(entry -> of(deployment, entry.getKey(), entry.getValue()))
        .toList();
  }

  private static RevisionResource of(Deployment.Active deployment, int number, Revision revision) {
    return new RevisionResource(
        number,
        number == deployment.revision(),
        deployment.rollout().completed().contains(number),
        revision.template().image(),
        revision.digest(),
        revision.madeAt().equals(Instant.EPOCH) ? null : revision.madeAt(),
        TemplateFields.of(revision.template()));
  }
}
