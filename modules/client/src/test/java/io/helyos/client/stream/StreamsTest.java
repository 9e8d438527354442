package io.helyos.client.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helyos.client.HelyosClient;
import io.helyos.client.TestServer;
import io.helyos.client.failure.RequestRefused;
import io.helyos.client.http.Endpoint;
import io.helyos.client.stream.StreamNews.Disconnected;
import io.helyos.client.stream.StreamNews.Ended;
import io.helyos.client.stream.StreamNews.Happened;
import io.helyos.client.stream.StreamNews.Reconnected;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StreamsTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private static String frame(int offset) {
    return """
    data: {"timestamp":"2026-03-01T12:00:00Z","kind":"pod","name":"p","action":"started",\
    "message":"","offset":%d}
    id: %d

    """
        .formatted(offset, offset);
  }

  private static List<String> take(EventStream stream, int many) throws InterruptedException {
    var taken = new ArrayList<String>();
    while (taken.size() < many) {
      var news = stream.poll(LONG);
      if (news == null) throw new AssertionError("Nothing more than " + taken);
      taken.add(
          switch (news) {
            case Happened(var event) -> Long.toString(event.offset());
            case Disconnected _ -> "lost";
            case Reconnected(var complete) -> complete ? "again" : "gap";
            case Ended(var failure) -> failure.kind().toString();
          });
    }
    return taken;
  }

  private static HelyosClient client(TestServer server) {
    return HelyosClient.of(Endpoint.of(server.url()));
  }

  @Test
  void a_broken_stream_goes_on_after_the_last_event_and_drops_the_joint()
      throws InterruptedException {
    try (var server =
            new TestServer(
                TestServer.stream(frame(1) + frame(2) + "data: {\"off"),
                "",
                TestServer.stream(frame(2) + frame(3)));
        var stream = client(server).events(EventQuery.all())) {
      assertThat(take(stream, 5)).containsExactly("1", "2", "lost", "again", "3");
      assertThat(server.asked.getLast().header("last-event-id")).isEqualTo("2");
    }
  }

  @Test
  void without_an_event_yet_there_may_be_a_gap() throws InterruptedException {
    try (var server = new TestServer(TestServer.stream(":\n\n"), TestServer.stream(frame(9)));
        var stream = client(server).events(EventQuery.all())) {
      assertThat(take(stream, 3)).containsExactly("lost", "gap", "9");
    }
  }

  @Test
  void from_a_given_offset_there_is_none() throws InterruptedException {
    var query = EventQuery.ofProject(Optional.of("shop")).after(Optional.of(8L));
    try (var server = new TestServer(TestServer.stream(":\n\n"), TestServer.stream(frame(9)));
        var stream = client(server).events(query)) {
      assertThat(take(stream, 3)).containsExactly("lost", "again", "9");
      assertThat(server.asked.getLast().line())
          .isEqualTo("GET /api/v1/events?project=shop&after=8 HTTP/1.1");
    }
  }

  @Test
  void a_warning_of_missed_events_is_a_gap() throws InterruptedException {
    try (var server =
            new TestServer(TestServer.stream("data: {\"warning\":\"missed 3 events\"}\n\n"));
        var stream = client(server).events(EventQuery.all())) {
      assertThat(take(stream, 1)).containsExactly("gap");
    }
  }

  @Test
  void a_refusal_ends_it() throws InterruptedException {
    var refusal = TestServer.json(401, "{\"error\":\"revoked\"}");
    try (var server = new TestServer(TestServer.stream(frame(1)), refusal);
        var stream = client(server).events(EventQuery.all())) {
      assertThat(take(stream, 3)).containsExactly("1", "lost", "NOT_ALLOWED");
    }
    try (var server = new TestServer(refusal)) {
      assertThatThrownBy(() -> client(server).events(EventQuery.all()))
          .isInstanceOf(RequestRefused.class);
    }
  }

  private static String line(String pod, int second, String text) {
    return "data: %s\nid: %s@2026-03-01T12:00:%02dZ;%s\n\n".formatted(text, pod, second, text);
  }

  /// A stream that breaks off after these frames.
  private static String cut(String frames) {
    return TestServer.stream("").replace("Connection: close", "Content-Length: 10000") + frames;
  }

  @Test
  void lines_are_never_dropped_however_their_times_lie() {
    var frames = line("a", 5, "one") + line("a", 4, "two") + line("a", 4, "three");
    try (var server = new TestServer(TestServer.stream(frames));
        var logs = client(server).logs(LogQuery.of("shop", "api"))) {
      assertThat(texts(logs)).containsExactly("one", "two", "three");
    }
  }

  @Test
  void a_line_tells_its_pod_and_time() {
    try (var server = new TestServer(TestServer.stream(line("a", 5, "one")));
        var logs = client(server).logs(LogQuery.of(new LogQuery.OfPod("a")))) {
      var time = Optional.of(Instant.parse("2026-03-01T12:00:05Z"));
      assertThat(logs.next()).isEqualTo(new LogEntry("a", time, "one"));
      assertThat(server.asked.getFirst().line())
          .isEqualTo("GET /api/v1/pods/a/logs?follow=true HTTP/1.1");
    }
  }

  @Test
  void a_reader_goes_on_after_the_last_whole_line() {
    var query = LogQuery.of("shop", "api").last(Optional.of(9L));
    try (var server =
            new TestServer(
                cut(line("a", 1, "one") + line("b", 2, "two") + "data: thr"),
                "",
                TestServer.json(503, "{\"error\":\"starting\"}"),
                TestServer.stream(line("a", 3, "three")));
        var logs = client(server).logs(query)) {
      assertThat(texts(logs)).containsExactly("one", "two", "three");
      var again = server.asked.getLast();
      assertThat(again.line()).isEqualTo(server.asked.getFirst().line()).contains("tail=9");
      assertThat(again.header("last-event-id")).isEqualTo("b@2026-03-01T12:00:02Z;two");
    }
  }

  @Test
  void a_place_without_a_line_is_a_place_too() {
    try (var server =
            new TestServer(cut("id: ;here\n\nid: ;half"), TestServer.stream(line("a", 1, "one")));
        var logs = client(server).logs(LogQuery.of("shop", "api"))) {
      assertThat(texts(logs)).containsExactly("one");
      assertThat(server.asked.getLast().header("last-event-id")).isEqualTo(";here");
    }
  }

  @Test
  void a_deployment_that_is_gone_after_a_break_is_the_end() {
    try (var server =
            new TestServer(
                cut(line("a", 1, "one")), TestServer.json(404, "{\"error\":\"no such thing\"}"));
        var logs = client(server).logs(LogQuery.of("shop", "api"))) {
      assertThat(texts(logs)).containsExactly("one");
    }
  }

  private static List<String> texts(LogStream logs) {
    var texts = new ArrayList<String>();
    for (var entry = logs.next(); entry != null; entry = logs.next()) texts.add(entry.text());
    return texts;
  }
}
