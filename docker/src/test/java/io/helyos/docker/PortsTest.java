package io.helyos.docker;

import static io.helyos.model.port.Workbench.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.helyos.model.port.ContainerSpec;
import io.helyos.model.port.RuntimeFailure.Kind;
import io.helyos.model.port.Workbench;
import io.helyos.model.template.PortSpec.Protocol;
import io.helyos.model.template.PublishedPort;
import io.helyos.model.template.Resources;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PortsTest {
  @RegisterExtension final Bench bench = new Bench();

  private ContainerSpec serving(PublishedPort... ports) {
    var server = Bench.shell("httpd -p 8080 -h /www; trap 'exit 0' TERM; sleep 600 & wait $!");
    return bench.spec(server, "bridge", List.of(), List.of(ports), Resources.UNLIMITED);
  }

  private static String get(String address, int port) throws IOException {
    var url = URI.create("http://%s:%d/".formatted(address, port)).toURL();
    try (var body = url.openStream()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void a_published_port_answers() {
    var port = bench.freePort();
    var id = bench.bench().run(serving(new PublishedPort(8080, port, "", Protocol.TCP)));
    await()
        .atMost(Workbench.PATIENCE)
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(get("127.0.0.1", port)).isEqualTo("it works\n"));
    var expected = new PublishedPort(8080, port, "", Protocol.TCP);
    assertThat(bench.bench().inspect(id).ports()).containsExactly(expected);
    assertThat(bench.bench().list().getFirst().ports()).containsExactly(expected);
  }

  @Test
  void a_port_can_be_bound_to_one_address_and_to_another_protocol() {
    var tcp = new PublishedPort(8080, bench.freePort(), "127.0.0.1", Protocol.TCP);
    var udp = new PublishedPort(9090, bench.freePort(), "127.0.0.1", Protocol.UDP);
    var id = bench.bench().run(serving(tcp, udp));
    assertThat(bench.bench().inspect(id).ports()).containsExactly(tcp, udp);
    assertThat(bench.bench().list().getFirst().ports()).containsExactly(tcp, udp);
  }

  @Test
  void a_port_that_a_stranger_holds_is_taken_and_free_when_the_stranger_has_gone()
      throws IOException {
    int port;
    String id;
    try (var stranger = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
      port = stranger.getLocalPort();
      id = bench.bench().create(serving(new PublishedPort(8080, port, "", Protocol.TCP)));
      var failure = failure(bench.runtime().start(id));
      assertThat(failure.kind()).isEqualTo(Kind.PORT_TAKEN);
      assertThat(failure).hasMessage("host port " + port + " is already in use on 0.0.0.0");
    }
    bench.bench().start(id);
    assertThat(bench.bench().inspect(id).isRunning()).isTrue();
  }

  @Test
  void on_the_hosts_network_a_container_sees_the_hosts_name_and_has_no_address() {
    var spec =
        bench.spec(Bench.shell("sleep 600"), "host", List.of(), List.of(), Resources.UNLIMITED);
    var id = bench.bench().run(spec);
    assertThat(Bench.raw(id).getHostConfig().getNetworkMode()).isEqualTo("host");
    assertThat(bench.bench().inspect(id).ip()).isEmpty();
  }
}
