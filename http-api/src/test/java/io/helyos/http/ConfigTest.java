package io.helyos.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConfigTest {
  private static final String PATH = "/api/v1/cluster/config";
  private RunningApi api;

  @BeforeEach
  void start() {
    api = RunningApi.start();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private Exchange choose(String key, String value) {
    return api.post(PATH, "{\"key\": \"%s\", \"value\": \"%s\"}".formatted(key, value));
  }

  @Test
  void what_holds_for_the_cluster_is_shown_and_chosen() {
    var usual = api.get(PATH).expect(200).json();
    assertThat(usual.at("/scheduler").asText()).isEqualTo("spread");
    assertThat(usual.at("/node_timeout").asText()).isEmpty();

    choose("scheduler", "binpack").expect(200);
    choose("node-timeout", "90s").expect(200);
    var chosen = api.get(PATH).json();
    assertThat(chosen.at("/scheduler").asText()).isEqualTo("binpack");
    assertThat(chosen.at("/node_timeout").asText()).isEqualTo("90s");

    var back = choose("node-timeout", "").expect(200).json();
    assertThat(back.at("/node_timeout").asText()).isEmpty();
    assertThat(back.at("/scheduler").asText()).isEqualTo("binpack");
  }

  @Test
  void what_is_unknown_or_makes_no_sense_is_refused() {
    choose("scheduler", "random").expect(422, "invalid");
    choose("colour", "blue").expect(422, "invalid");
    choose("node-timeout", "soon").expect(422, "invalid");
    choose("node-timeout", "1s").expect(422, "invalid");
  }
}
