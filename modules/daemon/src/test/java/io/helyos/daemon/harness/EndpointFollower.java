package io.helyos.daemon.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// A proxy's knowledge of a deployment, and nothing else of a proxy: the host ports of the pods
/// that are ready, as the stream of endpoints tells it.
public final class EndpointFollower implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DATA = "data: ";

  private final CompletableFuture<Stream<String>> stream;
  private volatile List<Integer> ready = List.of();

  private EndpointFollower(CompletableFuture<Stream<String>> stream) {
    this.stream = stream;
  }

  static EndpointFollower of(CompletableFuture<Stream<String>> stream) {
    var follower = new EndpointFollower(stream);
    Thread.ofVirtual()
        .start(() -> stream.join().filter(line -> line.startsWith(DATA)).forEach(follower::take));
    return follower;
  }

  private void take(String line) {
    try {
      var endpoints = JSON.readTree(line.substring(DATA.length()));
      ready =
          StreamSupport.stream(endpoints.spliterator(), false)
              .filter(endpoint -> endpoint.get("ready").asBoolean())
              .map(endpoint -> endpoint.get("port"))
              .map(JsonNode::asInt)
              .toList();
    } catch (JsonProcessingException e) {
      throw new AssertionError("Expected endpoints, found " + line, e);
    }
  }

  /// Where new traffic may go now.
  public List<Integer> ready() {
    return ready;
  }

  @Override
  public void close() {
    var _ = stream.thenAccept(Stream::close);
  }
}
