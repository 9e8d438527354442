package io.helyos.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeTextTest {
  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "\u001b[31mred\u001b[0m,red",
        "a\u001b]8;;http://x\u0007b,ab",
        "a\u001b]0;title\u001b\\b,ab",
        "a\u001bPq#0\u001b\\b,ab",
        "a\u001bcb,ab",
        "a\u0007b\u0008c,abc",
        "a\u009b31mb,a31mb",
        "a\u202eb\u2066c\u200fd,abcd",
        "a\u2028b,a b",
        "\u001b[,''",
        "\u00e4\u00f6 \u65e5\u672c \ud83d\ude00,\u00e4\u00f6 \u65e5\u672c \ud83d\ude00"
      })
  void nothing_but_text_is_left(String evil, String plain) {
    assertThat(SafeText.line(evil)).isEqualTo(plain);
  }

  @Test
  void lines_stay_lines_only_where_they_may() {
    assertThat(SafeText.line("a\r\nb\nc\td")).isEqualTo("a b c d");
    assertThat(SafeText.lines("a\r\nb\nc\td")).isEqualTo("a\nb\nc d");
  }

  @ParameterizedTest
  @CsvSource({
    "-5, 0s",
    "0, 0s",
    "59, 59s",
    "60, 1m",
    "3599, 59m",
    "3600, 1h",
    "11700, 3h15m",
    "86400, 1d",
    "90000, 1d1h",
    "864000, 10d",
    "900000, 10d"
  })
  void ages_are_short(long seconds, String text) {
    assertThat(Ages.of(Duration.ofSeconds(seconds))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"deploi, deploy", "dpeloy, deploy", "ploy, deploy", "xyz, ''", "p, ''"})
  void the_nearest_word_is_near(String written, String meant) {
    var words = List.of("deploy", "pods", "scale");
    assertThat(Nearest.of(written, words).orElse("")).isEqualTo(meant);
  }
}
