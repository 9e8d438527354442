package io.helyos.model.port;

import static io.helyos.model.port.Workbench.assertFails;
import static io.helyos.model.port.Workbench.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.helyos.model.port.RuntimeFailure.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

interface ConversationCases extends EngineUnderTest {
  private ExecRequest request(Program program) {
    return ExecRequest.of(command(program));
  }

  private CompletionStage<ExecSession> open(String container, ExecRequest request) {
    return runtime().openExec(container, request);
  }

  private static Recorder<ExecPiece> listen(ExecSession session) {
    return Recorder.of(session.output());
  }

  private static String said(Recorder<ExecPiece> heard, boolean stderr) {
    var all = new ByteArrayOutputStream();
    heard.items().stream()
        .filter(piece -> piece.stderr() == stderr)
        .forEach(piece -> all.writeBytes(piece.bytes()));
    return all.toString(StandardCharsets.UTF_8);
  }

  private static void awaitSaid(Recorder<ExecPiece> heard, String text) {
    await()
        .atMost(Workbench.PATIENCE)
        .untilAsserted(() -> assertThat(said(heard, false)).contains(text));
  }

  private static void say(ExecSession session, String text) {
    done(session.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  default void what_a_command_is_given_it_can_answer_before_there_is_more() {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    try (var session = done(open(id, request(Program.COPY_INPUT).withInput()))) {
      var heard = listen(session);
      say(session, "one\n");
      awaitSaid(heard, "one\n");
      say(session, "two\n");
      awaitSaid(heard, "one\ntwo\n");
      assertThat(heard.hasEnded()).isFalse();
      done(session.endInput());
      heard.awaitCompletion();
      assertThat(done(session.exitCode())).isZero();
    }
  }

  @Test
  default void a_long_input_comes_through_whole() {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    var chunk = new byte[50_000];
    Arrays.fill(chunk, (byte) 'x');
    try (var session = done(open(id, request(Program.COPY_INPUT).withInput()))) {
      var heard = listen(session);
      for (var i = 0; i < 40; i++) done(session.write(chunk));
      done(session.endInput());
      heard.awaitCompletion();
      assertThat(said(heard, false)).hasSize(2_000_000).containsOnlyOnce("x".repeat(2_000_000));
      assertThat(done(session.exitCode())).isZero();
    }
  }

  @Test
  default void a_command_without_an_input_finds_it_at_its_end() {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    try (var session = done(open(id, request(Program.COPY_INPUT)))) {
      listen(session).awaitCompletion();
      assertThat(done(session.exitCode())).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"EXIT_0, 0", "EXIT_3, 3", "KILLED, 137"})
  default void a_conversation_ends_with_the_commands_exit_code(Program program, int code) {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    try (var session = done(open(id, request(program)))) {
      listen(session).awaitCompletion();
      assertThat(done(session.exitCode())).isEqualTo(code);
    }
    assertThat(bench().inspect(id).isRunning()).isTrue();
  }

  @Test
  default void both_outputs_are_told_apart() {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    try (var session = done(open(id, request(Program.PRINT_BOTH)))) {
      var heard = listen(session);
      heard.awaitCompletion();
      assertThat(said(heard, false)).isEqualTo("out\n");
      assertThat(said(heard, true)).isEqualTo("err\n");
    }
  }

  @Test
  default void of_a_long_output_nothing_is_lost_to_a_reader_who_takes_his_time() {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    try (var session = done(open(id, request(Program.PRINT_MANY)))) {
      var heard = Recorder.of(session.output(), 1);
      await()
          .atMost(Workbench.PATIENCE)
          .until(() -> {
            heard.request(1);
            return heard.hasEnded();
          });
      assertThat(said(heard, false).lines())
          .hasSize(2000)
          .startsWith("line 0")
          .endsWith("line 1999");
    }
  }

  @Test
  default void a_terminal_has_the_size_that_it_was_last_given() {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    var request = request(Program.SAY_SIZE).withTerminal(new TerminalSize(100, 40));
    try (var session = done(open(id, request))) {
      var heard = listen(session);
      // The engine may make the terminal first and give it its size then.
      await()
          .atMost(Workbench.PATIENCE)
          .untilAsserted(() -> {
            say(session, "\n");
            assertThat(said(heard, false)).contains("40 100");
          });
      done(session.resize(new TerminalSize(120, 50)));
      say(session, "\n");
      awaitSaid(heard, "50 120");
    }
  }

  @Test
  default void on_a_terminal_both_outputs_are_one() {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    var request = request(Program.PRINT_BOTH).withTerminal(new TerminalSize(80, 24));
    try (var session = done(open(id, request))) {
      var heard = listen(session);
      heard.awaitCompletion();
      assertThat(said(heard, false)).contains("out").contains("err");
      assertThat(said(heard, true)).isEmpty();
    }
  }

  @Test
  default void a_command_gets_its_own_variables() {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    var request =
        new ExecRequest(
            command(Program.SAY_VARIABLE),
            false,
            false,
            Optional.empty(),
            Optional.empty(),
            Map.of("SIM_EXEC_PRINT", "Grüße"),
            Optional.empty());
    try (var session = done(open(id, request))) {
      var heard = listen(session);
      heard.awaitCompletion();
      assertThat(said(heard, false).strip()).isEqualTo("Grüße");
    }
  }

  @Test
  default void a_conversation_ends_with_its_container() {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    try (var session = done(open(id, request(Program.COPY_INPUT).withInput()))) {
      var heard = listen(session);
      say(session, "there\n");
      awaitSaid(heard, "there");
      bench().stop(id);
      heard.awaitEnd();
      // What is given to nobody is no mistake.
      say(session, "nobody\n");
    }
  }

  /// An engine says so at once, or as the last words of a process that never was.
  @Test
  default void a_command_that_cannot_be_executed_says_so() {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    var opening = open(id, request(Program.BAD_ENTRYPOINT)).toCompletableFuture();
    await().atMost(Workbench.PATIENCE).until(opening::isDone);
    if (opening.isCompletedExceptionally()) {
      assertFails(opening, Kind.INVALID);
      return;
    }
    try (var session = done(opening)) {
      var heard = listen(session);
      heard.awaitCompletion();
      assertThat(said(heard, false) + said(heard, true)).contains("no such file");
      assertThat(done(session.exitCode())).isGreaterThan(125);
    }
  }

  @Test
  default void nobody_talks_in_a_container_that_does_not_run() {
    var request = request(Program.EXIT_0);
    assertFails(open(bench().create(Program.RUN_UNTIL_TERM), request), Kind.INVALID);
    assertFails(open(bench().ran(Program.EXIT_0), request), Kind.INVALID);
    assertFails(open(bench().newName(), request), Kind.NOT_FOUND);
  }

  @Test
  default void nothing_is_said_without_a_command() {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    assertFails(open(id, ExecRequest.of(List.of())), Kind.INVALID);
  }
}
