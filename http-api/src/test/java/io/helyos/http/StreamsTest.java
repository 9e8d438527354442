package io.helyos.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.helyos.model.EntityId;
import io.helyos.model.cluster.ClusterCommand;
import io.helyos.model.project.ProjectCommand;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Events as they happen.
@Timeout(60)
class StreamsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> FIELDS =
      Set.of(
          "timestamp",
          "kind",
          "name",
          "action",
          "message",
          "project",
          "offset",
          "entity",
          "sequence",
          "time",
          "node",
          "change",
          "author",
          "cause",
          "type",
          "data");
  private RunningApi api;

  @BeforeEach
  void start() {
    api = RunningApi.start();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private void project(String name) {
    api.core.tell(EntityId.project(name), new ProjectCommand.Create(name));
  }

  /// The next frame, without comments.
  private static List<String> frame(Iterator<String> lines) {
    var frame = new ArrayList<String>();
    while (true) {
      var line = lines.next();
      if (line.isEmpty() && !frame.isEmpty()) return frame;
      if (!line.isEmpty() && !line.startsWith(":")) frame.add(line);
    }
  }

  private static JsonNode event(Iterator<String> lines) throws Exception {
    return JSON.readTree(frame(lines).getFirst().substring("data: ".length()));
  }

  @Test
  void a_stream_begins_now_and_its_frames_begin_with_data() throws Exception {
    project("before");
    try (var stream = api.stream("/api/v1/events")) {
      var lines = stream.iterator();
      assertThat(lines.next()).startsWith(":");
      project("after");
      var frame = frame(lines);
      assertThat(frame.get(0)).startsWith("data: {");
      assertThat(frame).contains("id: 4", "event: ProjectCreated");
      var event = JSON.readTree(frame.getFirst().substring(6));
      assertThat(event.propertyStream().map(java.util.Map.Entry::getKey))
          .containsExactlyInAnyOrderElementsOf(FIELDS);
      assertThat(event.at("/name").asText()).isEqualTo("after");
      assertThat(event.at("/kind").asText()).isEqualTo("project");
      assertThat(event.at("/project").asText()).isEqualTo("after");
      assertThat(event.at("/action").asText()).isEqualTo("created");
      assertThat(event.at("/time").asText()).isEqualTo(event.at("/timestamp").asText());
    }
  }

  @Test
  void a_client_that_comes_back_misses_nothing() throws Exception {
    project("a");
    project("b");
    try (var stream = api.stream("/api/v1/events?after=0", "Last-Event-ID", "2")) {
      var lines = stream.iterator();
      assertThat(event(lines).at("/offset").asLong()).isEqualTo(3);
      assertThat(event(lines).at("/offset").asLong()).isEqualTo(4);
      project("c");
      assertThat(event(lines).at("/offset").asLong()).isEqualTo(5);
    }
  }

  @Test
  void a_stream_can_begin_at_a_time_that_is_past() throws Exception {
    project("early");
    var between = Instant.now();
    var late = api.post("/api/v1/projects", "{\"name\": \"late\"}").header("Helyos-Change");
    for (var since : List.of(between.toString(), late)) {
      try (var stream = api.stream("/api/v1/events?since=" + since)) {
        var lines = stream.iterator();
        assertThat(event(lines).at("/name").asText()).as(since).isEqualTo("late");
      }
    }
    try (var stream = api.stream("/api/v1/events?since=1h%20ago&type=ProjectCreated")) {
      var lines = stream.iterator();
      assertThat(event(lines).at("/name").asText()).isEqualTo("early");
      assertThat(event(lines).at("/name").asText()).isEqualTo("late");
      project("now");
      assertThat(event(lines).at("/name").asText()).isEqualTo("now");
    }
  }

  @Test
  void the_place_of_a_client_that_comes_back_wins_over_the_time() throws Exception {
    project("a");
    var later = "/api/v1/events?since=2999-01-01T00:00:00Z";
    try (var stream = api.stream(later, "Last-Event-ID", "2")) {
      assertThat(event(stream.iterator()).at("/name").asText()).isEqualTo("a");
    }
  }

  @Test
  void a_time_that_is_none_is_refused() {
    api.get("/api/v1/events?since=yesterday").expect(400, "bad-request");
    api.get("/api/v1/events?since=" + "0".repeat(26)).expect(404, "not-found");
  }

  @Test
  void a_long_past_and_the_present_join_without_a_gap() throws Exception {
    for (var i = 0; i < 1_200; i++) project("p" + i);
    try (var stream = api.stream("/api/v1/events?after=0")) {
      var lines = stream.iterator();
      for (var offset = 1; offset <= 1_202; offset++) {
        assertThat(event(lines).at("/offset").asLong()).isEqualTo(offset);
        if (offset == 600) project("meanwhile");
      }
      project("at-last");
      assertThat(event(lines).at("/name").asText()).isEqualTo("meanwhile");
      assertThat(event(lines).at("/name").asText()).isEqualTo("at-last");
    }
  }

  @Test
  void filters_let_through_what_was_asked_for() throws Exception {
    Specs.register(api.core, "one");
    api.deploy(Specs.yaml("shop", "api", 2));
    api.deploy(Specs.yaml("blog", "api", 1));
    Specs.running(api.core, 0);
    assertFirst("project=blog", "deployment|blog-api Deployed", "project|blog ProjectCreated");
    assertFirst("deployment=api&project=shop&type=PodStarted", "pod|shop-api-0 PodStarted");
    assertFirst("pod=helyos-shop-api-0&type=PodStarted,PodPlaced", "pod|shop-api-0 PodPlaced");
    assertFirst(
        "node=one&type=PodStarted,NodeRegistered,Deployed",
        "node|one NodeRegistered",
        "pod|shop-api-0 PodStarted");
  }

  private void assertFirst(String query, String... expected) throws Exception {
    try (var stream = api.stream("/api/v1/events?after=0&" + query)) {
      var lines = stream.iterator();
      for (var next : expected) {
        var event = event(lines);
        assertThat(event.at("/entity").asText() + " " + event.at("/type").asText()).isEqualTo(next);
      }
    }
  }

  @Test
  void an_event_tells_the_project_that_it_belongs_to() throws Exception {
    Specs.register(api.core, "one");
    api.deploy(Specs.yaml("shop", "api", 1));
    Specs.running(api.core, 0);
    try (var stream =
        api.stream("/api/v1/events?after=0&type=NodeRegistered,Deployed,PodStarted")) {
      var lines = stream.iterator();
      assertThat(event(lines).at("/project").asText()).isEmpty();
      for (var kind : List.of("deployment", "pod")) {
        var event = event(lines);
        assertThat(event.at("/kind").asText()).isEqualTo(kind);
        assertThat(event.at("/project").asText()).isEqualTo("shop");
      }
    }
  }

  @Test
  void nobody_reads_the_hash_of_a_token_out_of_its_event() throws Exception {
    try (var stream = api.stream("/api/v1/events?after=0&type=TokenIssued")) {
      var token = event(stream.iterator()).at("/data/token");
      assertThat(token.at("/name").asText()).isEqualTo("admin");
      assertThat(token.at("/id").asText()).isEqualTo(api.token.id());
      assertThat(token.has("hash")).isFalse();
    }
  }

  @Test
  void lines_of_json_come_by_accept() throws Exception {
    try (var stream = api.stream("/api/v1/events?after=0", "Accept", "application/x-ndjson")) {
      var line = stream.filter(l -> !l.isEmpty()).findFirst().orElseThrow();
      assertThat(JSON.readTree(line).at("/type").asText()).isEqualTo("ClusterFounded");
    }
  }

  @Test
  void a_silent_stream_sends_comments() {
    try (var stream = api.stream("/api/v1/events")) {
      assertThat(stream.filter(line -> line.startsWith(":")).limit(4).count()).isEqualTo(4);
    }
  }

  @Test
  void a_stream_ends_with_the_token_that_opened_it() {
    var secret = api.post("/api/v1/tokens", "{\"name\":\"ci\"}").json().at("/token").asText();
    try (var stream = api.stream("/api/v1/events", "Authorization", "Bearer " + secret)) {
      api.core.tell(EntityId.cluster(), new ClusterCommand.RevokeToken("ci"));
      assertThat(stream.filter(line -> line.startsWith("data")).count()).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void many_clients_share_one_reader_of_the_feed() throws Exception {
    try (var first = api.stream("/api/v1/events");
        var second = api.stream("/api/v1/events")) {
      project("a");
      assertThat(event(first.iterator()).at("/name").asText()).isEqualTo("a");
      assertThat(event(second.iterator()).at("/name").asText()).isEqualTo("a");
      assertThat(((FakeFeed) api.core.feed()).callbacks()).isEqualTo(1);
    }
  }

  @Test
  void a_reader_that_takes_nothing_is_cut_off_and_nobody_else() throws Exception {
    for (var i = 0; i < 3_000; i++) project("x".repeat(2_000) + i);
    try (var raw = new RawHttp(api.port());
        var other = api.stream("/api/v1/events")) {
      raw.send(
          "GET /api/v1/events?after=0 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
              + api.token.whole()
              + "\r\n\r\n");
      await().atMost(Duration.ofSeconds(40)).until(() -> isClosed(raw));
      project("for-the-other");
      assertThat(event(other.iterator()).at("/name").asText()).isEqualTo("for-the-other");
    }
  }

  private static boolean isClosed(RawHttp raw) {
    try {
      raw.send("x");
      return false;
    } catch (UncheckedIOException e) {
      return true;
    }
  }

  @Test
  void an_offset_that_cannot_be_is_refused() {
    api.get("/api/v1/events", "Last-Event-ID", "abc").expect(400, "bad-offset");
    api.get("/api/v1/events", "Last-Event-ID", "-1").expect(400, "bad-offset");
    api.get("/api/v1/events?after=1000").expect(400, "bad-offset");
  }
}
