package io.helyos.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.contract.spec.Format;
import io.helyos.contract.spec.SpecReader;
import io.helyos.contract.spec.SpecReading;
import io.helyos.http.spec.SpecMapping;
import io.helyos.model.template.PodTemplate;
import io.helyos.model.template.Probe;
import io.helyos.model.template.Probe.Action;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Checks on their way from a spec to the model, and back to those who look.
class HealthchecksTest {
  private static final String PORTS =
      "ports: [53/udp, {name: web, container: 8080}, {name: admin, container: 9090}]\n";

  private static PodTemplate template(String more) {
    var bytes = (Specs.yaml("shop", "api", 1) + more).getBytes(StandardCharsets.UTF_8);
    var reading = (SpecReading.Valid) SpecReader.read(bytes, Format.YAML);
    return SpecMapping.toTemplate(reading.spec());
  }

  private static Action action(String healthcheck) {
    return template(PORTS + "healthcheck: " + healthcheck).health().orElseThrow().action();
  }

  @Test
  void a_port_is_resolved_by_name_by_number_or_by_being_the_first() {
    assertThat(action("{path: /ok, port: admin}")).isEqualTo(new Action.Http("/ok", 9090));
    assertThat(action("{tcp: true, port: 7000}")).isEqualTo(new Action.Tcp(7000));
    assertThat(action("{path: /ok}")).isEqualTo(new Action.Http("/ok", 8080));
    assertThat(action("{exec: [test, -f, /ok]}"))
        .isEqualTo(new Action.Exec(List.of("test", "-f", "/ok")));
  }

  @Test
  void the_figures_are_those_of_the_spec_or_the_defaults() {
    var said =
        template(
            PORTS
                + "healthcheck: {tcp: true, interval: 1m, timeout: 500ms, retries: 9, startPeriod: 2m}");
    assertThat(said.health())
        .contains(
            new Probe(
                new Action.Tcp(8080),
                Duration.ofMinutes(1),
                Duration.ofMillis(500),
                9,
                Duration.ofMinutes(2)));
    assertThat(said.readiness()).isEmpty();
    var ready = template(PORTS + "readiness: {path: /ready}");
    assertThat(ready.health()).isEmpty();
    assertThat(ready.readiness())
        .contains(
            new Probe(
                new Action.Http("/ready", 8080),
                Duration.ofSeconds(10),
                Duration.ofSeconds(5),
                3,
                Duration.ZERO));
  }

  @Test
  void a_check_by_path_is_shown_in_both_shapes() {
    try (var api = RunningApi.start()) {
      var shown =
          api.deploy(
                  Specs.yaml("shop", "api", 1)
                      + PORTS
                      + "healthcheck: {path: /ok, interval: 3s}\nreadiness: {exec: [ready]}\n")
              .expect(201)
              .json();
      assertThat(shown.at("/spec/healthcheck").toString())
          .isEqualTo("{\"path\":\"/ok\",\"interval\":\"3s\",\"timeout\":\"5s\",\"retries\":3}");
      assertThat(shown.at("/template/healthcheck").toString())
          .isEqualTo(
              "{\"path\":\"/ok\",\"port\":8080,\"interval\":\"3s\",\"timeout\":\"5s\","
                  + "\"retries\":3,\"startPeriod\":\"0s\"}");
      assertThat(shown.at("/template/readiness/exec/0").asText()).isEqualTo("ready");
    }
  }

  @Test
  void what_the_old_shape_cannot_say_is_null_there_and_whole_in_the_template() {
    try (var api = RunningApi.start()) {
      var shown =
          api.deploy(Specs.yaml("shop", "api", 1) + "healthcheck: {tcp: true, port: 5432}\n")
              .json();
      assertThat(shown.at("/spec/healthcheck").isNull()).isTrue();
      assertThat(shown.at("/template/healthcheck/tcp").asBoolean()).isTrue();
      assertThat(shown.at("/template/healthcheck/port").asInt()).isEqualTo(5432);
    }
  }

  @Test
  void another_check_is_another_revision() {
    try (var api = RunningApi.start()) {
      var spec = Specs.yaml("shop", "api", 1) + PORTS;
      api.deploy(spec + "healthcheck: {path: /ok}\n").expect(201);
      var same = api.deploy(spec + "healthcheck: {path: /ok, port: web}\n").expect(200).json();
      assertThat(same.at("/revision").asInt()).isEqualTo(1);
      var other = api.deploy(spec + "healthcheck: {path: /ok, retries: 5}\n").expect(200).json();
      assertThat(other.at("/revision").asInt()).isEqualTo(2);
    }
  }

  @Test
  void a_check_that_needs_a_port_and_has_none_is_refused_at_its_place() {
    try (var api = RunningApi.start()) {
      var fault =
          api.deploy(Specs.yaml("shop", "api", 1) + "healthcheck: {path: /ok}\n")
              .expect(422, "invalid")
              .json()
              .at("/errors/0");
      assertThat(fault.at("/path").asText()).isEqualTo("healthcheck.port");
      assertThat(fault.at("/line").asInt()).isEqualTo(5);
      assertThat(fault.at("/column").asInt()).isEqualTo(14);
      assertThat(fault.at("/detail").asText()).contains("expected a TCP port to probe, found none");
    }
  }
}
