package io.helyos.contract.resource;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/// What holds for the whole cluster.
///
/// @param scheduler `spread` or `binpack`
/// @param nodeTimeout after which a silent machine is given up, such as `30s`; empty for what its
///   daemons were started with
@JsonNaming(SnakeCaseStrategy.class)
public record ConfigResource(String scheduler, String nodeTimeout) {
  public ConfigResource {
    scheduler = Absent.text(scheduler);
    nodeTimeout = Absent.text(nodeTimeout);
  }
}
