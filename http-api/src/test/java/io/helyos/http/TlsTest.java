package io.helyos.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.helyos.contract.exec.ExecChannel;
import io.helyos.http.tls.OwnCertificates;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The API as clients reach it who trust its authority, another one, or nobody.
@Timeout(60)
class TlsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private OwnCertificates certificates;
  private RunningApi api;

  @BeforeEach
  void start() {
    certificates = own("data", "127.0.0.1");
    api = RunningApi.start(RunningApi.settings().with(Optional.of(certificates)));
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private OwnCertificates own(String name, String host) {
    return OwnCertificates.in(folder.resolve(name), Set.of(host), InstantSource.system());
  }

  private HttpRequest.Builder request(String host, String path) {
    return HttpRequest.newBuilder(URI.create("https://%s:%d%s".formatted(host, api.port(), path)))
        .header("Authorization", "Bearer " + api.token.whole());
  }

  private static HttpClient trusting(String pem) throws Exception {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    var bytes = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
    store.setCertificateEntry(
        "ca", CertificateFactory.getInstance("X.509").generateCertificate(bytes));
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }

  private HttpClient client() throws Exception {
    return trusting(certificates.authority().orElseThrow().pem());
  }

  @Test
  void a_client_that_trusts_the_authority_is_answered() throws Exception {
    var answer =
        client().send(request("127.0.0.1", "/api/v1/pods").build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.sslSession()).isPresent();
  }

  @Test
  void a_client_that_trusts_another_authority_sends_nothing() throws Exception {
    var other = trusting(own("other", "127.0.0.1").authority().orElseThrow().pem());
    assertThatThrownBy(
            () -> other.send(request("127.0.0.1", "/api/v1/pods").build(), BodyHandlers.ofString()))
        .isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void a_name_that_the_certificate_is_not_for_is_refused_by_the_client() throws Exception {
    var client = client();
    assertThatThrownBy(
            () -> client.send(request("localhost", "/health").build(), BodyHandlers.ofString()))
        .isInstanceOf(SSLHandshakeException.class)
        .hasMessageContaining("localhost");
  }

  @Test
  void anybody_gets_the_authority_also_while_the_daemon_starts() throws Exception {
    api.hasCore = false;
    var request =
        HttpRequest.newBuilder(URI.create("https://127.0.0.1:%d/api/v1/ca".formatted(api.port())))
            .build();
    var answer = client().send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    var authority = certificates.authority().orElseThrow();
    var told = JSON.readTree(answer.body());
    assertThat(told.at("/pem").asText()).isEqualTo(authority.pem());
    assertThat(told.at("/sha256").asText()).isEqualTo(authority.fingerprint());
  }

  @Test
  void without_tls_there_is_no_authority() {
    try (var plain = RunningApi.start()) {
      plain.get("/api/v1/ca", "Authorization", "").expect(404, "not-found");
    }
  }

  @Test
  void events_stream_over_tls() throws Exception {
    var request = request("127.0.0.1", "/api/v1/events").header("Accept", "text/event-stream");
    var answer = client().send(request.build(), BodyHandlers.ofLines());
    assertThat(answer.statusCode()).isEqualTo(200);
    try (var lines = answer.body()) {
      assertThat(lines.iterator().next()).startsWith(":");
    }
  }

  @Test
  void a_command_runs_in_a_pod_over_tls() throws Exception {
    Specs.register(api.core, "one");
    var deploy =
        request("127.0.0.1", "/api/v1/deploy")
            .header("Content-Type", "application/yaml")
            .POST(HttpRequest.BodyPublishers.ofString(Specs.yaml("shop", "api", 1)))
            .build();
    var client = client();
    assertThat(client.send(deploy, BodyHandlers.ofString()).statusCode()).isEqualTo(201);
    Specs.running(api.core, 0);
    var opened = new CompletableFuture<WebSocket>();
    var path = "/api/v1/pods/helyos-shop-api-0/exec?command=true";
    client
        .newWebSocketBuilder()
        .header("Authorization", "Bearer " + api.token.whole())
        .subprotocols(ExecChannel.PROTOCOL)
        .buildAsync(
            URI.create("wss://127.0.0.1:%d%s".formatted(api.port(), path)), new Opened(opened))
        .join();
    var socket = opened.get(30, TimeUnit.SECONDS);
    assertThat(socket.getSubprotocol()).isEqualTo(ExecChannel.PROTOCOL);
    socket.abort();
  }

  /// Waits for nothing but the opening.
  private record Opened(CompletableFuture<WebSocket> socket) implements WebSocket.Listener {
    @Override
    public void onOpen(WebSocket opened) {
      socket.complete(opened);
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      return null;
    }
  }
}
