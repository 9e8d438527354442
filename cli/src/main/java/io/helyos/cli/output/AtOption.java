package io.helyos.cli.output;

import io.helyos.client.HelyosClient;
import java.util.Optional;
import picocli.CommandLine.Option;

/// `--at`, for commands that show what is.
public final class AtOption {
  @Option(
      names = "--at",
      paramLabel = "TIME",
      description =
          "As it was then: 2026-01-31T12:00:00Z, \"10m ago\", or the id of a change for the moment"
              + " after it.")
  Optional<String> moment = Optional.empty();

  public boolean isGiven() {
    return moment.isPresent();
  }

  /// The client that answers from then, or from now.
  public HelyosClient on(HelyosClient client) {
    return moment.map(client::at).orElse(client);
  }
}
