package io.helyos.contract.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.contract.spec.PortSpec.Protocol;
import io.helyos.contract.spec.text.LabelSelector;
import io.helyos.contract.spec.text.LabelSelector.Operator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecReaderTest {
  private static final String SMALLEST = "project: shop\ndeployment: {name: web}\nimage: nginx\n";

  @Test
  void the_smallest_spec_has_all_defaults() {
    assertThat(valid(SMALLEST))
        .isEqualTo(
            new DeploymentSpec(
                "shop",
                "web",
                1,
                new ContainerSpec(
                    "",
                    "nginx",
                    PullSpec.MISSING,
                    new CommandSpec(
                        List.of(), List.of(), Map.of(), Optional.empty(), Optional.empty(), true),
                    List.of(),
                    List.of(),
                    List.of(),
                    ResourcesSpec.UNLIMITED,
                    Optional.empty(),
                    Optional.empty(),
                    IsolationSpec.DEFAULT),
                NetworkSpec.DEFAULT,
                Optional.empty(),
                RestartSpec.ALWAYS,
                BackoffSpec.DEFAULT,
                StopSpec.DEFAULT,
                List.of(),
                List.of(),
                UpdateSpec.DEFAULT,
                PlacementSpec.ANYWHERE,
                Map.of(),
                Optional.empty()));
  }

  @Test
  void every_field_of_a_container_is_read() throws IOException {
    var container = everything().container();

    assertThat(container.image()).startsWith("registry.example.com:5000/team/web:1.2@sha256:");
    assertThat(container.pull()).isEqualTo(PullSpec.ALWAYS);
    assertThat(container.secrets())
        .containsExactly(
            new SecretSpec("TOKEN", Optional.empty()),
            new SecretSpec("KEY", Optional.of("/run/secrets/key")));
    assertThat(container.ports())
        .containsExactly(
            PortSpec.free(3000),
            port(3001, 8080, null, Protocol.TCP),
            port(3002, 8081, "127.0.0.1", Protocol.UDP),
            new PortSpec(
                Optional.of("admin"), 9000, Optional.of(9000), Optional.of("::1"), Protocol.TCP));
    assertThat(container.volumes())
        .containsExactly(
            new VolumeSpec.Named("data", "/data"),
            new VolumeSpec.Bind("/srv/config", "/config", true),
            new VolumeSpec.Tmpfs(64L << 20, "/dev/shm"));
    assertThat(container.resources())
        .isEqualTo(new ResourcesSpec(OptionalLong.of(256L << 20), OptionalLong.of(500)));
    assertThat(container.isolation())
        .isEqualTo(
            new IsolationSpec(
                List.of("NET_BIND_SERVICE", "CHOWN"),
                List.of("ALL"),
                List.of("no-new-privileges", "apparmor=docker-default"),
                true));
  }

  @Test
  void the_process_keeps_the_exact_text_of_the_document() throws IOException {
    assertThat(everything().container().command())
        .isEqualTo(
            new CommandSpec(
                List.of("/bin/serve"),
                List.of("--verbose", "8080"),
                Map.of(
                    "VERSION", "1.10",
                    "ZEROS", "010",
                    "ANSWER", "yes",
                    "TRUTH", "True",
                    "EMPTY", "",
                    "INJECTED", "'; DROP TABLE pods; -- ${jndi:ldap://x}",
                    "dotted.name", "a=b"),
                Optional.of("1000:1000"),
                Optional.of("/srv/app"),
                false));
  }

  @Test
  void probes_are_read() throws IOException {
    var container = everything().container();

    assertThat(container.healthcheck())
        .contains(
            new ProbeSpec(
                new ProbeSpec.Check.Http("/health"),
                Optional.of(new ProbeSpec.Port.Named("admin")),
                Duration.ofSeconds(10),
                Duration.ofMillis(500),
                5,
                Duration.ofMinutes(1)));
    assertThat(container.readiness())
        .contains(
            new ProbeSpec(
                new ProbeSpec.Check.Exec(List.of("/bin/ready")),
                Optional.empty(),
                Duration.ofSeconds(10),
                Duration.ofSeconds(5),
                3,
                Duration.ZERO));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{path: /}             | [53/udp, 80, 90]                          | 80",
        "{tcp: true, port: 90} | [80]                                      | 90",
        "{path: /, port: web}  | [80, {name: web, container: 8080}]        | 8080",
        "{exec: [ok]}          | [80]                                      | ",
      })
  void a_probe_asks_its_own_port_or_the_first_tcp_port(
      String probe, String ports, @Nullable Integer asked) {
    var container =
        valid(SMALLEST + "healthcheck: " + probe + "\nports: " + ports + "\n").container();

    assertThat(container.healthcheck().orElseThrow().portIn(container.ports()))
        .isEqualTo(Optional.ofNullable(asked));
  }

  @Test
  void every_field_of_the_deployment_is_read() throws IOException {
    var spec = everything();

    assertThat(spec.project()).isEqualTo("shop");
    assertThat(spec.name()).isEqualTo("web");
    assertThat(spec.replicas()).isEqualTo(3);
    assertThat(spec.network())
        .isEqualTo(
            new NetworkSpec(NetworkSpec.Mode.BRIDGE, true, Optional.of("shop.example.com"), true));
    assertThat(spec.hostname()).contains("web-1");
    assertThat(spec.restart()).isEqualTo(RestartSpec.ONFAILURE);
    assertThat(spec.backoff()).isEqualTo(new BackoffSpec(Duration.ZERO, Duration.ofHours(1)));
    assertThat(spec.stop())
        .isEqualTo(
            new StopSpec(Duration.ofSeconds(30), "SIGINT", Duration.ofSeconds(5), List.of("sync")));
    assertThat(spec.containers()).extracting(ContainerSpec::name).containsExactly("log");
    assertThat(spec.initContainers())
        .extracting(ContainerSpec::image)
        .containsExactly("localhost/migrate");
    assertThat(spec.labels())
        .isEqualTo(Map.of("team", "payments", "example.com/tier", "1", "version", "1.10"));
    assertThat(spec.expires()).contains(Instant.parse("2030-01-31T11:00:00Z"));
  }

  @Test
  void update_and_placement_are_read() throws IOException {
    var spec = everything();

    assertThat(spec.update())
        .isEqualTo(
            new UpdateSpec(
                UpdateSpec.Strategy.RECREATE,
                2,
                1,
                Duration.ofSeconds(5),
                Duration.ofMinutes(10),
                UpdateSpec.OnFailure.ROLLBACK,
                4));
    assertThat(spec.placement())
        .isEqualTo(
            new PlacementSpec(
                List.of(
                    new LabelSelector("role", Operator.IN, List.of("web", "api")),
                    new LabelSelector("zone", Operator.NOT_EQUALS, List.of("a"))),
                PlacementSpec.Mode.EVERYNODE,
                Optional.of("zone"),
                true));
  }

  @Test
  void nodes_are_chosen_for_one_pod_on_each_and_not_yet_for_replicas() {
    var spec = (SMALLEST + "placement: {nodes: role=web}\n").getBytes(StandardCharsets.UTF_8);
    var refused = SpecReader.read(spec, Format.YAML);
    assertThat(refused).isInstanceOf(SpecReading.Invalid.class);
    assertThat(refused.toString()).contains("placement.nodes", "mode: everynode");
  }

  @Test
  void what_is_not_carried_out_may_be_said_with_its_default() {
    var defaults =
        """
        secrets: []
        containers: []
        initContainers: []
        update: {}
        placement: {}
        network: {public: false, https: false}
        stop: {drain: 0s, grace: 1m}
        """;

    var spec = SMALLEST + defaults;
    assertThat(valid(spec).stop().grace()).isEqualTo(Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "replicas: 0",
        "replicas: 10000",
        "placement: {mode: everynode}",
        "placement: {mode: everynode, nodes: {role: web}}",
        "ports: [22:22]",
        "ports: [3000/udp, 3000]",
        "ports: [\"[::1]:8080:3000\", \"127.0.0.1::3001\"]",
        "env: {PATH: x, Path: y}",
        "network: {mode: host}",
        "network: {mode: none}",
        "resources: {cpu: 0.01}",
        "resources: {memory: 6M}",
        "restart: never",
        "healthcheck: {tcp: true, port: 3000}",
        "healthcheck: {path: /, interval: 1s}\nports: [53/udp, 80]",
        "healthcheck: {exec: [\"true\"], timeout: 1m}\nnetwork: {mode: none}",
        "healthcheck: {path: /, port: web}\nports: [{name: web, container: 80}]\nnetwork: {mode: host}",
        "readiness: {exec: [test, -f, /ready], retries: 1, startPeriod: 0s}",
        "stop: {signal: SIGRTMIN+3}",
        "user: nobody",
        "user: 1000",
        "capabilities: {drop: [NET_ADMIN]}",
        "labels: {}",
        "volumes: [{path: /srv, mount: /etc/app}]",
        "\"replicas\": 2",
        "? replicas\n: 2",
        "command:\n- |\n  two\n  lines",
      })
  void a_spec_with_this_is_accepted(String line) {
    assertThat(valid(SMALLEST + line + "\n").project()).isEqualTo("shop");
  }

  @Test
  void json_is_read_like_yaml() {
    var json =
        """
        {
        \t"project"
        :"shop","deployment":{"name":"web"},"image":"nginx",
        \t"env": {"SMILE": "\\uD83D\\uDE00", "N": 1.10, "B": true}
        }
        """;

    var reading = SpecReader.read(json.getBytes(StandardCharsets.UTF_8), Format.JSON);

    assertThat(spec(reading).container().command().env())
        .isEqualTo(Map.of("SMILE", "😀", "N", "1.10", "B", "true"));
  }

  @Test
  void a_byte_order_mark_is_no_part_of_the_text() {
    assertThat(valid("\ufeff" + SMALLEST)).isEqualTo(valid(SMALLEST));
  }

  @Test
  void what_is_not_utf_8_is_unreadable_at_its_first_bad_byte() {
    var bytes = (SMALLEST + "env: {A: é}").getBytes(StandardCharsets.ISO_8859_1);

    assertThat(SpecReader.read(bytes, Format.YAML))
        .isEqualTo(
            new SpecReading.Unreadable(
                new Violation(
                    4,
                    10,
                    "",
                    "encoding",
                    "expected UTF-8, found the byte 0xE9: save the file in UTF-8",
                    Optional.empty())));
  }

  @Test
  void utf_16_is_unreadable() {
    assertThat(SpecReader.read(SMALLEST.getBytes(StandardCharsets.UTF_16), Format.YAML))
        .isInstanceOf(SpecReading.Unreadable.class);
  }

  @Test
  void a_raw_control_character_is_no_yaml() {
    assertThat(SpecReader.read(bytes("a: 1\nb: \u0000"), Format.YAML))
        .isEqualTo(
            new SpecReading.Unreadable(
                new Violation(
                    2,
                    4,
                    "",
                    "syntax",
                    "expected YAML, found the character U+0000: remove it",
                    Optional.empty())));
  }

  @Test
  void a_spec_of_exactly_the_limit_is_read_and_a_larger_one_is_not_looked_at() {
    var comment = "#".repeat(SpecReader.MAX_BYTES - SMALLEST.length() - 1) + "\n";

    assertThat(valid(comment + SMALLEST)).isEqualTo(valid(SMALLEST));
    assertThat(SpecReader.read(bytes("#" + comment + SMALLEST), Format.YAML))
        .isEqualTo(new SpecReading.TooLarge(SpecReader.MAX_BYTES + 1, SpecReader.MAX_BYTES));
  }

  @Test
  void variables_are_limited_together() {
    var value = "x".repeat(40_000);
    var spec = SMALLEST + "env:\n  A: " + value + "\n  B: " + value + "\n";

    assertThat(SpecReader.read(bytes(spec), Format.YAML))
        .isEqualTo(
            new SpecReading.Invalid(
                List.of(
                    new Violation(
                        5,
                        3,
                        "env",
                        "too-long",
                        "expected at most 65536 bytes in all variables together, found 80002: "
                            + "move large values into files or volumes",
                        Optional.empty()))));
  }

  @Test
  void thousands_of_mistakes_are_cut_to_what_a_person_can_read() {
    var spec = SMALLEST + "x: 1\n".repeat(2_000);

    assertThat(SpecReader.read(bytes(spec), Format.YAML))
        .isInstanceOfSatisfying(
            SpecReading.Invalid.class,
            invalid -> {
              assertThat(invalid.violations()).hasSize(501);
              assertThat(invalid.violations().getLast().message()).contains("found 2000");
            });
  }

  private static PortSpec port(int container, int host, @Nullable String ip, Protocol protocol) {
    return new PortSpec(
        Optional.empty(), container, Optional.of(host), Optional.ofNullable(ip), protocol);
  }

  private static DeploymentSpec everything() throws IOException {
    try (var in = SpecReaderTest.class.getResourceAsStream("everything.yaml")) {
      var bytes = Objects.requireNonNull(in).readAllBytes();
      return spec(SpecReader.read(bytes, Format.YAML, Set.of()));
    }
  }

  private static DeploymentSpec valid(String yaml) {
    return spec(SpecReader.read(bytes(yaml), Format.YAML));
  }

  private static DeploymentSpec spec(SpecReading reading) {
    assertThat(reading).isInstanceOf(SpecReading.Valid.class);
    return ((SpecReading.Valid) reading).spec();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
