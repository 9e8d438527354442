package io.helyos.http.naming;

import io.helyos.model.EntityId;
import io.helyos.model.cluster.Cluster;
import io.helyos.model.view.View;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// UUIDs for clients that insist on them, always the same for the same thing of the same cluster.
public record Ids(String cluster) {
  public static Ids of(View view) {
    return new Ids(clusterId(view));
  }

  /// Empty before the cluster is founded.
  public static String clusterId(View view) {
    return view.cluster()
        .map(row -> row.state() instanceof Cluster.Founded founded ? founded.id() : "")
        .orElse("");
  }

  public UUID of(EntityId entity) {
    return UUID.nameUUIDFromBytes((cluster + "/" + entity).getBytes(StandardCharsets.UTF_8));
  }
}
