package io.helyos.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import io.helyos.model.port.RuntimeFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// The two ways to one engine: calls that are answered soon, with a bounded number of connections,
/// and streams, which may be silent for as long as they like.
final class EngineConnection implements AutoCloseable {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  private final DockerSettings settings;
  private final DockerClient calls;
  private final DockerClient streams;
  private final DockerHttpClient streamTransport;

  EngineConnection(DockerSettings settings) {
    this.settings = settings;
    var config = new ClientConfig(settings);
    // One more connection than lanes: a lane's last one may still be on its way back to the pool.
    var callTransport =
        transport(config)
            .maxConnections(settings.lanes() + 1)
            .responseTimeout(settings.answerTimeout())
            .build();
    this.streamTransport = transport(config).build();
    this.calls = DockerClientImpl.getInstance(config, callTransport);
    this.streams = DockerClientImpl.getInstance(config, streamTransport);
  }

  private static ZerodepDockerHttpClient.Builder transport(ClientConfig config) {
    var builder =
        new ZerodepDockerHttpClient.Builder()
            .dockerHost(config.getDockerHost())
            .connectionTimeout(CONNECT_TIMEOUT);
    return config.getSSLConfig() == null ? builder : builder.sslConfig(config.getSSLConfig());
  }

  DockerClient calls() {
    return calls;
  }

  /// For commands that stream through the library's own callbacks.
  DockerClient streams() {
    return streams;
  }

  /// Opens a stream that the caller reads and closes. Blocks until the engine's first answer.
  Response open(Request.Method method, String path) {
    return open(Request.builder().method(method).path(path).build());
  }

  /// The same for a request that says more, in JSON.
  Response open(Request.Method method, String path, byte[] json) {
    return open(method, path, "application/json", json);
  }

  private Response open(Request.Method method, String path, String type, byte[] body) {
    return open(
        Request.builder()
            .method(method)
            .path(path)
            .putHeader("Content-Type", type)
            .bodyBytes(body)
            .build());
  }

  /// Sends a tar archive, and answers what the engine says to it. Blocks until it has said it.
  String send(String path, byte[] archive) {
    try (var response = open(Request.Method.POST, path, "application/x-tar", archive)) {
      return new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new RuntimeFailure(
          RuntimeFailure.Kind.UNKNOWN_OUTCOME, "the engine's answer was cut off", e);
    }
  }

  /// Sends a tar archive as it comes, once the engine is ready to take it: what it can refuse
  /// without seeing it, it refuses before. Blocks until the engine has answered.
  Response put(String path, InputStream archive) {
    return open(
        Request.builder()
            .method(Request.Method.PUT)
            .path(path)
            .putHeader("Content-Type", "application/x-tar")
            .putHeader("Expect", "100-continue")
            .body(archive)
            .build());
  }

  /// Opens a stream in both directions. Blocks until the engine's first answer.
  HijackedStream hijack(String path, byte[] json) {
    return HijackedStream.open(settings, path, json);
  }

  private Response open(Request request) {
    Response response;
    try {
      response = streamTransport.execute(request);
    } catch (RuntimeException e) {
      throw Failures.translate(e);
    }
    if (response.getStatusCode() / 100 == 2) {
      return response;
    }
    try (response) {
      var body = new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8);
      throw Refusals.of(response.getStatusCode(), body, null);
    } catch (IOException e) {
      throw new RuntimeFailure(
          RuntimeFailure.Kind.UNKNOWN_OUTCOME, "the engine's answer was cut off", e);
    }
  }

  @Override
  public void close() {
    try (calls;
        streams) {
      // Both are closed, whatever becomes of the first.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
