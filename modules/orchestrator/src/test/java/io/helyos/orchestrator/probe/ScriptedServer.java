package io.helyos.orchestrator.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// A server on this machine that does with each connection what a test says.
final class ScriptedServer implements AutoCloseable {
  /// What is done with one connection; it is closed afterwards.
  interface Script {
    void run(InputStream in, OutputStream out) throws IOException, InterruptedException;
  }

  private final ServerSocket listening;
  private final Script script;
  private final List<Socket> accepted = new CopyOnWriteArrayList<>();
  private final CompletableFuture<String> request = new CompletableFuture<>();
  private final CompletableFuture<Boolean> hungUp = new CompletableFuture<>();
  private final CountDownLatch end = new CountDownLatch(1);

  ScriptedServer(Script script) {
    this.script = script;
    try {
      this.listening = new ServerSocket(0, 1000, InetAddress.ofLiteral("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::acceptAll);
  }

  /// Reads the request and answers with this.
  static ScriptedServer answering(String answer) {
    return new ScriptedServer((_, out) -> out.write(answer.getBytes(StandardCharsets.UTF_8)));
  }

  /// Reads the request and never answers.
  static ScriptedServer hanging() {
    return new ScriptedServer((in, _) -> in.readAllBytes());
  }

  int port() {
    return listening.getLocalPort();
  }

  int connections() {
    return accepted.size();
  }

  /// The head of the first request.
  CompletableFuture<String> request() {
    return request;
  }

  /// Completes when a script has failed because its client hung up.
  CompletableFuture<Boolean> hungUp() {
    return hungUp;
  }

  private void acceptAll() {
    try {
      while (true) {
        var socket = listening.accept();
        accepted.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException closed) {
      end.countDown();
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      request.complete(head(socket.getInputStream()));
      script.run(socket.getInputStream(), socket.getOutputStream());
    } catch (IOException e) {
      hungUp.complete(true);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String head(InputStream in) throws IOException {
    var head = new StringBuilder();
    for (var next = in.read(); next >= 0; next = in.read()) {
      head.append((char) next);
      if (head.toString().endsWith("\r\n\r\n")) {
        break;
      }
    }
    return head.toString();
  }

  @Override
  public void close() {
    try {
      listening.close();
      for (var socket : accepted) {
        socket.close();
      }
      end.await();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
