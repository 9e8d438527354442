package io.helyos.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helyos.model.EntityId;
import io.helyos.model.cluster.ClusterCommand;
import io.helyos.model.port.RuntimeFailure.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Files of a pod on another daemon's node: the bytes go from daemon to daemon.
@Timeout(60)
class FilesElsewhereTest {
  private static final String FILES = "/api/v1/pods/helyos-shop-api-0/files?path=/srv";
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private RunningApi asked;
  private RunningApi other;

  @BeforeEach
  void start() {
    asked = RunningApi.start();
    other = RunningApi.start();
    for (var api : List.of(asked, other)) {
      api.deploy(Specs.yaml("shop", "api", 1));
      Specs.running(api.core, 0);
    }
    var token = asked.token;
    other.core.tell(
        EntityId.cluster(),
        new ClusterCommand.IssueToken(token.id(), "visitor", token.hash(), Optional.empty()));
    asked.core.leaveEnginesTo("http://127.0.0.1:" + other.port());
  }

  @AfterEach
  void stop() {
    asked.close();
    other.close();
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HTTP.send(
        request.header("Authorization", "Bearer " + asked.token.whole()).build(),
        BodyHandlers.ofByteArray());
  }

  private HttpRequest.Builder request() {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + asked.port() + FILES));
  }

  private HttpRequest.Builder put(byte[] archive) {
    return request()
        .header("Content-Type", "application/x-tar")
        .expectContinue(true)
        .PUT(BodyPublishers.ofByteArray(archive));
  }

  private static byte[] large() {
    var bytes = new byte[5_000_000];
    new Random(1).nextBytes(bytes);
    return bytes;
  }

  @Test
  void they_go_both_ways() throws Exception {
    assertThat(send(put(large())).statusCode()).isEqualTo(204);
    assertThat(other.core.hands().files.get("/srv")).isEqualTo(large());
    assertThat(asked.core.hands().files).isEmpty();
    var read = send(request());
    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(read.body()).isEqualTo(large());
  }

  @Test
  void what_is_refused_there_is_told_here() throws Exception {
    other.core.hands().refuse(Kind.INVALID, "it is read-only");
    var answer = send(put(large()));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("it is read-only");
    assertThat(send(request()).statusCode()).isEqualTo(422);
  }

  @Test
  void what_breaks_off_there_does_not_look_whole_here() {
    other.core.hands().files.put("/srv", large());
    other.core.hands().breaks = true;
    assertThatThrownBy(() -> send(request())).isInstanceOf(IOException.class);
  }

  @Test
  void a_daemon_that_is_not_there_is_named() throws Exception {
    asked.core.leaveEnginesTo("http://127.0.0.1:1");
    assertThat(send(request()).statusCode()).isEqualTo(503);
    assertThat(send(put(new byte[1024])).statusCode()).isEqualTo(503);
  }
}
