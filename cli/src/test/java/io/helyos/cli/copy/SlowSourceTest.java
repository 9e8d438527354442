package io.helyos.cli.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SlowSourceTest {
  private static final Duration NEVER = Duration.ofHours(1);

  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

  private void write(SlowSource source) {
    try {
      source.writeTo(sent);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_silent_source_is_heard_of_all_the_same_and_all_arrives_in_order() throws Exception {
    var bytes = new byte[2000];
    new Random(7).nextBytes(bytes);
    var user = new PipedOutputStream();
    var in = new PipedInputStream(user);
    user.write(bytes, 0, 1000);
    user.flush();
    var source = new SlowSource(in, Duration.ofMillis(5)).awaited();
    var over = CompletableFuture.runAsync(() -> write(source));
    await("a few bytes in the silence").until(() -> sent.size() > 3);
    user.write(bytes, 1000, 1000);
    user.close();
    over.get();
    assertThat(sent.toByteArray()).isEqualTo(bytes);
  }

  @Test
  void a_large_source_arrives_whole() throws IOException {
    var bytes = new byte[3_000_001];
    new Random(8).nextBytes(bytes);
    new SlowSource(new ByteArrayInputStream(bytes), NEVER).awaited().writeTo(sent);
    assertThat(sent.toByteArray()).isEqualTo(bytes);
  }

  @Test
  void an_empty_source_is_an_end() throws IOException {
    new SlowSource(InputStream.nullInputStream(), NEVER).awaited().writeTo(sent);
    assertThat(sent.size()).isZero();
  }

  @Test
  void a_source_that_breaks_says_so() throws IOException {
    var broken = InputStream.nullInputStream();
    broken.close();
    assertThatThrownBy(() -> new SlowSource(broken, NEVER).writeTo(sent))
        .isInstanceOf(IOException.class)
        .hasMessage("Stream closed");
  }
}
