package io.helyos.http.exchange;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.pekko.Done;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.stream.FlowShape;
import org.apache.pekko.stream.javadsl.Broadcast;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.GraphDSL;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;

/// The body of a request that is too long to be held. A client who waits to be asked for it is
/// asked when somebody begins to read; who stops reading does not stop him.
public final class SentBody {
  private final HttpRequest request;
  private final ActorSystem<?> system;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CompletableFuture<Done> over = new CompletableFuture<>();

  public SentBody(HttpRequest request, ActorSystem<?> system) {
    this.request = request;
    this.system = system;
  }

  /// For one reader, from the moment that it runs.
  public Source<ByteString, ?> bytes() {
    return Source.fromMaterializer((_, _) -> {
      begun.set(true);
      return request
          .entity()
          .withoutSizeLimit()
          .getDataBytes()
          .watchTermination((nothing, end) -> {
            end.whenComplete((_, _) -> over.complete(Done.getInstance()));
            return nothing;
          })
          .via(toTheEnd());
    });
  }

  private static Flow<ByteString, ByteString, NotUsed> toTheEnd() {
    return Flow.fromGraph(
        GraphDSL.create(builder -> {
          var both = builder.add(Broadcast.<ByteString>create(2));
          builder.from(both.out(1)).to(builder.add(Sink.<ByteString>ignore()));
          return FlowShape.of(both.in(), both.out(0));
        }));
  }

  /// An answer, or a refusal, as soon as the client listens: one who is cut off while he sends does
  /// not hear it.
  public CompletionStage<HttpResponse> answered(Supplier<CompletionStage<HttpResponse>> work) {
    CompletionStage<HttpResponse> answer;
    try {
      answer = work.get();
    } catch (RuntimeException e) {
      answer = CompletableFuture.failedStage(e);
    }
    var given = answer;
    return given.handle((_, _) -> silence()).thenCompose(end -> end).thenCompose(_ -> given);
  }

  private CompletionStage<Done> silence() {
    var waitsToBeAsked = request.getHeader("Expect").isPresent();
    if (!begun.get() && waitsToBeAsked) return CompletableFuture.completedStage(Done.getInstance());
    if (begun.compareAndSet(false, true)) bytes().runWith(Sink.ignore(), system);
    return over;
  }
}
