package io.helyos.load;

import io.helyos.model.port.EngineProxy;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a daemon asks of its engine while nothing happens to its thirty pods, counted on a socket
/// between the two.
final class Idle implements Benchmark {
  private static final int REPLICAS = 30;
  private static final Duration SETTLING = Duration.ofSeconds(20);
  private static final Duration WINDOW = Duration.ofSeconds(60);
  private static final int MOST_LISTS = 6;
  private static final String LIST = "GET /containers/json";

  private final Engine engine = new Engine();

  @Override
  public String title() {
    return "An idle daemon";
  }

  @Override
  public void run(Report report) throws Exception {
    engine.removeAll();
    var folder = Files.createTempDirectory("helyos-idle");
    var socket = folder.resolve("engine.sock");
    try (var proxy = new EngineProxy(socket, engine.socket());
        var events = engine.events();
        var daemon = Daemon.start("--docker-host", "unix://" + socket)) {
      daemon.deploy(Workload.yaml("idle", REPLICAS));
      events.await("start", REPLICAS);
      Thread.sleep(SETTLING);
      measure(report, proxy, daemon);
    } finally {
      engine.removeAll();
      Processes.deleteTree(folder);
    }
  }

  private static void measure(Report report, EngineProxy proxy, Daemon daemon) throws Exception {
    var cpu = daemon.cpuSeconds();
    proxy.forgetRequests();
    Thread.sleep(WINDOW);
    var used = daemon.cpuSeconds() - cpu;
    Map<String, Long> counted =
        proxy.requests().stream()
            .collect(
                Collectors.groupingBy(
                    request -> request.method() + " " + request.path(),
                    TreeMap::new,
                    Collectors.counting()));
    var lists = counted.getOrDefault(LIST, 0L);
    var others = proxy.requests().size() - lists;
    report
        .paragraph(
            "Requests to the engine in %d s with %d pods that run and nothing to do, counted on a"
                    .formatted(WINDOW.toSeconds(), REPLICAS)
                + " socket between daemon and engine. The event stream was opened before.")
        .table(
            List.of("request", "times"),
            counted.entrySet().stream()
                .map(entry -> Report.cells("`" + entry.getKey() + "`", entry.getValue()))
                .toList())
        .paragraph(
            "CPU of the daemon meanwhile: %.2f s, %.1f %% of one core."
                .formatted(used, 100 * used / WINDOW.toSeconds()))
        .target(
            "at most one list in 10 s and no other request", lists <= MOST_LISTS && others == 0);
  }
}
