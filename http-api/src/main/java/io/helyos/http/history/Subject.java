package io.helyos.http.history;

import io.helyos.http.exchange.Call;
import io.helyos.http.naming.Found;
import io.helyos.http.naming.Names;
import io.helyos.http.naming.Splits;
import io.helyos.model.DeploymentId;
import io.helyos.model.EntityId;
import io.helyos.model.view.Row;
import java.util.Optional;
import java.util.function.Supplier;

/// Whose past is asked for. What is gone has a past as well.
///
/// @param sequence of its newest event
record Subject(EntityId entity, long sequence) {
  static Subject pod(Call call) {
    var name = call.name("pod");
    var row = Splits.ofPod(name).stream().flatMap(id -> call.view().pod(id).stream()).findFirst();
    return of(row, () -> Names.getPod(call.view(), name));
  }

  static Subject deployment(Call call) {
    var id = new DeploymentId(call.name("project"), call.name("deployment"));
    return of(call.view().deployment(id), () -> Names.getDeployment(call.view(), id));
  }

  static Subject node(Call call) {
    var name = call.name("node");
    return of(call.view().node(name), () -> Names.getNode(call.view(), name));
  }

  static Subject project(Call call) {
    var name = call.name("project");
    return of(call.view().project(name), () -> Names.getProject(call.view(), name));
  }

  /// @param refuse looks for the name among what exists, and says what is near
  private static Subject of(Optional<? extends Row<?>> row, Supplier<Found<?>> refuse) {
    if (row.isEmpty()) {
      throw new IllegalStateException("Found without a row: " + refuse.get());
    }
    return new Subject(row.get().id(), row.get().sequence());
  }
}
