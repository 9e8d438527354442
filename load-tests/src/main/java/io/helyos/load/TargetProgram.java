package io.helyos.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/// A process that answers GETs and counts them. It writes its port, and ends when its input does:
/// with whoever started it, however that ended.
public final class TargetProgram {
  private static final int WAITING = 4096;

  private TargetProgram() {}

  public static void main(String[] arguments) throws IOException {
    var asked = new LongAdder();
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var server = HttpServer.create(address, WAITING);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          asked.increment();
          answer(exchange, "ok");
        });
    server.createContext(Target.COUNT, exchange -> answer(exchange, asked.toString()));
    server.start();
    System.out.println(server.getAddress().getPort());
    while (System.in.read() >= 0) {
      // What is written here has no meaning.
    }
    System.exit(0);
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    try (exchange) {
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
