package io.helyos.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.helyos.client.Listing;
import io.helyos.contract.resource.PodStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// From a SIGKILL of a container's process to the `start` event of what replaces it, against the
/// engine's own `--restart always`.
final class Heal implements Benchmark {
  private static final int ROUNDS = 7;
  private static final double WANTED = 1.0;
  private static final String NAME = "heal";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Engine engine = new Engine();
  private final Samples atOnce = new Samples();
  private final Samples backingOff = new Samples();
  private final Samples policy = new Samples();
  private String body = "";

  @Override
  public String title() {
    return "Replacing a container that was killed";
  }

  @Override
  public void run(Report report) throws Exception {
    engine.removeAll();
    try (var daemon = Daemon.start();
        var events = engine.events()) {
      for (var round = 0; round < ROUNDS; round++) {
        atOnce.add(byHelyos(daemon, events, "backoff: {initial: 0s}\n"));
        backingOff.add(byHelyos(daemon, events, ""));
        policy.add(byPolicy(events));
      }
    } finally {
      engine.removeAll();
    }
    tell(report);
  }

  private double byHelyos(Daemon daemon, EngineEvents events, String backoff) throws Exception {
    daemon.deploy(Workload.yaml(NAME, 1) + backoff);
    var container = events.await("start", 1).getFirst().container();
    body = CreateBody.like(engine.inspect(container));
    var client = daemon.client();
    Processes.await(
        "a running pod",
        Duration.ofSeconds(30),
        Duration.ofMillis(50),
        () -> client.pods(Listing.of(Workload.PROJECT)).getFirst().status() == PodStatus.RUNNING);
    var seconds = kill(container, events);
    client.delete(Workload.PROJECT, NAME);
    events.await("destroy", 1);
    Processes.await(
        "nothing left of it",
        Duration.ofSeconds(30),
        Duration.ofMillis(50),
        () ->
            engine.containers().isEmpty()
                && client.deployments(Listing.of(Workload.PROJECT)).isEmpty());
    return seconds;
  }

  private double byPolicy(EngineEvents events) throws Exception {
    var wanted = JSON.readTree(body);
    wanted.withObject("/HostConfig/RestartPolicy").put("Name", "always");
    try (var lane = new EngineLane(engine.socket())) {
      var id =
          lane.ask("POST", "/containers/create?name=bench-heal", wanted.toString())
              .path("Id")
              .asText();
      lane.ask("POST", "/containers/" + id + "/start", "");
      events.await("start", 1);
      var seconds = kill(id, events);
      engine.removeAll();
      return seconds;
    }
  }

  /// Kills the process from outside: the engine takes a `docker kill` for the user's wish.
  private double kill(String container, EngineEvents events) throws Exception {
    var pid = engine.inspect(container).path("State").path("Pid").asText();
    events.forget();
    var now = Instant.now();
    Processes.output(List.of("kill", "-9", pid));
    var start = events.await("start", 1).getFirst().nanos();
    return (start - TimeUnit.SECONDS.toNanos(now.getEpochSecond()) - now.getNano()) / 1e9;
  }

  private void tell(Report report) {
    report
        .paragraph(
            "From SIGKILL of the container's process to the `start` event of its replacement, in"
                + " the host's network, by the engine's own clock; %d rounds, in turn with the"
                    .formatted(ROUNDS)
                + " engine's own `--restart always`. Helyos makes a new container, the engine"
                + " starts the old one again. The default back-off waits 1 s before the first"
                + " restart; `initial: 0s` does not.")
        .table(
            List.of("", "seconds, median (least to most)", "by the engine's policy"),
            List.of(
                row("Helyos, `backoff: {initial: 0s}`", atOnce),
                row("Helyos, default back-off", backingOff),
                row("`docker run --restart always`", policy)))
        .target(
            "with `initial: 0s` no slower than the engine's own policy, by the median",
            atOnce.by(policy).median() <= WANTED)
        .noise(policy);
  }

  private List<String> row(String name, Samples seconds) {
    return Report.cells(name, seconds.text(2), seconds.by(policy).text(2));
  }
}
