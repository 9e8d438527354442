package io.helyos.client;

import io.helyos.client.http.Route;
import io.helyos.contract.resource.ConfigRequest;
import io.helyos.contract.resource.ConfigResource;

/// What holds for the whole cluster.
public final class ClusterConfig {
  private static final Route ROUTE = Route.api("cluster", "config");

  private final HelyosClient client;

  ClusterConfig(HelyosClient client) {
    this.client = client;
  }

  public ConfigResource get() {
    return client.get(ROUTE, ConfigResource.class);
  }

  /// Chooses another value; an empty one stands for what is usual.
  public Change<ConfigResource> set(String key, String value) {
    return client.change(client.post(ROUTE, new ConfigRequest(key, value)), ConfigResource.class);
  }
}
