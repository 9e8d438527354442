package io.helyos.contract.spec.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> WORDS =
      List.of("replicas", "image", "env", "ports", "command", "args", "readonly");

  @ParameterizedTest
  @CsvSource({
    "replcas,replicas", "Replicas,replicas", "REPLICA,replicas", "relpicas,replicas", "evn,env",
    "prots,ports", "comand,command", "readOnly,readonly", "imgae,image", "port,ports"
  })
  void a_slip_of_the_fingers_is_understood(String typed, String meant) {
    assertThat(Nearest.to(typed, WORDS)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"x", "''", "sidecar", "en_vars", "gs", "replicationcount", "ab"})
  void what_resembles_nothing_is_not_guessed_at(String typed) {
    assertThat(Nearest.to(typed, WORDS)).isEmpty();
  }

  @Test
  void a_swap_of_neighbours_is_one_edit() {
    assertThat(Nearest.distance("image", "imgae")).isEqualTo(1);
    assertThat(Nearest.distance("", "abc")).isEqualTo(3);
    assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
  }

  @Test
  void a_quoted_text_is_short_and_harmless_to_a_terminal() {
    assertThat(Quote.of("a\u001b[31m\u202e\nb")).isEqualTo("'a\\u{1b}[31m\\u{202e}\\u{a}b'");
    assertThat(Quote.of("x".repeat(100))).isEqualTo("'" + "x".repeat(60) + "...'");
    assertThat(Quote.of("é😀")).isEqualTo("'é😀'");
  }
}
