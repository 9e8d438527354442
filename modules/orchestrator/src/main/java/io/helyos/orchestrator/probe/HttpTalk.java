package io.helyos.orchestrator.probe;

import io.helyos.model.port.ProbeAnswer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One GET. Its answer is good from 200 to 399, and a redirection is an answer like any other. A
/// good one is known from its first line; of a bad one the body's first line is waited for, because
/// it often says why.
final class HttpTalk implements Talk {
  /// Read of one answer, headers and all. What is read beyond the answer is read for politeness:
  /// hanging up early would look like a fault in the container's own log.
  static final int MOST = 16 * 1024;

  private static final int GOOD = 200;
  private static final int BAD = 400;

  private final String path;
  private final String host;
  private final HttpAnswer said = new HttpAnswer();
  private int read;

  /// @param path checked by [#isPath]
  HttpTalk(String path, String host) {
    this.path = path;
    this.host = host;
  }

  /// A path that can stand in a request and can be nothing but a path there.
  static boolean isPath(String path) {
    return path.startsWith("/") && path.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }

  @Override
  public ByteBuffer question() {
    var request =
        "GET %s HTTP/1.1\r\nHost: %s\r\nUser-Agent: helyos-probe\r\nAccept: */*\r\nConnection: close\r\n\r\n"
            .formatted(path, host);
    return ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public Optional<ProbeAnswer> hear(ByteBuffer bytes) {
    read += bytes.remaining();
    while (bytes.hasRemaining()) {
      said.next(bytes.get());
    }
    var status = said.status();
    if (said.isNonsense() || said.isWhole() || isGood(status)) {
      return Optional.of(answer(status));
    }
    return isOver() ? Optional.of(atEnd()) : Optional.empty();
  }

  @Override
  public ProbeAnswer atEnd() {
    var status = said.status();
    if (status != null || said.isNonsense() || said.hasBegun()) {
      return answer(status);
    }
    return ProbeAnswer.bad("connection closed without an answer");
  }

  @Override
  public ProbeAnswer atDeadline(Duration timeout) {
    var status = said.status();
    return status == null
        ? ProbeAnswer.bad("no answer within " + Words.of(timeout))
        : answer(status);
  }

  @Override
  public boolean isOver() {
    return read >= MOST;
  }

  private ProbeAnswer answer(HttpAnswer.@Nullable Status status) {
    if (status == null) {
      return ProbeAnswer.bad(said.speaksTls() ? "speaks TLS, expected HTTP" : said.nonsense());
    }
    var words = "HTTP " + status;
    if (isGood(status)) {
      return ProbeAnswer.good(words);
    }
    return ProbeAnswer.bad(said.body().isEmpty() ? words : words + ": " + said.body());
  }

  private static boolean isGood(HttpAnswer.@Nullable Status status) {
    return status != null && status.code() >= GOOD && status.code() < BAD;
  }
}
