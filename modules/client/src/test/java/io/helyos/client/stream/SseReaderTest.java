package io.helyos.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SseReaderTest {
  private static List<SseFrame> read(String text) throws IOException {
    var frames = new ArrayList<SseFrame>();
    var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    try (var reader = new SseReader(bytes)) {
      for (var frame = reader.next(); frame != null; frame = reader.next()) frames.add(frame);
    }
    return frames;
  }

  @Test
  void a_frame_is_data_and_the_id_after_it() throws IOException {
    assertThat(read("data: one\nid: 1\n\ndata:two\nevent: x\n\n"))
        .containsExactly(new SseFrame("1", "one"), new SseFrame("", "two"));
  }

  @Test
  void several_lines_of_data_are_joined() throws IOException {
    assertThat(read("data: a\ndata:  b\ndata\n\n")).containsExactly(new SseFrame("", "a\n b\n"));
  }

  @Test
  void comments_and_empty_frames_are_nothing() throws IOException {
    assertThat(read(":\n\n: beat\n\nid: 7\n\ndata: x\n\n")).containsExactly(new SseFrame("", "x"));
  }

  @Test
  void all_line_ends_are_understood() throws IOException {
    assertThat(read("data: a\r\nid: 1\r\n\r\ndata: b\rid: 2\r\r"))
        .containsExactly(new SseFrame("1", "a"), new SseFrame("2", "b"));
  }

  @Test
  void a_frame_that_is_cut_off_is_none() throws IOException {
    assertThat(read("data: a\nid: 1\n\ndata: b\nid: ")).containsExactly(new SseFrame("1", "a"));
    assertThat(read("data: a\nid: 1\n")).isEmpty();
  }

  @Test
  void an_endless_line_is_cut() throws IOException {
    var frame = read("data: " + "x".repeat(3 << 20) + "\n\n").getFirst();
    assertThat(frame.data()).hasSizeLessThanOrEqualTo(SseReader.LONGEST_LINE);
  }
}
