package io.helyos.http.exchange;

import io.helyos.model.cluster.Token;
import io.helyos.model.view.View;
import java.time.Duration;
import java.time.Instant;
import org.apache.pekko.NotUsed;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;

/// Answers that go on. A comment is sent while nothing happens, so that both sides notice a broken
/// connection; a reader that takes nothing for long is cut off.
///
/// @param heartbeat so long a stream is silent at most
/// @param patience so long a reader may take nothing
public record Streams(Duration heartbeat, Duration patience) {
  private static final ContentType SSE = ContentTypes.create(MediaTypes.TEXT_EVENT_STREAM);
  private static final ContentType NDJSON = ContentTypes.parse("application/x-ndjson");
  private static final ByteString COMMENT = ByteString.fromString(":\n\n");
  private static final ByteString BLANK_LINE = ByteString.fromString("\n");

  /// Server-sent events.
  public HttpResponse events(Call call, Source<ByteString, NotUsed> frames) {
    return answer(SSE, call, frames, COMMENT);
  }

  /// JSON, one object a line.
  public HttpResponse lines(Call call, Source<ByteString, NotUsed> lines) {
    return answer(NDJSON, call, lines, BLANK_LINE);
  }

  private HttpResponse answer(
      ContentType type, Call call, Source<ByteString, NotUsed> content, ByteString nothing) {
    var bytes =
        Source.single(nothing)
            .concat(content)
            .keepAlive(heartbeat, () -> nothing)
            .takeWhile(_ -> isValid(call.token(), call.view()))
            .backpressureTimeout(patience);
    return HttpResponse.create()
        .addHeader(RawHeader.create("Cache-Control", "no-store"))
        .withEntity(HttpEntities.create(type, bytes));
  }

  /// A stream ends with the token that opened it.
  private static boolean isValid(Token token, View view) {
    return view.cluster()
        .flatMap(row ->
            row.state() instanceof io.helyos.model.cluster.Cluster.Founded founded
                ? java.util.Optional.ofNullable(founded.tokens().get(token.id()))
                : java.util.Optional.empty())
        .filter(now -> now.isValid(Instant.now()))
        .isPresent();
  }
}
