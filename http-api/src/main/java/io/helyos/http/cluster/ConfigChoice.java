package io.helyos.http.cluster;

import io.helyos.contract.resource.ConfigRequest;
import io.helyos.contract.spec.text.DurationText;
import io.helyos.contract.spec.text.Parsed;
import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import io.helyos.model.cluster.ClusterCommand;
import io.helyos.model.cluster.ClusterCommand.ChooseNodeTimeout;
import io.helyos.model.cluster.ClusterCommand.ChooseScheduler;
import io.helyos.model.scheduling.Strategy;
import java.time.Duration;
import java.util.Optional;

/// A choice in the words of a client, as a command.
final class ConfigChoice {
  private ConfigChoice() {}

  static ClusterCommand of(ConfigRequest wanted) {
    return switch (wanted.key()) {
      case "scheduler" -> new ChooseScheduler(strategy(wanted.value()));
      case "node-timeout" -> new ChooseNodeTimeout(timeout(wanted.value()));
      default ->
          throw refused(
              "expected the key scheduler or node-timeout, found %s: choose one of them"
                  .formatted(wanted.key()));
    };
  }

  private static Strategy strategy(String value) {
    return switch (value) {
      case "spread", "" -> Strategy.SPREAD;
      case "binpack" -> Strategy.BINPACK;
      default ->
          throw refused(
              "expected the scheduler spread or binpack, found %s: choose one of them"
                  .formatted(value));
    };
  }

  private static Optional<Duration> timeout(String value) {
    if (value.isEmpty()) return Optional.empty();
    return switch (DurationText.parse(value)) {
      case Parsed.Value<Duration>(var good) -> Optional.of(good);
      case Parsed.Refused<Duration>(_, var reason, _) -> throw refused("node-timeout: " + reason);
    };
  }

  private static Refusal refused(String why) {
    return Refusal.of(ProblemKind.INVALID, why);
  }
}
