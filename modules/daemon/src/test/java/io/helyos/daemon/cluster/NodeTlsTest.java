package io.helyos.daemon.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.pekko.actor.ActorSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who may talk to whom, by handshakes in memory.
class NodeTlsTest {
  private static final String HERE = "127.0.0.1";
  private static final int PORT = 6444;

  @TempDir static Path folder;
  private static final List<ActorSystem> SYSTEMS = new ArrayList<>();
  private static Certificates ours;
  private static Certificates theirs;

  @BeforeAll
  static void sign() {
    ours = new Certificates(folder.resolve("ours")).sign("a", "ip:127.0.0.1");
    ours.sign("b", "ip:127.0.0.1").sign("elsewhere", "ip:10.1.1.1");
    theirs = new Certificates(folder.resolve("theirs")).sign("a", "ip:127.0.0.1");
  }

  @AfterAll
  static void end() {
    SYSTEMS.forEach(ActorSystem::terminate);
  }

  private static NodeTls node(Certificates signed, String name) {
    var config =
        NodeTls.config(signed.authority(), signed.certificate(name), signed.key(name))
            .withFallback(ConfigFactory.parseString("pekko.actor.provider = local"))
            .withFallback(ConfigFactory.load());
    var system = ActorSystem.create("tls", config);
    SYSTEMS.add(system);
    return new NodeTls(system);
  }

  @Test
  void two_daemons_of_one_authority_talk_by_tls_1_3() throws SSLException {
    var server = node(ours, "a").createServerSSLEngine(HERE, PORT);

    shake(node(ours, "b").createClientSSLEngine(HERE, PORT), server);

    assertThat(server.getSession().getProtocol()).isEqualTo("TLSv1.3");
    assertThat(server.getSession().getPeerPrincipal().getName()).isEqualTo("CN=b");
  }

  @Test
  void a_certificate_of_another_authority_is_refused_by_whoever_connects() {
    var client = node(ours, "a").createClientSSLEngine(HERE, PORT);
    var server = node(theirs, "a").createServerSSLEngine(HERE, PORT);

    assertThatThrownBy(() -> shake(client, server)).isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void whoever_has_no_certificate_of_the_authority_is_refused_by_the_one_that_is_called() {
    var server = node(ours, "a").createServerSSLEngine(HERE, PORT);
    var anybody = new Anybody().engine(HERE, PORT);

    assertThatThrownBy(() -> shake(anybody, server)).isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void the_certificate_of_another_machine_is_refused() {
    var client = node(ours, "a").createClientSSLEngine(HERE, PORT);
    var server = node(ours, "elsewhere").createServerSSLEngine(HERE, PORT);

    assertThatThrownBy(() -> shake(client, server))
        .isInstanceOf(SSLHandshakeException.class)
        .hasMessageContaining("127.0.0.1");
  }

  /// Lets both speak in turn until neither has anything to say.
  private static void shake(SSLEngine client, SSLEngine server) throws SSLException {
    var toServer = ByteBuffer.allocate(1 << 16);
    var toClient = ByteBuffer.allocate(1 << 16);
    for (var round = 0; round < 40; round++) {
      step(client, toClient, toServer);
      step(server, toServer, toClient);
    }
    assertThat(server.getHandshakeStatus()).isEqualTo(HandshakeStatus.NOT_HANDSHAKING);
  }

  private static void step(SSLEngine engine, ByteBuffer in, ByteBuffer out) throws SSLException {
    in.flip();
    if (in.hasRemaining()) engine.unwrap(in, ByteBuffer.allocate(1 << 16));
    in.compact();
    for (var task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
      task.run();
    }
    var status = engine.getHandshakeStatus();
    var wants = status == HandshakeStatus.NEED_WRAP || isFresh(engine);
    if (wants) engine.wrap(ByteBuffer.allocate(0), out);
  }

  private static boolean isFresh(SSLEngine engine) {
    return engine.getUseClientMode()
        && engine.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING
        && engine.getSession().getProtocol().equals("NONE");
  }
}
