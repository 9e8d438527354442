package io.helyos.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helyos.client.failure.BadConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:6443, true",
    "http://localhost:6443/, true",
    "127.0.0.1:6443, true",
    "http://[::1]:6443, true",
    "https://helyos.example.com, false"
  })
  void an_address_is_taken(String written, boolean loopback) {
    var endpoint = Endpoint.of(written);
    assertThat(endpoint.isLoopback()).isEqualTo(loopback);
    assertThat(endpoint.server().getPath()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ftp://x",
        "http://",
        "http://a b",
        "http://x/path",
        "http://u:p@x",
        "http://x?q"
      })
  void what_is_no_address_is_refused(String written) {
    assertThatThrownBy(() -> Endpoint.of(written))
        .isInstanceOf(BadConfig.class)
        .hasMessageContaining("http://127.0.0.1:6443");
  }
}
