package io.helyos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.cli.shell.StandardOut;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StandardOutTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /// What a command ends with that would have ended with this code.
  private int code(String failure, int code) {
    var out = new StandardOut(failing(failure));
    var printer = new PrintStream(out, false, StandardCharsets.UTF_8);
    printer.println("a line");
    printer.print('x');
    printer.flush();
    return out.exitCode(code, new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private static OutputStream failing(String failure) {
    return new OutputStream() {
      @Override
      public void write(int single) throws IOException {
        if (!failure.isEmpty()) throw new IOException(failure);
      }
    };
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void what_was_written_is_no_matter_for_the_code() {
    assertThat(code("", 0)).isZero();
    assertThat(code("", 3)).isEqualTo(3);
    assertThat(said()).isEmpty();
  }

  @Test
  void what_could_not_be_written_turns_success_into_failure() {
    assertThat(code("No space left on device", 0)).isEqualTo(1);
    assertThat(said())
        .isEqualTo(
            "error: Expected to write to standard output, found: No space left on device.\n");
    assertThat(code("No space left on device", 4)).isEqualTo(4);
  }

  @Test
  void a_reader_that_has_seen_enough_is_no_failure() {
    assertThat(code("Broken pipe", 0)).isZero();
    assertThat(said()).isEmpty();
  }
}
