package io.helyos.http.exchange;

import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.ConnectHttp;
import org.apache.pekko.http.javadsl.Http;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.javadsl.model.ws.Message;
import org.apache.pekko.http.javadsl.model.ws.WebSocketRequest;
import org.apache.pekko.http.javadsl.model.ws.WebSocketUpgrade;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.javadsl.AsPublisher;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Keep;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/// What only the daemon of a node can do is asked of that daemon, with the caller's own token.
/// Bytes go from daemon to daemon as they come; nothing is kept.
public final class Elsewhere {
  /// Says that a daemon has passed this on, so that two that disagree do not pass it back and
  /// forth.
  private static final String PASSED = "Helyos-Passed-By";

  private final ActorSystem<?> system;

  public Elsewhere(ActorSystem<?> system) {
    this.system = system;
  }

  /// Where the daemon of a node answers; empty when it is this one, or when this is its last
  /// chance.
  public Optional<String> api(Call call, String node) {
    return call.header(PASSED).isPresent() ? Optional.empty() : call.core().elsewhere(node);
  }

  /// Puts what the client sends there.
  public CompletionStage<HttpResponse> put(Call call, String api, SentBody body) {
    var type = call.request().entity().getContentType();
    var request =
        HttpRequest.PUT(api + call.path())
            .withEntity(HttpEntities.create(type, body.bytes()))
            .addHeader(RawHeader.create("Authorization", call.header("Authorization").orElse("")))
            .addHeader(RawHeader.create(PASSED, call.core().daemon()));
    return asked(api, request);
  }

  /// Reads something there. Each read has a connection of its own: a stream would block others.
  public CompletionStage<HttpResponse> get(Call call, String api, String path) {
    var request =
        HttpRequest.GET(api + path)
            .addHeader(RawHeader.create("Authorization", call.header("Authorization").orElse("")))
            .addHeader(RawHeader.create(PASSED, call.core().daemon()));
    return asked(api, request);
  }

  private CompletionStage<HttpResponse> asked(String api, HttpRequest request) {
    return Source.single(request)
        .via(Http.get(system).outgoingConnection(ConnectHttp.toHost(api)))
        .runWith(Sink.head(), system)
        .exceptionallyCompose(failure -> CompletableFuture.failedStage(unreachable(api, failure)));
  }

  /// Lets the caller talk with the other daemon, which has to agree first.
  public CompletionStage<HttpResponse> talk(
      Call call, String api, WebSocketUpgrade socket, String protocol) {
    var request =
        WebSocketRequest.create(api.replaceFirst("^http", "ws") + call.path())
            .requestSubprotocol(protocol)
            .addHeader(RawHeader.create("Authorization", call.header("Authorization").orElse("")))
            .addHeader(RawHeader.create(PASSED, call.core().daemon()));
    var both =
        Flow
            .<Message, Message, Publisher<Message>, Subscriber<Message>,
                Pair<Publisher<Message>, Subscriber<Message>>>
                fromSinkAndSourceMat(
                    Sink.asPublisher(AsPublisher.WITHOUT_FANOUT),
                    Source.asSubscriber(),
                    Keep.both());
    var talk =
        Http.get(system).singleWebSocketRequest(request, both, Materializer.matFromSystem(system));
    return talk.first()
        .exceptionallyCompose(failure -> CompletableFuture.failedStage(unreachable(api, failure)))
        .thenApply(upgrade -> {
          if (!upgrade.isValid()) return upgrade.response();
          Flow<Message, Message, NotUsed> way =
              Flow.fromSinkAndSourceCoupled(
                  Sink.fromSubscriber(talk.second().second()),
                  Source.fromPublisher(talk.second().first()));
          return socket.handleMessagesWith(way, protocol);
        });
  }

  private static Refusal unreachable(String api, Throwable failure) {
    return Refusal.of(
        ProblemKind.UNAVAILABLE,
        "The daemon of that node, at %s, cannot be reached from this one (%s). Try again."
            .formatted(URI.create(api).getAuthority(), failure.getMessage()));
  }
}
