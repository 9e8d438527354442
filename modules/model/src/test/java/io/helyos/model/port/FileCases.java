package io.helyos.model.port;

import static io.helyos.model.port.Workbench.assertFails;
import static io.helyos.model.port.Workbench.done;
import static io.helyos.model.port.Workbench.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.port.RuntimeFailure.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

interface FileCases extends EngineUnderTest {
  private static Flow.Publisher<byte[]> published(byte[] archive) {
    return subscriber -> {
      var publisher = new SubmissionPublisher<byte[]>();
      publisher.subscribe(subscriber);
      Thread.ofVirtual()
          .start(() -> {
            for (var from = 0; from < archive.length; from += 10_000) {
              publisher.submit(
                  Arrays.copyOfRange(archive, from, Math.min(archive.length, from + 10_000)));
            }
            publisher.close();
          });
    };
  }

  private CompletionStage<Void> write(String container, String directory, byte[] archive) {
    return runtime().writeFiles(container, directory, published(archive));
  }

  private SequencedMap<String, byte[]> read(String container, String path) {
    var pieces = Recorder.of(done(runtime().readFiles(container, path))).awaitCompletion();
    assertThat(pieces).allMatch(piece -> piece.length <= 64 * 1024);
    return Tars.read(pieces);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  default void a_file_that_was_written_is_read_back() {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    done(write(id, "/tmp", Tars.ofText("a.txt", "Grüße")));
    var found = read(id, "/tmp/a.txt");
    assertThat(found).containsOnlyKeys("a.txt");
    assertThat(text(found.firstEntry().getValue())).isEqualTo("Grüße");
  }

  @Test
  default void a_directory_is_read_with_all_that_is_in_it() {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    var one = "1".getBytes(StandardCharsets.UTF_8);
    var files = Map.of("d/", new byte[0], "d/one", one, "d/e/", new byte[0], "d/e/empty", one);
    done(write(id, "/tmp", Tars.of(files)));
    assertThat(read(id, "/tmp/d")).containsOnlyKeys("d/", "d/one", "d/e/", "d/e/empty");
    assertThat(read(id, "/tmp/d/e/")).containsKey("e/empty");
  }

  @Test
  default void what_is_written_again_replaces_what_was_there() {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    done(write(id, "/tmp", Tars.ofText("a", "the longer one")));
    done(write(id, "/tmp", Tars.ofText("a", "short")));
    assertThat(text(read(id, "/tmp/a").firstEntry().getValue())).isEqualTo("short");
  }

  @Test
  default void a_large_file_comes_through_whole_both_ways() {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    var bytes = new byte[5_000_000];
    new Random(1).nextBytes(bytes);
    done(write(id, "/tmp", Tars.of(Map.of("large", bytes))));
    assertThat(read(id, "/tmp/large").firstEntry().getValue()).isEqualTo(bytes);
  }

  @Test
  default void what_is_not_there_is_not_read() {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    assertFails(runtime().readFiles(id, "/no/such/file"), Kind.NOT_FOUND);
    assertFails(runtime().readFiles(bench().newName(), "/tmp"), Kind.NOT_FOUND);
  }

  @Test
  default void an_archive_that_cannot_be_unpacked_is_not_asked_for() {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    var fixed = bench().run(bench().draft(Program.RUN_UNTIL_TERM).readonlyRootfs().done());
    done(write(id, "/tmp", Tars.ofText("file", "")));
    var asked = new AtomicBoolean();
    Flow.Publisher<byte[]> unheard = _ -> asked.set(true);
    assertFails(runtime().writeFiles(id, "/no/such/directory", unheard), Kind.NOT_FOUND);
    assertFails(runtime().writeFiles(bench().newName(), "/tmp", unheard), Kind.NOT_FOUND);
    assertFails(runtime().writeFiles(id, "/tmp/file", unheard), Kind.INVALID);
    assertFails(runtime().writeFiles(fixed, "/tmp", unheard), Kind.INVALID);
    assertThat(asked).isFalse();
  }

  @Test
  default void an_archive_that_breaks_off_is_a_failure() {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    Flow.Publisher<byte[]> breaking =
        subscriber -> {
          var publisher = new SubmissionPublisher<byte[]>();
          publisher.subscribe(subscriber);
          publisher.submit(Arrays.copyOf(Tars.ofText("half", "x".repeat(1000)), 700));
          publisher.closeExceptionally(new IOException("hung up"));
        };
    assertThat(failure(runtime().writeFiles(id, "/tmp", breaking)).getMessage()).isNotBlank();
  }

  @Test
  default void a_reader_who_has_seen_enough_may_go() {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    done(write(id, "/tmp", Tars.of(Map.of("large", new byte[5_000_000]))));
    var reader = Recorder.of(done(runtime().readFiles(id, "/tmp/large")), 1);
    reader.awaitItems(1);
    reader.cancel();
    assertThat(read(id, "/tmp/large")).containsOnlyKeys("large");
  }
}
