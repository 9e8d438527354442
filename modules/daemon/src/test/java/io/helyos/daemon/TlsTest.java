package io.helyos.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helyos.client.HelyosClient;
import io.helyos.client.config.ConfigFile;
import io.helyos.client.config.Context;
import io.helyos.client.failure.ServerUnreachable;
import io.helyos.client.http.Endpoint;
import io.helyos.daemon.harness.DaemonProcess;
import io.helyos.http.tls.OwnCertificates;
import java.io.IOException;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A daemon whose API is encrypted, and the clients that it meets.
@Timeout(300)
class TlsTest {
  @TempDir Path folder;

  private Context context() {
    return ConfigFile.of(Map.of("HELYOS_CONFIG", folder.resolve("config.toml").toString()), folder)
        .load()
        .context("local")
        .orElseThrow();
  }

  private static Optional<String> pem(Context context) {
    return context
        .ca()
        .map(it -> new String(Base64.getDecoder().decode(it), StandardCharsets.US_ASCII));
  }

  private static HelyosClient client(String server, Context context) {
    return HelyosClient.of(
        Endpoint.of(server).withToken(context.token()).withTrust(pem(context), false));
  }

  private static void assertRefused(String server, Optional<String> pem, String message) {
    var client = HelyosClient.of(Endpoint.of(server).withTrust(pem, false));
    assertThatThrownBy(client::whoAmI)
        .isInstanceOf(ServerUnreachable.class)
        .hasMessageContaining(message);
  }

  @Test
  void the_local_context_trusts_the_daemon_and_every_mistake_is_told() throws IOException {
    try (var daemon = DaemonProcess.simulated(folder, 1).with("--tls", "on").encrypted().start()) {
      var context = context();
      var server = "https://127.0.0.1:" + daemon.port();
      assertThat(context.server()).isEqualTo(server);
      assertThat(client(server, context).whoAmI().name()).isEqualTo("local");
      assertThat(daemon.log()).contains("SHA256:" + context.caSha256().orElseThrow());
      assertThat(client(server, context).authority().orElseThrow().pem())
          .isEqualTo(pem(context).orElseThrow());
      assertRefused("http://127.0.0.1:" + daemon.port(), Optional.empty(), "found TLS");
      assertRefused(server, Optional.empty(), "found an unknown one");
      assertRefused(server, Optional.of(other()), "of another one");

      assertThat(daemon.terminate()).isZero();
      daemon.with("--tls", "off").inTheClear().start();
      assertThat(context().server()).isEqualTo("http://127.0.0.1:" + daemon.port());
      assertThat(context().ca()).isEmpty();
      assertRefused(server, pem(context), "found none");
    }
  }

  @Test
  void an_address_of_the_network_is_served_over_tls_only() throws IOException {
    var address = networkAddress();
    try (var daemon = DaemonProcess.simulated(folder, 1).with("--host", "0.0.0.0").encrypted()) {
      var refused = daemon.rival("--tls", "off");
      assertThat(refused.code()).isEqualTo(2);
      assertThat(refused.output())
          .contains("Expected a loopback address for --host beside --tls off");
      daemon.start();
      assertThat(context().server()).isEqualTo("https://127.0.0.1:" + daemon.port());
      var there = "https://%s:%d".formatted(address, daemon.port());
      assertThat(client(there, context()).whoAmI().name()).isEqualTo("local");
      assertThat(client(there, context()).health()).isEqualTo("ok");
      assertRefused("https://127.0.0.2:" + daemon.port(), pem(context()), "for other names");
    }
  }

  /// The authority of another daemon, made by the same means.
  private String other() throws IOException {
    var directory = folder.resolve("other");
    OwnCertificates.in(directory, Set.of("localhost"), InstantSource.system());
    return Files.readString(directory.resolve("ca.pem"));
  }

  /// One that others can reach this machine by; without any, a loopback one that is no default. The
  /// bridges of Docker's networks come and go with the tests beside this one.
  private static String networkAddress() throws IOException {
    return NetworkInterface.networkInterfaces()
        .filter(it -> !it.getName().matches("(br-|docker|veth|helyos).*"))
        .flatMap(NetworkInterface::inetAddresses)
        .filter(it -> it.getAddress().length == 4 && !it.isLoopbackAddress())
        .filter(it -> !it.isLinkLocalAddress())
        .map(it -> it.getHostAddress())
        .findFirst()
        .orElse("127.0.0.1");
  }
}
