package io.helyos.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.daemon.harness.Programs.Ended;
import io.helyos.model.EntityId;
import io.helyos.model.journal.EncodedEvent;
import io.helyos.model.journal.FeedRow;
import io.helyos.model.journal.Recorded;
import io.helyos.model.project.ProjectEvent;
import io.helyos.persistence.archive.ArchiveWriter;
import io.helyos.persistence.serialization.JacksonCodec;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is told of a journal that no daemon runs on.
class InspectTest {
  private static final EntityId SHOP = EntityId.project("shop");
  private static final EntityId BANK = EntityId.project("bank");
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path folder;
  private Path file = Path.of("journal.helyos");

  @BeforeEach
  void writeJournal() {
    file = folder.resolve("journal.helyos");
    var codec = new JacksonCodec();
    var created = codec.encode(new ProjectEvent.ProjectCreated("shop"));
    try (var archive = new ArchiveWriter(file)) {
      archive.add(row(1, SHOP, 1, created));
      archive.add(row(2, BANK, 1, codec.encode(new ProjectEvent.ProjectCreated("bank"))));
      archive.add(row(3, SHOP, 2, new EncodedEvent("project.beamed", 1, new byte[] {1, 2, 3})));
      archive.add(row(4, BANK, 2, codec.encode(new ProjectEvent.ProjectSuspended())));
      archive.add(row(5, SHOP, 3, new EncodedEvent("project.created", 7, created.bytes())));
      archive.add(row(6, SHOP, 4, new EncodedEvent("project.created", 1, new byte[] {9})));
      archive.finish();
    }
  }

  private static FeedRow row(long offset, EntityId entity, long sequence, EncodedEvent event) {
    var time = NOON.plusSeconds(offset);
    var hash = new byte[] {(byte) 0xab, (byte) offset};
    return new FeedRow(
        offset,
        entity,
        sequence,
        new Recorded(
            event.bytes(),
            event.type(),
            event.version(),
            time,
            "alpha",
            "c0ffee",
            "ann",
            sequence == 1 ? "" : entity + "@1",
            "",
            "",
            hash));
  }

  private static Ended inspect(String... arguments) {
    var words = new ArrayList<>(List.of("journal", "inspect"));
    words.addAll(List.of(arguments));
    var all = words.toArray(String[]::new);
    var output = new StringWriter();
    var writer = new PrintWriter(output, true);
    var code = HelyosDaemon.command(all, Map.of()).setOut(writer).setErr(writer).execute(all);
    return new Ended(code, output.toString());
  }

  @Test
  void every_entity_has_its_head_and_what_cannot_be_read_is_named() {
    var told = inspect(file.toString());
    assertThat(told.code()).as(told.output()).isZero();
    var lines = told.output().lines().toList();
    assertThat(lines.get(1).split(" +"))
        .containsExactly("project|bank", "2", "2026-03-01T12:00:04Z", "project.suspended", "ab04");
    assertThat(lines.get(2))
        .startsWith("project|shop ")
        .contains(" 4 ")
        .endsWith("ab06  set aside from 2 on");
    assertThat(lines.get(3)).isEqualTo("6 events of 2 entities.");
    assertThat(lines.subList(4, 7))
        .anyMatch(line ->
            line.startsWith("project.beamed cannot be read: 1, the first is project|shop@2."))
        .anyMatch(line ->
            line.startsWith("project.created/7 cannot be read: 1, the first is project|shop@3."))
        .anyMatch(line ->
            line.startsWith("project.created cannot be read: 1, the first is project|shop@4."));
  }

  @Test
  void the_events_of_one_entity_are_told_in_full() {
    var told = inspect(file.toString(), "--entity", "project/bank");
    assertThat(told.code()).as(told.output()).isZero();
    assertThat(told.output().lines())
        .containsExactly(
            "project|bank@1  2026-03-01T12:00:02Z  project.created",
            "  offset 2, by ann, written by alpha",
            "  change c0ffee, cause none: it was commanded",
            "  hash ab02",
            "  {\"name\":\"bank\"}",
            "project|bank@2  2026-03-01T12:00:04Z  project.suspended",
            "  offset 4, by ann, written by alpha",
            "  change c0ffee, cause project|bank@1",
            "  hash ab04",
            "  {}");
  }

  @Test
  void an_event_that_cannot_be_read_hides_none_behind_it() {
    assertThat(inspect(file.toString(), "--entity", "project|shop").output())
        .contains("project|shop@2", "cannot be read, 3 bytes: Expected an event type of this build")
        .contains("project|shop@4", "cannot be read, 1 bytes: Expected a ProjectCreated");
  }

  @Test
  void nothing_is_changed() throws IOException {
    var before = Files.readAllBytes(file);
    inspect(file.toString());
    inspect(file.toString(), "--entity", "project|shop");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void who_asks_for_what_is_not_there_is_told_so() {
    var nobody = inspect(file.toString(), "--entity", "pod|shop-api-0");
    assertThat(nobody.code()).isNotZero();
    assertThat(nobody.output()).contains("Expected events of pod|shop-api-0, found none");
    var nonsense = inspect(file.toString(), "--entity", "shoe");
    assertThat(nonsense.code()).isNotZero();
    assertThat(nonsense.output()).contains("Expected --entity to be like pod|shop-api-0");
  }
}
