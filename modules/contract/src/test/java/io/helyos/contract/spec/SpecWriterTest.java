package io.helyos.contract.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.contract.spec.PortSpec.Protocol;
import io.helyos.contract.spec.SpecWriter.Draft;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecWriterTest {

  @Test
  void a_draft_is_written_as_one_would_by_hand() {
    var draft = new Draft("shop", "web", "ghcr.io/team/web:1.2", 3, List.of(PortSpec.free(3000)));

    assertThat(SpecWriter.yaml(draft))
        .isEqualTo(
            """
            project: shop
            deployment:
              name: web
            image: ghcr.io/team/web:1.2
            replicas: 3
            ports:
              - 3000
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "true", "1", "1e3", "0x1f", "no", "a-b"})
  void a_name_reads_back_as_a_text_whatever_it_looks_like(String name) {
    var read = read(new Draft(name, name, name + ":1.10", 0, List.of()));

    assertThat(read.project()).isEqualTo(name);
    assertThat(read.name()).isEqualTo(name);
    assertThat(read.container().image()).isEqualTo(name + ":1.10");
    assertThat(read.replicas()).isZero();
  }

  @Test
  void every_form_of_a_port_reads_back() {
    var ports =
        List.of(
            PortSpec.free(3000),
            port("", 3001, 8081, "", Protocol.TCP),
            port("", 3002, 0, "", Protocol.UDP),
            port("", 3003, 8083, "127.0.0.1", Protocol.UDP),
            port("", 3004, 0, "::1", Protocol.TCP),
            port("http", 3005, 8085, "::1", Protocol.UDP));

    assertThat(read(new Draft("p", "d", "nginx", 1, ports)).container().ports()).isEqualTo(ports);
  }

  private static PortSpec port(String name, int container, int host, String ip, Protocol protocol) {
    return new PortSpec(
        Optional.of(name).filter(n -> !n.isEmpty()),
        container,
        Optional.of(host).filter(h -> h > 0),
        Optional.of(ip).filter(i -> !i.isEmpty()),
        protocol);
  }

  private static DeploymentSpec read(Draft draft) {
    var yaml = SpecWriter.yaml(draft).getBytes(StandardCharsets.UTF_8);
    assertThat(SpecReader.read(yaml, Format.YAML)).isInstanceOf(SpecReading.Valid.class);
    return ((SpecReading.Valid) SpecReader.read(yaml, Format.YAML)).spec();
  }
}
