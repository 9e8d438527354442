package io.helyos.cli.watch;

import io.helyos.client.Listing;
import io.helyos.client.stream.EventQuery;
import java.util.Optional;
import picocli.CommandLine.Option;

/// `-p` and `-l`: which part of a list. Without them it is all of it, whatever the context says.
public final class Selection {
  @Option(
      names = {"-p", "--project"},
      paramLabel = "PROJECT",
      description = "Only this project.")
  Optional<String> project = Optional.empty();

  @Option(
      names = {"-l", "--selector"},
      paramLabel = "SELECTOR",
      description = "Only with these labels: tier=web,stage!=test.")
  Optional<String> selector = Optional.empty();

  public Listing listing() {
    return new Listing(project, selector);
  }

  public EventQuery events() {
    return EventQuery.ofProject(project);
  }
}
