package io.helyos.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineAddressTest {
  private static DockerSettings settings(String host, Optional<Path> certificates) {
    return new DockerSettings(
        URI.create(host),
        certificates,
        1,
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        Path.of("/none"),
        List.of(),
        List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"unix:///run/docker.sock", "tcp://127.0.0.1:2375", "tcp://[::1]:2375"})
  void this_machine_needs_no_tls(String host) {
    assertThatCode(() -> EngineAddress.check(settings(host, Optional.empty())))
        .doesNotThrowAnyException();
    assertThat(EngineAddress.isLocal(URI.create(host))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "tcp://192.0.2.1:2375, there is no TLS; set DOCKER_TLS_VERIFY=1 and DOCKER_CERT_PATH",
    "tcp://192.0.2.1, expected tcp://address:port",
    "http://127.0.0.1:2375, expected unix:///path or tcp://address:port",
    "engine, expected unix:///path or tcp://address:port"
  })
  void other_addresses_are_refused_with_the_reason(String host, String reason) {
    assertThatThrownBy(() -> DockerRuntime.connect(settings(host, Optional.empty())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("cannot use the Docker engine at " + host)
        .hasMessageEndingWith(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = "tcp://192.0.2.1:2376")
  void another_machine_is_fine_with_tls_and_none_of_our_own(String host) {
    assertThatCode(() -> EngineAddress.check(settings(host, Optional.of(Path.of("/certs")))))
        .doesNotThrowAnyException();
    assertThat(EngineAddress.isLocal(URI.create(host))).isFalse();
  }
}
