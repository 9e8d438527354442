package io.helyos.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.helyos.model.port.RuntimeFailure.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Files out of pods and into them.
@Timeout(60)
class FilesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String FILES = "/api/v1/pods/helyos-shop-api-0/files";
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private RunningApi api;

  @BeforeEach
  void start() {
    api = RunningApi.start();
    api.deploy(Specs.yaml("shop", "api", 1));
    Specs.running(api.core, 0);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private List<JsonNode> events(String type) {
    var all = api.get("/api/v1/pods/helyos-shop-api-0/events?tail=100").expect(200).json();
    return all.findParents("type").stream()
        .filter(event -> event.path("type").asText().equals(type))
        .toList();
  }

  private JsonNode end() {
    await().atMost(PATIENCE).until(() -> !events("CopyClosed").isEmpty());
    assertThat(events("CopyClosed")).hasSize(1);
    return events("CopyClosed").getFirst();
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HTTP.send(
        request.header("Authorization", "Bearer " + api.token.whole()).build(),
        BodyHandlers.ofByteArray());
  }

  private HttpRequest.Builder at(String target) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + target));
  }

  private HttpResponse<byte[]> put(String target, byte[] archive, boolean asksFirst)
      throws IOException, InterruptedException {
    return send(
        at(target)
            .header("Content-Type", "application/x-tar")
            .expectContinue(asksFirst)
            .PUT(BodyPublishers.ofByteArray(archive)));
  }

  private static byte[] large() {
    var bytes = new byte[5_000_000];
    new Random(1).nextBytes(bytes);
    return bytes;
  }

  @Test
  void an_archive_reaches_the_directory_as_it_was_sent() throws Exception {
    for (var asksFirst : List.of(true, false)) {
      assertThat(put(FILES + "?path=/srv/data", large(), asksFirst).statusCode()).isEqualTo(204);
      assertThat(api.core.hands().files.remove("/srv/data")).isEqualTo(large());
    }
  }

  @Test
  void what_is_read_arrives_as_it_is() throws Exception {
    api.core.hands().files.put("/srv/data", large());
    var answer = send(at(FILES + "?path=/srv/data"));
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/x-tar");
    assertThat(answer.body()).isEqualTo(large());
  }

  @Test
  void opening_and_end_are_kept_in_the_pods_history() throws Exception {
    assertThat(put(FILES + "?path=/srv", new byte[2048], true).statusCode()).isEqualTo(204);
    var closed = end();
    var opened = events("CopyOpened").getFirst();
    assertThat(opened.path("author").asText()).isEqualTo("admin");
    assertThat(opened.path("message").asText()).isEqualTo("A user copies files into /srv.");
    assertThat(closed.path("message").asText()).isEqualTo("A user has copied 2048 bytes.");
    assertThat(closed.path("change")).isEqualTo(opened.path("change"));
  }

  @Test
  void what_breaks_off_does_not_look_whole() {
    api.core.hands().files.put("/srv", new byte[1000]);
    api.core.hands().breaks = true;
    assertThatThrownBy(() -> send(at(FILES + "?path=/srv"))).isInstanceOf(IOException.class);
    assertThat(end().path("message").asText()).contains("engine gone");
  }

  @Test
  void what_the_engine_refuses_is_a_problem_and_kept() throws Exception {
    api.core.hands().refuse(Kind.NOT_FOUND, "no such file");
    var answer = send(at(FILES + "?path=/nope"));
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("no such file");
    assertThat(end().path("message").asText()).contains("no such file");
  }

  @Test
  void who_sends_what_is_refused_hears_it() throws Exception {
    api.core.hands().refuse(Kind.INVALID, "it is read-only");
    for (var asksFirst : List.of(true, false)) {
      var answer = put(FILES + "?path=/srv", new byte[10_000], asksFirst);
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("it is read-only");
    }
  }

  @Test
  void a_pod_that_does_not_run_gives_and_takes_nothing() throws Exception {
    Specs.pending(api.core, 1);
    var target = "/api/v1/pods/helyos-shop-api-1/files?path=/srv";
    api.bad("GET", target, "").expect(409, "conflict");
    var answer = put(target, new byte[1024], true);
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("Pending");
  }

  @Test
  void senseless_requests_are_refused_before_anything_is_kept() throws Exception {
    for (var query : List.of("", "?path=", "?path=srv", "?path=/a%00b", "?file=/srv")) {
      api.bad("GET", FILES + query, "").expect(400);
    }
    api.bad("GET", "/api/v1/pods/none/files?path=/a", "").expect(404);
    api.bad("PUT", FILES + "?path=/srv", "a: b", "Content-Type", "application/yaml").expect(415);
    assertThat(events("CopyOpened")).isEmpty();
  }
}
