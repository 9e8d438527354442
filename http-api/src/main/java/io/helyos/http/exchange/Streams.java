package io.helyos.http.exchange;

import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import io.helyos.model.cluster.Cluster;
import io.helyos.model.cluster.Token;
import io.helyos.model.view.View;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
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
    refuseTooMany(call);
    var bytes =
        kept(call, Source.single(nothing).concat(content), nothing).backpressureTimeout(patience);
    return HttpResponse.create()
        .addHeader(RawHeader.create("Cache-Control", "no-store"))
        .withEntity(HttpEntities.create(type, counted(call.token().id(), bytes)));
  }

  /// Bytes that come to an end. One who is cut off must see that, and not take what he has for all.
  public HttpResponse bytes(Call call, ContentType type, Source<ByteString, NotUsed> content) {
    refuseTooMany(call);
    var checked =
        content.map(piece -> {
          if (isValid(call.token(), call.view())) return piece;
          throw new IllegalStateException("The token is not valid any more.");
        });
    return HttpResponse.create()
        .addHeader(RawHeader.create("Cache-Control", "no-store"))
        .withEntity(
            HttpEntities.create(
                type, counted(call.token().id(), checked.backpressureTimeout(patience))));
  }

  /// What a client hears in a conversation: counted like a stream, and ended with its token. Its
  /// reader may take his time, as what he does not read is not written.
  public <T> Source<T, ?> talk(Call call, Source<T, NotUsed> content) {
    var kept = kept(call, content.map(Optional::of), Optional.<T>empty());
    return counted(call.token().id(), kept.mapConcat(item -> item.stream().toList()));
  }

  /// Refuses a call that would open one stream too many.
  public void refuseTooMany(Call call) {
    if (most > 0 && open.getOrDefault(call.token().id(), 0) >= most) {
      throw Refusal.of(
          ProblemKind.TOO_MANY,
          "Expected at most %d streams of one token, found more. Close some.".formatted(most));
    }
  }

  private <T> Source<T, NotUsed> kept(Call call, Source<T, NotUsed> content, T nothing) {
    return content
        .keepAlive(heartbeat, () -> nothing)
        .takeWhile(_ -> isValid(call.token(), call.view()));
  }

  /// Counts from the moment that the stream runs: an answer that is never sent never ends.
  private <T> Source<T, ?> counted(String token, Source<T, NotUsed> items) {
    return Source.fromMaterializer((_, _) -> {
      open.merge(token, 1, Integer::sum);
      return items.watchTermination((nothing, done) -> {
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
