package io.helyos.load;

import io.helyos.client.HelyosClient;
import io.helyos.contract.resource.RolloutState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Ten pods behind a plain proxy that follows their endpoints, under steady traffic, while all of
/// them are replaced three times: by a rolling update, a rollback and a restart.
final class Traffic implements Benchmark {
  private static final int REPLICAS = 10;
  private static final int PER_SECOND = 200;
  private static final int LEAST = 10_000;
  private static final String NAME = "traffic";
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration CALM = Pace.of(Duration.ofSeconds(10));

  private final Engine engine = new Engine();
  private final List<List<String>> rows = new ArrayList<>();
  private final List<SteadyRequests.Asked> all = new ArrayList<>();

  @Override
  public String title() {
    return "Traffic through rollouts";
  }

  @Override
  public void run(Report report) throws Exception {
    engine.removeAll();
    try (var daemon = Daemon.start()) {
      daemon.deploy(spec(1));
      awaitCompleted(daemon.client());
      try (var proxy = FollowingProxy.before(daemon.client().endpoint(), Workload.PROJECT, NAME)) {
        drive(daemon, proxy.port());
      }
      daemon.client().delete(Workload.PROJECT, NAME);
      Processes.await("no container", PATIENCE, POLL, () -> engine.containers().isEmpty());
    } finally {
      engine.removeAll();
    }
    tell(report);
  }

  private interface Step {
    void take() throws Exception;
  }

  private void drive(Daemon daemon, int port) throws Exception {
    var client = daemon.client();
    try (var requests = new SteadyRequests(port, PER_SECOND)) {
      phase("before", requests, () -> Thread.sleep(CALM));
      phase("rolling update", requests, () -> rollOut(client, () -> daemon.deploy(spec(2))));
      phase(
          "rollback",
          requests,
          () ->
              rollOut(
                  client, () -> client.rollouts().back(Workload.PROJECT, NAME, Optional.empty())));
      phase(
          "restart",
          requests,
          () -> rollOut(client, () -> client.rollouts().restart(Workload.PROJECT, NAME)));
      phase("after", requests, () -> Thread.sleep(CALM));
    }
  }

  private static void rollOut(HelyosClient client, Step begin) throws Exception {
    begin.take();
    awaitCompleted(client);
  }

  /// Also until the pods beyond the replicas are gone: they have had traffic too.
  private static void awaitCompleted(HelyosClient client) throws Exception {
    Processes.await(
        "a completed rollout",
        PATIENCE,
        POLL,
        () -> {
          var rollout = client.rollouts().of(Workload.PROJECT, NAME);
          return rollout.state() == RolloutState.COMPLETED
              && rollout.surge() == 0
              && rollout.available() == REPLICAS;
        });
  }

  private void phase(String name, SteadyRequests requests, Step step) throws Exception {
    requests.take();
    var begun = System.nanoTime();
    step.take();
    var asked = requests.take();
    all.addAll(asked);
    var times = new Samples();
    asked.forEach(request -> times.add(request.milliseconds()));
    rows.add(
        Report.cells(
            name,
            "%.1f s".formatted((System.nanoTime() - begun) / 1e9),
            asked.size(),
            asked.stream().filter(SteadyRequests.Asked::failed).count(),
            "%.1f ms".formatted(times.median()),
            "%.1f ms".formatted(times.percentile(0.99))));
  }

  private static String spec(int version) {
    return """
    project: %s
    deployment: {name: %s}
    image: %s
    pull: never
    replicas: %d
    command: [/bin/httpd, -f, -p, '80', -h, /www]
    env: {VERSION: '%d'}
    ports: [80]
    readiness: {path: /, interval: 1s}
    stop: {drain: 2s}
    update: {maxSurge: 2}
    """
        .formatted(Workload.PROJECT, NAME, Workload.IMAGE, REPLICAS, version);
  }

  private void tell(Report report) throws Exception {
    var failures =
        all.stream().filter(SteadyRequests.Asked::failed).map(SteadyRequests.Asked::failure);
    var kinds = failures.distinct().limit(5).toList();
    report
        .paragraph(
            ("%d pods with `stop: {drain: 2s}` and `update: {maxSurge: 2}` behind HAProxy, which"
                    + " `examples/haproxy/follow` configures from the endpoints route; it tries"
                    + " nothing again. %d requests each second, each on a connection of its own."
                    + " Docker %s.")
                .formatted(REPLICAS, PER_SECOND, engine.version()))
        .table(List.of("", "time", "requests", "failed", "median", "99 %"), rows);
    if (!kinds.isEmpty()) report.paragraph("Failures: " + kinds);
    Pace.tell(report);
    report.target(
        "0 of at least %d requests failed; there were %d".formatted(LEAST, all.size()),
        all.size() >= LEAST && kinds.isEmpty());
  }
}
