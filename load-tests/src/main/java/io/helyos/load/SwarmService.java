package io.helyos.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A service of Swarm, as the peer of a deployment.
final class SwarmService {
  private static final String NAME = "peer";
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration POLL = Duration.ofMillis(200);

  private final OwnEngine engine;
  private final int replicas;

  /// Created, with all its tasks up.
  SwarmService(OwnEngine engine, int replicas, int atOnce, String network, String image)
      throws Exception {
    this.engine = engine;
    this.replicas = replicas;
    var command =
        new ArrayList<>(
            List.of("service", "create", "--detach", "--name", NAME, "--no-resolve-image"));
    command.addAll(List.of("--replicas", Integer.toString(replicas)));
    command.addAll(List.of("--update-parallelism", Integer.toString(atOnce)));
    command.addAll(List.of("--update-order", "stop-first"));
    if (network.equals("host")) command.addAll(List.of("--network", "host"));
    command.add(image);
    engine.docker(command.toArray(String[]::new));
    awaitTasks();
  }

  /// Begins an update and does not wait for it.
  void update(String image) throws Exception {
    engine.docker("service", "update", "--detach", "--no-resolve-image", "--image", image, NAME);
  }

  /// Until nothing is left to do of an update; Swarm watches its last tasks for some seconds.
  void awaitUpdated() throws Exception {
    Processes.await(
        "a completed update of the service",
        PATIENCE,
        POLL,
        () ->
            engine
                .docker("service", "inspect", "--format", "{{.UpdateStatus.State}}", NAME)
                .equals("completed"));
    awaitTasks();
  }

  private void awaitTasks() throws Exception {
    var format = "{{.CurrentState}}";
    Processes.await(
        replicas + " running tasks",
        PATIENCE,
        POLL,
        () ->
            engine
                    .docker(
                        "service",
                        "ps",
                        "--filter",
                        "desired-state=running",
                        "--format",
                        format,
                        NAME)
                    .lines()
                    .filter(state -> state.startsWith("Running"))
                    .count()
                == replicas);
  }

  /// Takes it away, and waits until no container is left of it.
  void remove() throws Exception {
    engine.docker("service", "rm", NAME);
    Processes.await("no task", PATIENCE, POLL, () -> containers().isEmpty());
  }

  private String containers() throws Exception {
    return engine.docker(
        "ps", "--all", "--quiet", "--filter", "label=com.docker.swarm.service.name=" + NAME);
  }

  /// Where its containers' starts are told.
  EngineEvents events() throws java.io.IOException {
    return new EngineEvents(
        engine.socket(),
        "/events?filters="
            + Engine.encoded("{\"label\":[\"com.docker.swarm.service.name=" + NAME + "\"]}"));
  }
}
