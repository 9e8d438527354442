package io.helyos.persistence.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helyos.model.journal.Recorded;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedFormatTest {
  private static final Recorded RECORDED =
      new Recorded(
          new byte[] {1, 2, 3},
          "pod.started",
          300,
          Instant.parse("2026-11-22T10:00:00.000001Z"),
          "node-1",
          "change",
          "ädmin",
          "pod|shop-api-0@17",
          "",
          "",
          new byte[] {9, 8});

  @Test
  void an_envelope_is_read_back_field_by_field() {
    assertThat(RecordedFormat.read(RecordedFormat.write(RECORDED)))
        .usingRecursiveComparison()
        .isEqualTo(RECORDED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0192f3c4-d5e6-7192-8192-0123456789ab",
        "0192F3C4-D5E6-7192-8192-0123456789AB",
        "0192f3c4-d5e6-7192-81920-123456789ab",
        "c0ffee00",
        "c0ffee0",
        "C0FFEE00",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "naïve \u0000 text"
      })
  void a_text_is_read_back_whatever_it_looks_like(String text) {
    var read = RecordedFormat.read(RecordedFormat.write(withChange(text)));
    assertThat(read.change()).isEqualTo(text);
  }

  @Test
  void ids_take_half_the_bytes() {
    var id = RecordedFormat.write(withChange("0192f3c4-d5e6-7192-8192-0123456789ab"));
    assertThat(id.length - RecordedFormat.write(withChange("")).length).isEqualTo(16);
  }

  @Test
  void a_time_before_1970_is_read_back() {
    var old = withTime(Instant.parse("1901-01-01T00:00:00.999999999Z"));
    assertThat(RecordedFormat.read(RecordedFormat.write(old)).time()).isEqualTo(old.time());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 10, 40})
  void an_envelope_that_is_cut_off_is_refused(int length) {
    var bytes = Arrays.copyOf(RecordedFormat.write(RECORDED), length);
    assertThatThrownBy(() -> RecordedFormat.read(bytes)).hasMessageContaining("damaged");
  }

  @Test
  void an_envelope_of_a_newer_build_is_refused() {
    var bytes = RecordedFormat.write(RECORDED);
    bytes[0] = 2;
    assertThatThrownBy(() -> RecordedFormat.read(bytes)).hasMessageContaining("layout 2");
  }

  @Test
  void pekko_carries_it_under_its_own_manifest() {
    var serializer = new RecordedSerializer();
    var bytes = serializer.toBinary(RECORDED);
    assertThat(serializer.fromBinary(bytes, serializer.manifest(RECORDED)))
        .usingRecursiveComparison()
        .isEqualTo(RECORDED);
  }

  @Test
  void pekko_is_told_of_a_manifest_that_is_not_known() {
    assertThatThrownBy(() -> new RecordedSerializer().fromBinary(new byte[0], "recorded-2"))
        .hasMessageContaining("recorded-2");
  }

  private static Recorded withTime(Instant time) {
    return with(time, RECORDED.change());
  }

  private static Recorded withChange(String change) {
    return with(RECORDED.time(), change);
  }

  private static Recorded with(Instant time, String change) {
    return new Recorded(
        RECORDED.bytes(),
        RECORDED.type(),
        RECORDED.version(),
        time,
        RECORDED.daemon(),
        change,
        RECORDED.author(),
        RECORDED.cause(),
        RECORDED.command(),
        RECORDED.digest(),
        RECORDED.hash());
  }
}
