package io.helyos.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The engine's own word on what happened when. It is the one clock by which everybody is judged.
final class EngineEvents implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /// Something that happened to a container.
  ///
  /// @param nanos since the epoch, by the engine
  record Seen(String action, String container, long nanos) {
    double seconds() {
      return nanos / 1e9;
    }
  }

  private final EngineLane lane;
  private final List<Seen> seen = new CopyOnWriteArrayList<>();

  EngineEvents(Path socket, String path) throws IOException {
    lane = new EngineLane(socket);
    lane.open(path);
    Thread.ofVirtual().start(this::read);
  }

  private void read() {
    try {
      for (var event = lane.next(); !event.isNull(); event = lane.next()) take(event);
    } catch (IOException closed) {
      // By us: the benchmark is over.
    }
  }

  private void take(JsonNode event) {
    seen.add(
        new Seen(
            event.path("Action").asText(),
            event.path("Actor").path("ID").asText(),
            event.path("timeNano").asLong()));
  }

  /// Waits for so many events of a kind and returns them; forgets everything before.
  List<Seen> await(String action, int count) throws Exception {
    Processes.await(
        "%d times %s".formatted(count, action),
        PATIENCE,
        Duration.ofMillis(10),
        () -> of(action).size() >= count);
    var found = of(action);
    seen.clear();
    return found;
  }

  private List<Seen> of(String action) {
    return seen.stream().filter(event -> event.action().equals(action)).toList();
  }

  void forget() {
    seen.clear();
  }

  @Override
  public void close() throws IOException {
    lane.close();
  }
}
