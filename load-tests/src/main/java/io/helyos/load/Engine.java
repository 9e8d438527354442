package io.helyos.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A Docker engine, the machine's unless another is named, asked directly. Everything here concerns
/// only containers with the label of the benchmarks' project.
final class Engine {
  private static final String OURS = "{\"label\":[\"helyos.project=" + Workload.PROJECT + "\"]}";

  private final Path socket;

  Engine() {
    this(Path.of("/var/run/docker.sock"));
  }

  Engine(Path socket) {
    this.socket = socket;
  }

  Path socket() {
    return socket;
  }

  /// What is done with each of several things, on one of the lanes.
  interface Work<T> {
    void on(EngineLane lane, T thing) throws IOException;
  }

  /// Works on all things at once, on as many connections as there are lanes.
  <T> void inParallel(int lanes, List<T> things, Work<T> work)
      throws InterruptedException, ExecutionException {
    var waiting = new ConcurrentLinkedQueue<>(things);
    try (var threads = Executors.newFixedThreadPool(lanes)) {
      var done = new ArrayList<Future<?>>();
      for (var i = 0; i < lanes; i++) {
        done.add(
            threads.submit(() -> {
              try (var lane = new EngineLane(socket)) {
                for (var next = waiting.poll(); next != null; next = waiting.poll()) {
                  work.on(lane, next);
                }
              }
              return null;
            }));
      }
      for (var one : done) one.get();
    }
  }

  /// Ids of our containers, running or not.
  List<String> containers() throws IOException {
    try (var lane = new EngineLane(socket)) {
      var ids = new ArrayList<String>();
      lane.get("/containers/json?all=1&filters=" + encoded(OURS))
          .forEach(container -> ids.add(container.path("Id").asText()));
      return ids;
    }
  }

  JsonNode inspect(String container) throws IOException {
    try (var lane = new EngineLane(socket)) {
      return lane.get("/containers/" + container + "/json");
    }
  }

  void removeAll() throws Exception {
    inParallel(
        8,
        containers(),
        (lane, id) -> {
          try {
            lane.ask("DELETE", "/containers/" + id + "?force=1&v=1", "");
          } catch (IOException gone) {
            // Its owner was faster.
          }
        });
  }

  /// Our containers' starts and ends from now on.
  EngineEvents events() throws IOException {
    return new EngineEvents(socket, "/events?filters=" + encoded(OURS));
  }

  /// Where one kind of them is told, from now on.
  String eventsOf(String action) {
    var filters = OURS.replace("}", ",\"event\":[\"%s\"]}".formatted(action));
    return "/events?filters=" + encoded(filters);
  }

  String version() throws IOException {
    try (var lane = new EngineLane(socket)) {
      return lane.get("/version").path("Version").asText();
    }
  }

  static String encoded(String filters) {
    return URLEncoder.encode(filters, StandardCharsets.UTF_8);
  }
}
