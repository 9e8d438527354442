package io.helyos.contract.spec.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {

  @ParameterizedTest
  @CsvSource({
    "500ms, PT0.5S",
    "10s, PT10S",
    "5m, PT5M",
    "1h, PT1H",
    "10, PT10S",
    "0, PT0S",
    "0s, PT0S",
    "1500ms, PT1.5S",
    "999999999h, PT999999999H"
  })
  void durations_are_one_number_and_one_unit(String text, Duration duration) {
    assertThat(Refusals.accepted(DurationText.parse(text))).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "s",
        "-1s",
        "1ns",
        "5 parsecs",
        "PT5S",
        "1.5s",
        "1h30m",
        "10 s",
        "10S",
        "1d",
        "010s",
        "1e3",
        "9999999999",
        "10s\n"
      })
  void what_is_no_duration_is_refused(String text) {
    Refusals.refused(DurationText::parse, text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0s", "500ms", "10s", "5m", "90s", "1h", "25h", "1001ms"})
  void a_duration_that_is_shown_reads_back(String text) {
    var duration = Refusals.accepted(DurationText.parse(text));

    assertThat(Refusals.accepted(DurationText.parse(DurationText.show(duration))))
        .isEqualTo(duration);
  }

  @Test
  void a_duration_out_of_range_is_refused_with_the_range() {
    var parser = DurationText.between(Duration.ofSeconds(1), Duration.ofHours(1));

    assertThat(Refusals.refused(parser, "500ms"))
        .isEqualTo(
            Parsed.refused(
                Code.OUT_OF_RANGE,
                "expected a duration from 1s to 1h, found 500ms: choose one in between"));
    assertThat(Refusals.refused(parser, "61m").code()).isEqualTo(Code.OUT_OF_RANGE);
    assertThat(Refusals.accepted(parser.apply("60m"))).isEqualTo(Duration.ofHours(1));
  }

  @ParameterizedTest
  @CsvSource({"1k, 1024", "256m, 268435456", "256M, 268435456", "1g, 1073741824", "1G, 1073741824"})
  void sizes_count_by_1024(String text, long bytes) {
    assertThat(Refusals.accepted(SizeText.parse(text))).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "512mb, 512m",
    "1KB, 1K",
    "1Ki, 1K",
    "1GiB, 1G",
    "512, 512m",
    "'', ",
    "0m, ",
    "-1m, ",
    "1b, ",
    "1.5g, ",
    "99999Ti, ",
    "m, ",
    "1 m, ",
    "01m, ",
    "1000000000k, ",
    "1t, "
  })
  void what_is_no_size_is_refused_with_the_nearest_one(String text, String suggestion) {
    assertThat(Refusals.refused(SizeText::parse, text).suggestion().orElse(null))
        .isEqualTo(suggestion);
  }

  @Test
  void a_size_out_of_range_is_refused() {
    var parser = SizeText.between("6m", "1g");

    assertThat(Refusals.refused(parser, "5m").code()).isEqualTo(Code.OUT_OF_RANGE);
    assertThat(Refusals.refused(parser, "1025m").code()).isEqualTo(Code.OUT_OF_RANGE);
    assertThat(Refusals.accepted(parser.apply("6m"))).isEqualTo(6L << 20);
    assertThat(Refusals.accepted(parser.apply("1024m"))).isEqualTo(1L << 30);
  }

  @ParameterizedTest
  @CsvSource({"0.5, 500", "2, 2000", "0.01, 10", "1024, 1024000", "1.125, 1125", "1.0, 1000"})
  void shares_are_thousandths_of_a_core(String text, long millis) {
    assertThat(Refusals.accepted(CpuText.parse(text))).isEqualTo(millis);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "0.0",
        "0.009",
        "-1",
        "0.0000001",
        "1e308",
        "1024.001",
        "1000m",
        ".5",
        "1.",
        "01",
        "+1",
        ".inf",
        "0x1"
      })
  void what_is_no_share_is_refused(String text) {
    Refusals.refused(CpuText::parse, text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-5, -5", "10, 10", "7, 7"})
  void whole_numbers_are_plain_digits(String text, int number) {
    assertThat(Refusals.accepted(WholeNumber.between(-5, 10, text))).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-6",
        "11",
        "3.7",
        "1e1",
        "0x1",
        "1_0",
        "+1",
        "05",
        " 1",
        "٣",
        "10000000000",
        "-99999999999999999999",
        "1\n"
      })
  void other_spellings_of_numbers_are_refused(String text) {
    Refusals.refused(t -> WholeNumber.between(-5, 10, t), text);
  }

  @Test
  void a_number_of_2000_digits_is_refused_without_being_repeated() {
    assertThat(Refusals.refused(t -> WholeNumber.between(0, 10, t), "9".repeat(2000)).reason())
        .isEqualTo(
            "expected a whole number from 0 to 10, found a number of 2000 digits: choose one in between");
  }

  @Test
  void zeros_ahead_are_refused_with_the_number_that_was_meant() {
    assertThat(Refusals.refused(t -> WholeNumber.between(0, 99, t), "010").suggestion())
        .contains("10");
  }
}
