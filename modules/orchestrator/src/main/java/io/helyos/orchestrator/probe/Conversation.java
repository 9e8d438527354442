package io.helyos.orchestrator.probe;

import io.helyos.model.port.ProbeAnswer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// One connection from its opening to its end. Only the loop's thread touches it, once it has
/// begun.
final class Conversation {
  private final CompletableFuture<ProbeAnswer> answer = new CompletableFuture<>();
  private final InetSocketAddress address;
  private final Talk talk;
  private final Duration timeout;
  private final long deadline;
  private final ByteBuffer question;
  private @Nullable SocketChannel channel;
  private boolean accepted;
  private boolean over;

  Conversation(InetSocketAddress address, Talk talk, Duration timeout) {
    this.address = address;
    this.talk = talk;
    this.timeout = timeout;
    this.deadline = System.nanoTime() + timeout.toNanos();
    this.question = talk.question();
  }

  CompletableFuture<ProbeAnswer> answer() {
    return answer;
  }

  /// Until its deadline; below zero when that is over.
  long nanosLeft() {
    return deadline - System.nanoTime();
  }

  long deadline() {
    return deadline;
  }

  boolean isOver() {
    return over;
  }

  void open(Selector selector) {
    try {
      var opened = SocketChannel.open();
      channel = opened;
      opened.configureBlocking(false);
      opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
      if (opened.connect(address)) {
        var key = opened.register(selector, SelectionKey.OP_READ, this);
        speak(opened, key);
      } else {
        opened.register(selector, SelectionKey.OP_CONNECT, this);
      }
    } catch (IOException | RuntimeException e) {
      end(ProbeAnswer.bad(Words.of(e)));
    }
  }

  /// Something can be done: the connection stands, has room or has news.
  void proceed(SelectionKey key, ByteBuffer buffer) {
    try {
      var open = (SocketChannel) key.channel();
      if (key.isConnectable() && open.finishConnect()) {
        speak(open, key);
      } else if (key.isWritable()) {
        speak(open, key);
      } else if (key.isReadable()) {
        listen(open, buffer);
      }
    } catch (IOException | RuntimeException e) {
      end(ProbeAnswer.bad(Words.of(e)));
    }
  }

  private void speak(SocketChannel open, SelectionKey key) throws IOException {
    accepted = true;
    open.write(question);
    if (question.hasRemaining()) {
      key.interestOps(SelectionKey.OP_WRITE);
    } else if (talk.isOver()) {
      end(talk.atEnd());
    } else {
      key.interestOps(SelectionKey.OP_READ);
    }
  }

  private void listen(SocketChannel open, ByteBuffer buffer) throws IOException {
    buffer.clear();
    var read = open.read(buffer);
    if (read < 0) {
      end(talk.atEnd());
      return;
    }
    Optional<ProbeAnswer> known = talk.hear(buffer.flip());
    // A later answer than the first one changes nothing.
    known.ifPresent(answer::complete);
    if (talk.isOver()) {
      end(talk.atEnd());
    }
  }

  void expire() {
    end(
        accepted
            ? talk.atDeadline(timeout)
            : ProbeAnswer.bad("connection not accepted within " + Words.of(timeout)));
  }

  void end(ProbeAnswer last) {
    over = true;
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // Whatever was to be said over it has been said.
    }
    answer.complete(last);
  }
}
