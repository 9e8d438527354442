package io.helyos.contract.resource;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;

/// How a running container answers its checks.
///
/// @param status `starting`, `healthy` or `unhealthy`
/// @param answer of the check that changed something last, empty before the first
/// @param since when the status became what it is
@JsonNaming(SnakeCaseStrategy.class)
public record PodHealth(String status, String answer, Instant since) {
  public PodHealth {
    answer = Absent.text(answer);
  }
}
