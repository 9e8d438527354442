package io.helyos.http.files;

import io.helyos.http.exchange.SentBody;
import java.time.Duration;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.stream.javadsl.AsPublisher;
import org.apache.pekko.stream.javadsl.JavaFlowSupport;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;

/// Archives on their way between a client and an engine, piece by piece: neither side is read
/// faster than the other takes it.
final class Archives {
  /// A client that has asked for files and then does not take them.
  private static final Duration BEGIN = Duration.ofSeconds(20);

  private static final String HUNG_UP = "The client has hung up.";

  private final ActorSystem<?> system;

  Archives(ActorSystem<?> system) {
    this.system = system;
  }

  /// What a client sends. Nothing is asked of him before somebody subscribes: until then he can be
  /// told that it is not wanted.
  Flow.Publisher<byte[]> sent(SentBody body, CopyRecord record) {
    return subscriber ->
        body.bytes()
            .map(piece -> record.counted(piece).toArray())
            .runWith(JavaFlowSupport.Sink.<byte[]>asPublisher(AsPublisher.WITHOUT_FANOUT), system)
            .subscribe(subscriber);
  }

  /// What a client gets.
  Source<ByteString, NotUsed> given(Flow.Publisher<byte[]> files, CopyRecord record) {
    var begun = new AtomicBoolean();
    var whole = new AtomicBoolean();
    forget(files, record, begun);
    return JavaFlowSupport.Source.<byte[]>fromPublisher(files)
        .map(piece -> record.counted(ByteString.fromArrayUnsafe(piece)))
        .concatLazy(
            Source.lazySource(() -> {
              whole.set(true);
              return Source.<ByteString>empty();
            }))
        .watchTermination((nothing, end) -> {
          if (!begun.compareAndSet(false, true)) throw new IllegalStateException(HUNG_UP);
          end.whenComplete((_, failure) -> {
            if (failure != null) record.failed(String.valueOf(failure.getMessage()));
            else if (whole.get()) record.ended();
            else record.failed(HUNG_UP);
          });
          return nothing;
        });
  }

  /// Lets go of files that nobody has come for.
  private void forget(Flow.Publisher<byte[]> files, CopyRecord record, AtomicBoolean begun) {
    system
        .scheduler()
        .scheduleOnce(
            BEGIN,
            () -> {
              if (!begun.compareAndSet(false, true)) return;
              record.failed(HUNG_UP);
              var _ =
                  JavaFlowSupport.Source.<byte[]>fromPublisher(files)
                      .runWith(Sink.cancelled(), system);
            },
            system.executionContext());
  }
}
