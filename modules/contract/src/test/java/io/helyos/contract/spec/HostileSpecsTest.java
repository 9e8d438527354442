package io.helyos.contract.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileSpecsTest {
  /// Far beyond what any of these takes; quadratic work on the largest would not make it.
  private static final Duration LONG = Duration.ofSeconds(20);

  private static final String MARKS = "{}[]:,-?&*!|>'\"%@`#\\ \n\t";

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void no_mutation_of_a_spec_makes_the_reader_throw_or_hang(long seed) throws IOException {
    var random = new Random(seed);
    var whole = everything();
    assertTimeoutPreemptively(
        LONG,
        () -> {
          for (int i = 0; i < 500; i++) {
            var mutated = mutated(whole, random);
            assertThatCode(() -> SpecReader.read(mutated, Format.YAML))
                .as("seed %d, round %d", seed, i)
                .doesNotThrowAnyException();
          }
        });
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void no_garbage_makes_the_reader_throw_or_hang(Format format) {
    var random = new Random(7);
    var letters = "{}[]:,-?&*!|>'\"%@`#\\ \n\t0x9aZ~<.=\u0000\ufeff\ud83d\u2028";
    assertTimeoutPreemptively(
        LONG,
        () -> {
          for (int i = 0; i < 5_000; i++) {
            var text =
                IntStream.range(0, random.nextInt(60))
                    .mapToObj(
                        _ -> letters.substring(random.nextInt(letters.length())).substring(0, 1))
                    .collect(Collectors.joining());
            assertThat(SpecReader.read(text.getBytes(StandardCharsets.UTF_8), format))
                .as("round %d: %s", i, text)
                .isNotInstanceOf(SpecReading.Valid.class);
          }
        });
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void a_document_of_the_largest_size_is_refused_without_much_work(String name, String unit) {
    var bomb = unit.repeat(SpecReader.MAX_BYTES / unit.length()).getBytes(StandardCharsets.UTF_8);
    assertTimeoutPreemptively(
        LONG,
        () -> {
          assertThat(SpecReader.read(bomb, Format.YAML))
              .as(name)
              .isNotInstanceOf(SpecReading.Valid.class);
          assertThat(SpecReader.read(bomb, Format.JSON))
              .as(name)
              .isNotInstanceOf(SpecReading.Valid.class);
        });
  }

  static Stream<Arguments> bombs() {
    return Stream.of(
            "[",
            "{",
            "{a: ",
            "[{\"a\":",
            "- ",
            "? ",
            "a: ",
            "a:\n ",
            "[a,",
            "\"a\",",
            "{\"a\":1},",
            "a: 1\n",
            "a1: &a [*a]\n",
            "!",
            "&a ",
            "*a ",
            "\"",
            "'",
            "\\",
            "%a\n",
            "---\n",
            "#\n",
            "0",
            "9",
            "a",
            "a-",
            "a.",
            "a/",
            "é",
            "\t",
            "\n",
            "|\n",
            "<<: *a\n",
            "image: a/a\n")
        .map(unit -> Arguments.of("of " + unit, unit));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image: ",
        "env: ",
        "user: ",
        "hostname: ",
        "workdir: /",
        "restart: ",
        "expires: ",
        "replicas: ",
        "ports: [",
        "placement: {nodes: "
      })
  void a_huge_value_is_refused_without_much_work(String field) {
    assertTimeoutPreemptively(
        LONG,
        () -> {
          for (var unit : new String[] {"a", "1", "a.", "a-", "a/", "0.", "a:", "[", "::", "_a"}) {
            var text = field + '"' + unit.repeat(60_000 / unit.length()) + '"';
            assertThat(SpecReader.read(text.getBytes(StandardCharsets.UTF_8), Format.YAML))
                .isNotInstanceOf(SpecReading.Valid.class);
          }
        });
  }

  private static byte[] mutated(byte[] original, Random random) {
    var bytes = original.clone();
    for (int i = 0; i <= random.nextInt(8); i++) {
      var at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = (byte) MARKS.charAt(random.nextInt(MARKS.length()));
        case 2 -> {
          var length = Math.min(random.nextInt(20), bytes.length - at);
          System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
        }
        default -> bytes[at] = bytes[random.nextInt(bytes.length)];
      }
    }
    return bytes;
  }

  private static byte[] everything() throws IOException {
    try (var in = HostileSpecsTest.class.getResourceAsStream("everything.yaml")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }
}
