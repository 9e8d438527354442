package io.helyos.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helyos.model.port.LogLine;
import io.helyos.model.port.LogQuery;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogFormatTest {
  private static final String TIME = "2026-01-02T03:04:05.000000006Z";

  private static byte[] frame(int stream, String payload) {
    var bytes = payload.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + bytes.length)
        .put((byte) stream)
        .put(new byte[3])
        .putInt(bytes.length)
        .put(bytes)
        .array();
  }

  private static List<LogLine> read(byte[]... frames) throws IOException {
    var all = new ByteArrayOutputStream();
    for (var frame : frames) {
      all.writeBytes(frame);
    }
    var reader = LogFormat.read(new ByteArrayInputStream(all.toByteArray()));
    var lines = new ArrayList<LogLine>();
    for (var line = reader.next(); line != null; line = reader.next()) {
      lines.add(line);
    }
    return lines;
  }

  @Test
  void a_frame_is_a_line_with_its_stream_and_time() throws IOException {
    assertThat(read(frame(1, TIME + " out\n"), frame(2, TIME + " err\n"), frame(1, TIME + " \n")))
        .containsExactly(
            new LogLine(Instant.parse(TIME), false, "out"),
            new LogLine(Instant.parse(TIME), true, "err"),
            new LogLine(Instant.parse(TIME), false, ""));
  }

  @Test
  void a_frame_without_a_line_end_is_a_piece() throws IOException {
    assertThat(read(frame(1, TIME + " half"), frame(1, TIME + " other half\n")))
        .extracting(LogLine::text)
        .containsExactly("half", "other half");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16383, 16384, 16385, 32767, 32768, 32769, 100_000})
  void a_longer_frame_comes_in_pieces_that_lose_nothing(int length) throws IOException {
    var text = "abcdefghi ".repeat(length / 10 + 1).substring(0, length);
    var lines = read(frame(1, TIME + " " + text + "\n"), frame(1, TIME + " next\n"));
    assertThat(lines)
        .hasSize((length + 16383) / 16384 + 1)
        .last()
        .extracting(LogLine::text)
        .isEqualTo("next");
    assertThat(lines.subList(0, lines.size() - 1))
        .extracting(LogLine::text)
        .allSatisfy(piece -> assertThat(piece).hasSizeLessThanOrEqualTo(LogFormat.LONGEST))
        .satisfies(pieces -> assertThat(String.join("", pieces)).isEqualTo(text));
  }

  @Test
  void a_log_that_breaks_off_within_a_frame_is_no_end() {
    var whole = frame(1, TIME + " text\n");
    var cut = java.util.Arrays.copyOf(whole, whole.length - 3);
    assertThatThrownBy(() -> read(cut)).isInstanceOf(EOFException.class);
  }

  @Test
  void the_request_names_what_is_wanted() {
    var since = Optional.of(Instant.ofEpochSecond(5, 6));
    assertThat(LogFormat.path("a/b", new LogQuery(true, -1, since)))
        .isEqualTo(
            "/containers/a%2Fb/logs?stdout=1&stderr=1&timestamps=1&follow=1&tail=all"
                + "&since=5.000000006");
    assertThat(LogFormat.path("c", LogQuery.last(7))).endsWith("&follow=0&tail=7");
  }
}
