package io.helyos.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.EntityId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whether the journal is what was written.
class AuditTest {
  private static final String VERIFY = "/api/v1/audit/verify";

  private final RunningApi api = RunningApi.start();

  @BeforeEach
  void write() {
    api.post("/api/v1/projects", "{\"name\": \"shop\"}").expect(201);
    api.post("/api/v1/projects/shop/suspend", "").expect(200);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private FakeFeed feed() {
    return (FakeFeed) api.core.feed();
  }

  @Test
  void a_whole_journal_tells_how_much_is_in_it() {
    var found = api.get(VERIFY).expect(200).json();
    assertThat(found.at("/whole").asBoolean()).isTrue();
    assertThat(found.at("/events").asInt()).isEqualTo(feed().rows().size());
    assertThat(found.at("/entities").asInt()).isEqualTo(2);
  }

  @Test
  void a_changed_event_is_named() {
    feed().tamper(rows -> rows.getLast().recorded().bytes()[0] ^= 1);
    var found = api.get(VERIFY).expect(200).json();
    assertThat(found.at("/whole").asBoolean()).isFalse();
    assertThat(found.at("/entity").asText()).isEqualTo(EntityId.project("shop").toString());
    assertThat(found.at("/sequence").asInt()).isEqualTo(2);
    api.get("/api/v1/audit/checkpoint").expect(409, "conflict");
  }

  @Test
  void a_checkpoint_shows_that_the_end_was_cut_off() {
    var checkpoint = api.get("/api/v1/audit/checkpoint").expect(200).json();
    assertThat(checkpoint.at("/key").asText())
        .isEqualTo(api.get("/api/v1/audit/key").expect(200).json().at("/key").asText());
    assertThat(api.post(VERIFY, checkpoint.toString()).expect(200).json().at("/whole").asBoolean())
        .isTrue();
    feed().tamper(rows -> rows.removeLast());
    assertThat(api.get(VERIFY).expect(200).json().at("/whole").asBoolean()).isTrue();
    var found = api.post(VERIFY, checkpoint.toString()).expect(200).json();
    assertThat(found.at("/whole").asBoolean()).isFalse();
    assertThat(found.at("/entity").asText()).isEqualTo(EntityId.project("shop").toString());
    assertThat(found.at("/sequence").asInt()).isEqualTo(2);
  }

  @Test
  void a_checkpoint_that_was_changed_is_refused() {
    var text = api.get("/api/v1/audit/checkpoint").expect(200).json().toString();
    var changed = text.replaceFirst("\"events\":\\d+", "\"events\":1");
    api.post(VERIFY, changed).expect(422, "invalid");
  }
}
