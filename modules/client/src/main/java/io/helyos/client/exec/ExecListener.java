package io.helyos.client.exec;

import io.helyos.client.failure.RequestRefused;
import io.helyos.contract.exec.ExecChannel;
import io.helyos.contract.exec.ExecSignal;
import io.helyos.contract.problem.Problem;
import java.io.EOFException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// What the daemon says in a conversation. Called by one thread at a time; asks for the next part
/// when it is done with one.
final class ExecListener implements WebSocket.Listener {
  private final ExecTalk.Ears ears;
  private final CompletableFuture<Integer> end;
  private final StringBuilder text = new StringBuilder();

  /// Of the message that is coming in parts; nothing before its first part.
  private @Nullable Byte channel;

  ExecListener(ExecTalk.Ears ears, CompletableFuture<Integer> end) {
    this.ears = ears;
    this.end = end;
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer part, boolean last) {
    try {
      if (channel == null && part.hasRemaining()) channel = part.get();
      if (channel != null && part.hasRemaining()) {
        ears.hear(channel == ExecChannel.STDERR.number(), part);
      }
      if (last) channel = null;
    } catch (RuntimeException e) {
      end.completeExceptionally(e);
    }
    socket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
    text.append(part);
    if (last) {
      understand(text.toString());
      text.setLength(0);
    }
    socket.request(1);
    return null;
  }

  private void understand(String json) {
    try {
      switch (ExecSignal.read(json)) {
        case ExecSignal.Exit(var code) -> end.complete(code);
        case ExecSignal.Failure(var error) ->
            end.completeExceptionally(
                new RequestRefused(Problem.of(503, "unavailable", "Not now", error)));
        case ExecSignal.Resize _, ExecSignal.InputEnd _ -> {}
      }
    } catch (IllegalArgumentException e) {
      end.completeExceptionally(e);
    }
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    end.completeExceptionally(new EOFException("the daemon has ended the conversation"));
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable failure) {
    end.completeExceptionally(failure);
  }
}
