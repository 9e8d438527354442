package io.helyos.daemon.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// An engine as its own command line tells of it.
public record Docker(Path socket) {
  public static final String IMAGE = "helyos/test:1";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Docker SHARED = prepared();

  /// A container as `docker ps` shows it.
  public record Seen(String id, String name, String state) {
    public boolean isRunning() {
      return state.equals("running");
    }

    /// Dead, of an earlier start, and kept for its log: its name says which start.
    boolean isRemains() {
      return !isRunning() && name.matches(".*_[0-9]+\\.[0-9]+");
    }
  }

  /// The engine that all tests share, with the test image on it. Nobody stops it.
  public static Docker shared() {
    return SHARED;
  }

  private static Docker prepared() {
    Programs.run(Programs.script("build-test-image").toString());
    var host = System.getenv().getOrDefault("DOCKER_HOST", "unix:///var/run/docker.sock");
    if (!host.startsWith("unix://")) {
      throw new AssertionError("Expected DOCKER_HOST to be a Unix socket, found " + host);
    }
    return new Docker(Path.of(host.substring("unix://".length())));
  }

  public String run(String... arguments) {
    return Programs.run(command(arguments));
  }

  /// For what may fail.
  public Programs.Ended attempt(String... arguments) {
    return Programs.attempt(command(arguments));
  }

  private String[] command(String... arguments) {
    var command = new ArrayList<>(List.of("docker", "-H", "unix://" + socket));
    command.addAll(List.of(arguments));
    return command.toArray(String[]::new);
  }

  /// All containers with a label, running or not, by name.
  public List<Seen> containers(String label) {
    var lines =
        run(
            "ps",
            "--all",
            "--no-trunc",
            "--filter",
            "label=" + label,
            "--format",
            "{{.ID}} {{.Names}} {{.State}}");
    return lines
        .lines()
        .map(line -> line.split(" "))
        .map(part -> new Seen(part[0], part[1], part[2]))
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .toList();
  }

  /// All containers with a label but the dead ones of earlier starts, which are kept for their log
  /// under another name.
  public List<Seen> present(String label) {
    return containers(label).stream().filter(seen -> !seen.isRemains()).toList();
  }

  /// Everything that the engine knows of one container.
  public JsonNode inspect(String container) {
    try {
      return JSON.readTree(run("inspect", "--type", "container", container)).get(0);
    } catch (JsonProcessingException e) {
      throw new AssertionError("docker inspect " + container + " is no JSON", e);
    }
  }

  /// What the engine has told of containers with a label since then, in its order.
  public List<String> events(String label, Instant since, String... actions) {
    var command = new ArrayList<>(List.of("events", "--format", "{{.Action}}"));
    command.addAll(List.of("--filter", "label=" + label, "--filter", "type=container"));
    for (var action : actions) command.addAll(List.of("--filter", "event=" + action));
    command.addAll(List.of("--since", stamp(since), "--until", stamp(Instant.now())));
    return run(command.toArray(String[]::new)).lines().toList();
  }

  private static String stamp(Instant instant) {
    return "%d.%09d".formatted(instant.getEpochSecond(), instant.getNano());
  }

  /// Removes what a test has left of its containers and its project's network.
  public void sweep(String project) {
    containers("helyos.project=" + project).forEach(left -> attempt("rm", "--force", left.id()));
    attempt("network", "rm", "helyos-" + project);
  }
}
