package io.helyos.http.exec;

import io.helyos.contract.exec.ExecChannel;
import io.helyos.contract.exec.ExecSignal;
import io.helyos.http.exchange.Call;
import io.helyos.http.exchange.Streams;
import io.helyos.model.port.ExecPiece;
import io.helyos.model.port.ExecSession;
import io.helyos.model.port.TerminalSize;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.model.ws.BinaryMessage;
import org.apache.pekko.http.javadsl.model.ws.Message;
import org.apache.pekko.http.javadsl.model.ws.TextMessage;
import org.apache.pekko.japi.pf.PFBuilder;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.JavaFlowSupport;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;

/// A client and a command that talk with each other. Neither is read faster than the other takes
/// what it says, so a conversation costs the daemon no more than a few buffers.
final class Conversation {
  /// A client that has asked for a conversation and then does not begin it.
  private static final Duration BEGIN = Duration.ofSeconds(20);

  private static final int LARGEST_SIGNAL = 4096;
  private static final int MOST_CHARACTERS = 10_000;
  private static final String HUNG_UP = "The client has hung up.";

  private final ActorSystem<?> system;
  private final ExecSession session;
  private final ExecRecord record;
  private final AtomicBoolean begun = new AtomicBoolean();

  Conversation(ActorSystem<?> system, ExecSession session, ExecRecord record) {
    this.system = system;
    this.session = session;
    this.record = record;
    system
        .scheduler()
        .scheduleOnce(
            BEGIN,
            () -> {
              if (begun.compareAndSet(false, true)) end();
            },
            system.executionContext());
  }

  /// For one use.
  Flow<Message, Message, NotUsed> flow(Call call, Streams streams) {
    return Flow.fromSinkAndSourceCoupled(input(), streams.talk(call, output()));
  }

  private Sink<Message, ?> input() {
    return Flow.<Message>create().mapAsync(1, this::take).to(Sink.ignore());
  }

  private CompletionStage<NotUsed> take(Message message) {
    var taken =
        message.isText()
            ? text(message).thenCompose(this::signalled)
            : bytes(message).thenCompose(this::given);
    return taken.thenApply(_ -> NotUsed.getInstance());
  }

  private CompletionStage<String> text(Message message) {
    var text = message.asTextMessage();
    return text.isStrict()
        ? CompletableFuture.completedStage(text.getStrictText())
        : text.getStreamedText()
            .limitWeighted(LARGEST_SIGNAL, piece -> (long) piece.length())
            .runFold("", String::concat, system);
  }

  private CompletionStage<ByteString> bytes(Message message) {
    var binary = message.asBinaryMessage();
    return binary.isStrict()
        ? CompletableFuture.completedStage(binary.getStrictData())
        : binary
            .getStreamedData()
            .limitWeighted(ExecChannel.LARGEST, piece -> (long) piece.size())
            .runFold(ByteString.emptyByteString(), ByteString::concat, system);
  }

  private CompletionStage<Void> signalled(String text) {
    return switch (ExecSignal.read(text)) {
      case ExecSignal.Resize(var columns, var rows) ->
          isSize(columns) && isSize(rows)
              ? session.resize(new TerminalSize(columns, rows))
              : CompletableFuture.completedStage(null);
      case ExecSignal.InputEnd() -> session.endInput();
      case ExecSignal.Exit _, ExecSignal.Failure _ ->
          throw new IllegalArgumentException("Expected a signal of a client, found " + text);
    };
  }

  private static boolean isSize(int characters) {
    return characters > 0 && characters <= MOST_CHARACTERS;
  }

  private CompletionStage<Void> given(ByteString message) {
    if (message.isEmpty() || message.size() > ExecChannel.LARGEST) {
      throw new IllegalArgumentException(
          "Expected a message of 1 to %d bytes, found %d."
              .formatted(ExecChannel.LARGEST, message.size()));
    }
    if (message.apply(0) == ExecChannel.STDIN.number()) {
      return session.write(message.drop(1).toArray());
    }
    throw new IllegalArgumentException("Expected bytes for the command's input, found others.");
  }

  private Source<Message, NotUsed> output() {
    return JavaFlowSupport.Source.<ExecPiece>fromPublisher(session.output())
        .map(Conversation::message)
        .concatLazy(Source.lazyCompletionStage(() -> session.exitCode().thenApply(this::exited)))
        .recover(new PFBuilder<Throwable, Message>().matchAny(this::broken).build())
        .watchTermination((nothing, end) -> {
          if (!begun.compareAndSet(false, true)) throw new IllegalStateException(HUNG_UP);
          end.whenComplete((_, _) -> end());
          return nothing;
        });
  }

  private static Message message(ExecPiece piece) {
    var channel = piece.stderr() ? ExecChannel.STDERR : ExecChannel.STDOUT;
    var bytes = ByteString.fromArrayUnsafe(piece.bytes());
    return BinaryMessage.create(ByteString.fromArray(new byte[] {channel.number()}).concat(bytes));
  }

  private Message exited(int code) {
    record.exited(code);
    return TextMessage.create(new ExecSignal.Exit(code).json());
  }

  private Message broken(Throwable failure) {
    var cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    var why = String.valueOf(cause.getMessage());
    record.failed(why);
    return TextMessage.create(new ExecSignal.Failure(why).json());
  }

  private void end() {
    record.failed(HUNG_UP);
    session.close();
  }
}
