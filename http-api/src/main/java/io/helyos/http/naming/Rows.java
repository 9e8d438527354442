package io.helyos.http.naming;

import io.helyos.model.DeploymentId;
import io.helyos.model.EntityId;
import io.helyos.model.PodId;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.pod.Pod;
import io.helyos.model.view.Deciders;
import io.helyos.model.view.Row;
import io.helyos.model.view.View;
import java.util.Optional;

/// Rows by entity, for those who have an entity and not its names.
public final class Rows {
  private Rows() {}

  /// The row of any entity, also of one that is gone.
  public static Optional<? extends Row<?>> of(View view, EntityId entity) {
    return switch (entity.kind()) {
      case CLUSTER -> view.cluster();
      case NODE -> view.node(entity.name());
      case PROJECT -> view.project(entity.name());
      case DEPLOYMENT ->
          Splits.ofDeployment(entity.name()).stream()
              .flatMap(id -> view.deployment(id).stream())
              .findFirst();
      case ACCESS -> view.accessLogs().stream().filter(row -> row.id().equals(entity)).findFirst();
      case POD ->
          Splits.ofPod(entity.name()).stream().flatMap(id -> view.pod(id).stream()).findFirst();
    };
  }

  public static boolean exists(View view, EntityId entity) {
    return of(view, entity).filter(row -> Deciders.exists(row.state())).isPresent();
  }

  /// Whose the joined name of a deployment is now, or was last.
  public static Optional<DeploymentId> deployment(View view, String joined) {
    return Splits.ofDeployment(joined).stream()
        .flatMap(id -> view.deployment(id).stream())
        .findFirst()
        .flatMap(row ->
            switch (row.state()) {
              case Deployment.Active active -> Optional.of(active.id());
              case Deployment.Absent(var last, _, _) -> last;
            });
  }

  /// Whose the joined name of a pod is now, or was last.
  public static Optional<PodId> pod(View view, String joined) {
    return Splits.ofPod(joined).stream()
        .flatMap(id -> view.pod(id).stream())
        .findFirst()
        .flatMap(row ->
            row.state() instanceof Pod.Absent(var last, _, _)
                ? last
                : row.state().lived().map(life -> life.assignment().pod()));
  }
}
