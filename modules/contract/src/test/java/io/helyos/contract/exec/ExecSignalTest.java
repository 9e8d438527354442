package io.helyos.contract.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExecSignalTest {
  @Test
  void signals_have_the_form_that_the_reference_shows() {
    assertThat(new ExecSignal.Resize(80, 24).json())
        .isEqualTo("{\"type\":\"resize\",\"columns\":80,\"rows\":24}");
    assertThat(new ExecSignal.InputEnd().json()).isEqualTo("{\"type\":\"input-end\"}");
    assertThat(new ExecSignal.Exit(3).json()).isEqualTo("{\"type\":\"exit\",\"code\":3}");
    assertThat(new ExecSignal.Failure("gone").json())
        .isEqualTo("{\"type\":\"failure\",\"error\":\"gone\"}");
  }

  @Test
  void what_is_written_is_read() {
    var resize = new ExecSignal.Resize(80, 24);
    assertThat(ExecSignal.read(resize.json())).isEqualTo(resize);
    assertThat(ExecSignal.read("{\"type\":\"exit\",\"code\":0,\"more\":1}"))
        .isEqualTo(new ExecSignal.Exit(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "{\"type\":\"dance\"}", "{\"type\":\"exit\"}"})
  void anything_else_is_refused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExecSignal.read(text))
        .withMessageStartingWith("Expected a signal");
  }

  @Test
  void channels_have_the_numbers_of_a_programs_files() {
    assertThat(ExecChannel.of((byte) 0)).contains(ExecChannel.STDIN);
    assertThat(ExecChannel.of((byte) 2)).contains(ExecChannel.STDERR);
    assertThat(ExecChannel.of((byte) 3)).isEmpty();
    assertThat(ExecChannel.of((byte) -1)).isEmpty();
    assertThat(ExecChannel.STDOUT.number()).isEqualTo((byte) 1);
  }
}
