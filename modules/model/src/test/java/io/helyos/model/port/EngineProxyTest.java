package io.helyos.model.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.helyos.model.port.FaultyEngine.Fault;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The proxy between a bare client and an engine that answers every request in the same way.
@Timeout(60)
class EngineProxyTest {
  private static final String PLAIN = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK";
  private static final String EVENTS =
      String.join(
          "\r\n",
          List.of(
              "HTTP/1.1 200 OK",
              "Transfer-Encoding: chunked",
              "",
              "2\r\na\n",
              "2\r\nb\n",
              "2\r\nc\n",
              "0\r\n\r\n"));

  @TempDir Path folder;
  private final List<String> arrived = new CopyOnWriteArrayList<>();
  private ServerSocketChannel engine;
  private EngineProxy proxy;

  @BeforeEach
  void open() throws IOException {
    engine = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    engine.bind(UnixDomainSocketAddress.of(folder.resolve("engine")));
    Thread.ofVirtual().start(this::serve);
    proxy = new EngineProxy(folder.resolve("proxy"), folder.resolve("engine"));
  }

  @AfterEach
  void close() throws IOException {
    proxy.close();
    engine.close();
  }

  private void serve() {
    try {
      while (true) {
        var client = engine.accept();
        Thread.ofVirtual().start(() -> answer(client));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void answer(SocketChannel client) {
    try (client) {
      var in = Channels.newInputStream(client);
      while (true) {
        var head = HttpHead.read(in);
        in.readNBytes((int) Math.max(0, head.contentLength()));
        arrived.add(head.method() + " " + head.target());
        send(client, answerTo(head.target()));
        if (head.asksForUpgrade()) {
          in.transferTo(Channels.newOutputStream(client));
          return;
        }
      }
    } catch (IOException closed) {
      // The client has hung up.
    }
  }

  private static String answerTo(String target) {
    if (target.endsWith("/attach")) {
      return "HTTP/1.1 101 UPGRADED\r\nUpgrade: tcp\r\n\r\n";
    }
    if (target.contains("/logs")) {
      return "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n";
    }
    return target.contains("/events") ? EVENTS : PLAIN;
  }

  private SocketChannel connect() throws IOException {
    return SocketChannel.open(UnixDomainSocketAddress.of(proxy.socket()));
  }

  private static void send(SocketChannel to, String request) throws IOException {
    Channels.newOutputStream(to).write(request.getBytes(StandardCharsets.US_ASCII));
  }

  /// The whole answer to one request, on a connection of its own.
  private String ask(String firstLine) throws IOException {
    try (var connection = connect()) {
      send(connection, firstLine + " HTTP/1.1\r\nHost: engine\r\n\r\n");
      var in = Channels.newInputStream(connection);
      var head = HttpHead.read(in);
      if (!head.isChunked()) {
        return new String(in.readNBytes((int) head.contentLength()), StandardCharsets.US_ASCII);
      }
      var text = new StringBuilder();
      HttpBody.readChunks(in, chunk -> text.append(new String(chunk, StandardCharsets.US_ASCII)));
      return text.toString();
    }
  }

  @Test
  void what_is_asked_and_answered_passes_as_it_is() throws IOException {
    assertThat(ask("GET /v1.47/_ping")).isEqualTo("OK");
    assertThat(ask("GET /v1.47/events")).isEqualTo("a\nb\nc\n");
    assertThat(arrived).containsExactly("GET /v1.47/_ping", "GET /v1.47/events");
  }

  @Test
  void several_requests_with_bodies_share_a_connection() throws IOException {
    try (var connection = connect()) {
      var in = Channels.newInputStream(connection);
      for (var n = 0; n < 3; n++) {
        send(connection, "POST /containers/create HTTP/1.1\r\nContent-Length: 4\r\n\r\nGET ");
        assertThat(HttpHead.read(in).status()).isEqualTo(200);
        assertThat(in.readNBytes(2)).asString().isEqualTo("OK");
      }
    }
    assertThat(arrived).hasSize(3).containsOnly("POST /containers/create");
  }

  @Test
  void after_an_upgrade_each_side_may_end_its_own_speech() throws IOException {
    try (var connection = connect()) {
      send(connection, "POST /containers/x/attach HTTP/1.1\r\nUpgrade: tcp\r\n\r\necho");
      connection.shutdownOutput();
      var in = Channels.newInputStream(connection);
      assertThat(HttpHead.read(in).status()).isEqualTo(101);
      assertThat(in.readAllBytes()).asString().isEqualTo("echo");
    }
  }

  @Test
  void requests_are_counted_without_version_and_query() throws IOException {
    ask("GET /v1.47/containers/json?all=true");
    ask("GET /containers/json");
    ask("GET /v1.47/containers/abc/json");
    assertThat(proxy.count("GET", "/containers/json")).isEqualTo(2);
    assertThat(proxy.requests().getFirst().query()).isEqualTo("all=true");
    proxy.forgetRequests();
    assertThat(proxy.requests()).isEmpty();
  }

  @Test
  void a_hanging_request_reaches_nobody_and_gets_no_answer() throws IOException {
    proxy.inflict(Fault.HANG);
    var answer = CompletableFuture.supplyAsync(() -> asked("GET /_ping"));
    await().atMost(Workbench.PATIENCE).until(() -> proxy.count("GET", "/_ping") == 1);
    proxy.heal();
    assertThat(ask("GET /version")).isEqualTo("OK");
    assertThat(arrived).containsExactly("GET /version");
    assertThat(answer).isNotDone();
  }

  @Test
  void a_request_whose_answer_is_lost_has_arrived() {
    proxy.inflict(Fault.LOSE_ANSWERS);
    assertThatThrownBy(() -> ask("GET /_ping")).isInstanceOf(IOException.class);
    assertThat(arrived).containsExactly("GET /_ping");
  }

  @Test
  void a_refusing_proxy_cannot_be_connected_until_it_is_healed() throws IOException {
    proxy.inflict(Fault.REFUSE);
    assertThatThrownBy(this::connect).isInstanceOf(IOException.class);
    proxy.heal();
    assertThat(ask("GET /_ping")).isEqualTo("OK");
  }

  @RepeatedTest(20)
  void a_stream_that_is_cut_ends_in_the_midst_and_idle_connections_stay() throws IOException {
    try (var idle = connect();
        var stream = connect()) {
      send(stream, "GET /containers/x/logs?follow=1 HTTP/1.1\r\n\r\n");
      var in = Channels.newInputStream(stream);
      assertThat(HttpHead.read(in).isChunked()).isTrue();
      assertThat(in.readNBytes(6)).asString().isEqualTo("1\r\nx\r\n");
      proxy.cutStreams();
      assertThat(in.read()).as("the end").isEqualTo(-1);
      send(idle, "GET /_ping HTTP/1.1\r\n\r\n");
      assertThat(HttpHead.read(Channels.newInputStream(idle)).status()).isEqualTo(200);
    }
  }

  @Test
  void events_can_come_twice() throws IOException {
    proxy.inflict(Fault.DUPLICATE_EVENTS);
    assertThat(ask("GET /v1.47/events?since=1")).isEqualTo("a\na\nb\nb\nc\nc\n");
  }

  @Test
  void events_can_come_in_the_wrong_order_and_none_is_lost() throws IOException {
    proxy.inflict(Fault.REORDER_EVENTS);
    assertThat(ask("GET /events")).isEqualTo("b\na\nc\n");
  }

  @Test
  void only_events_are_put_in_disorder() throws IOException {
    proxy.inflict(Fault.DUPLICATE_EVENTS);
    assertThat(ask("GET /_ping")).isEqualTo("OK");
  }

  private String asked(String firstLine) {
    try {
      return ask(firstLine);
    } catch (IOException e) {
      return "cut: " + e;
    }
  }
}
