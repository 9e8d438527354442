package io.helyos.http.exchange;

import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import io.helyos.model.cluster.Cluster;
import io.helyos.model.cluster.Token;
import io.helyos.model.view.View;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
public final class Streams {
  private static final ContentType SSE = ContentTypes.create(MediaTypes.TEXT_EVENT_STREAM);
  private static final ContentType NDJSON = ContentTypes.parse("application/x-ndjson");
  private static final ByteString COMMENT = ByteString.fromString(":\n\n");
  private static final ByteString BLANK_LINE = ByteString.fromString("\n");

  private final Duration heartbeat;
  private final Duration patience;
  private final int most;
  private final Map<String, Integer> open = new ConcurrentHashMap<>();

  /// Streams with their limits.
  ///
  /// @param heartbeat so long a stream is silent at most
  /// @param patience so long a reader may take nothing
  /// @param most streams of one token at once, 0 for any number
  public Streams(Duration heartbeat, Duration patience, int most) {
    this.heartbeat = heartbeat;
    this.patience = patience;
    this.most = most;
  }

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
    var token = call.token().id();
    if (most > 0 && open.getOrDefault(token, 0) >= most) {
      throw Refusal.of(
          ProblemKind.TOO_MANY,
          "Expected at most %d streams of one token, found more. Close some.".formatted(most));
    }
    var bytes =
        Source.single(nothing)
            .concat(content)
            .keepAlive(heartbeat, () -> nothing)
            .takeWhile(_ -> isValid(call.token(), call.view()))
            .backpressureTimeout(patience);
    return HttpResponse.create()
        .addHeader(RawHeader.create("Cache-Control", "no-store"))
        .withEntity(HttpEntities.create(type, counted(token, bytes)));
  }

  /// Counts from the moment that the stream runs: an answer that is never sent never ends.
  private Source<ByteString, ?> counted(String token, Source<ByteString, NotUsed> bytes) {
    return Source.fromMaterializer((_, _) -> {
      open.merge(token, 1, Integer::sum);
      return bytes.watchTermination((nothing, done) -> {
        done.whenComplete((_, _) -> open.computeIfPresent(token, (_, n) -> n == 1 ? null : n - 1));
        return nothing;
      });
    });
  }

  /// A stream ends with the token that opened it.
  private static boolean isValid(Token token, View view) {
    return view.cluster()
        .map(row -> row.state() instanceof Cluster.Founded founded ? founded.tokens() : null)
        .map(tokens -> tokens.get(token.id()))
        .filter(now -> now.isValid(Instant.now()))
        .isPresent();
  }
}
