package io.helyos.load;

import io.helyos.client.Listing;
import io.helyos.contract.resource.PodStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A container that is there to be killed. The process dies from outside: the engine takes a
/// `docker kill` for the user's wish.
record Victim(String container, String pid, String body) {
  static final Duration PATIENCE = Duration.ofSeconds(30);
  static final Duration POLL = Duration.ofMillis(50);
  private static final String NAME = "restart";

  /// The only container of a deployment, once its pod is known to run.
  ///
  /// @param backoff a line of its specification, or nothing
  static Victim deployed(Daemon daemon, Engine engine, EngineEvents events, String backoff)
      throws Exception {
    daemon.deploy(Workload.yaml(NAME, 1) + backoff);
    var container = events.await("start", 1).getFirst().container();
    var client = daemon.client();
    Processes.await(
        "a running pod",
        PATIENCE,
        POLL,
        () -> client.pods(Listing.of(Workload.PROJECT)).getFirst().status() == PodStatus.RUNNING);
    return of(engine, container);
  }

  /// A container that the benchmark itself has made from a body of Helyos'.
  static Victim made(Engine engine, EngineLane lane, String name, String body) throws IOException {
    return of(engine, create(lane, name, body));
  }

  private static Victim of(Engine engine, String container) throws IOException {
    var inspected = engine.inspect(container);
    return new Victim(
        container, inspected.path("State").path("Pid").asText(), CreateBody.like(inspected));
  }

  static String create(EngineLane lane, String name, String body) throws IOException {
    var created = lane.ask("POST", "/containers/create?name=" + name, body);
    var id = created.path("Id").asText();
    lane.ask("POST", "/containers/" + id + "/start", "");
    return id;
  }

  /// Kills it; answers when that was, in seconds since the epoch.
  double kill() throws Exception {
    return kill(pid);
  }

  static double kill(String pid) throws Exception {
    var now = Instant.now();
    Processes.output(List.of("kill", "-9", pid));
    return now.getEpochSecond() + now.getNano() / 1e9;
  }

  /// Takes the deployment away, and waits until nothing is left of it.
  static void remove(Daemon daemon, Engine engine) throws Exception {
    var client = daemon.client();
    client.delete(Workload.PROJECT, NAME);
    Processes.await(
        "nothing left of it",
        PATIENCE,
        POLL,
        () ->
            engine.containers().isEmpty()
                && client.deployments(Listing.of(Workload.PROJECT)).isEmpty());
  }
}
