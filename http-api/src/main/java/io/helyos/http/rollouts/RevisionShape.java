package io.helyos.http.rollouts;

import io.helyos.contract.resource.RevisionResource;
import io.helyos.http.spec.TemplateFields;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.deployment.Revision;
import io.helyos.model.journal.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Revisions in the shape that clients read.
final class RevisionShape {
  private RevisionShape() {}

  /// From the oldest to the newest.
  ///
  /// @param made the envelope of the event that made it, by number
  static List<RevisionResource> all(Deployment.Active deployment, Map<Integer, Recorded> made) {
    return deployment.revisions().entrySet().stream()
        .map(entry ->
            of(
                deployment,
                entry.getKey(),
                entry.getValue(),
                Optional.ofNullable(made.get(entry.getKey()))))
        .toList();
  }

  private static RevisionResource of(
      Deployment.Active deployment, int number, Revision revision, Optional<Recorded> made) {
    return new RevisionResource(
        number,
        number == deployment.revision(),
        deployment.rollout().completed().contains(number),
        revision.template().image(),
        revision.digest(),
        revision.companions().orElse(Map.of()),
        revision.madeAt().equals(Instant.EPOCH) ? null : revision.madeAt(),
        made.map(Recorded::author).orElse(""),
        made.map(Recorded::change).orElse(""),
        TemplateFields.of(revision.template()));
  }
}
