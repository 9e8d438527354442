package io.helyos.client;

import io.helyos.client.http.Route;
import io.helyos.contract.resource.AccessLogResource;
import io.helyos.contract.resource.AuditKeyResource;
import io.helyos.contract.resource.AuditResource;
import io.helyos.contract.resource.CheckpointResource;
import java.util.Optional;

/// Questions about the journal itself, each a route of the native API.
public final class Audits {
  private static final String AUDIT = "audit";

  private final HelyosClient client;

  Audits(HelyosClient client) {
    this.client = client;
  }

  /// What the daemon signs with.
  public AuditKeyResource key() {
    return client.get(Route.api(AUDIT, "key"), AuditKeyResource.class);
  }

  /// How far every chain is, signed.
  public CheckpointResource checkpoint() {
    return client.get(Route.api(AUDIT, "checkpoint"), CheckpointResource.class);
  }

  /// Whether the journal is whole.
  public AuditResource verify() {
    return client.get(verifyRoute(), AuditResource.class);
  }

  /// Whether the journal is whole and has all that a checkpoint has seen.
  public AuditResource verify(CheckpointResource checkpoint) {
    return client.ask(verifyRoute(), checkpoint, AuditResource.class);
  }

  /// What was denied and refused.
  ///
  /// @param since a time, or a duration ago
  /// @param until likewise
  public AccessLogResource log(Optional<String> since, Optional<String> until) {
    var route = Route.api(AUDIT, "log").with("since", since).with("until", until);
    return client.get(route, AccessLogResource.class);
  }

  private static Route verifyRoute() {
    return Route.api(AUDIT, "verify");
  }
}
