package io.helyos.persistence.serialization;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import io.helyos.model.DeploymentId;
import io.helyos.model.EntityKind;
import io.helyos.model.agent.Order;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.journal.EncodedEvent;
import io.helyos.model.pod.Pod.After;
import io.helyos.model.pod.PodEvent.AttemptBegun;
import io.helyos.model.pod.PodEvent.PodStopping;
import io.helyos.persistence.serialization.EventTypes.EventType;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JacksonCodecTest {
  private final JacksonCodec codec = new JacksonCodec();

  private static List<EventType> types() {
    return EventTypes.all();
  }

  private static IntStream variants() {
    return IntStream.range(0, Samples.VARIANTS);
  }

  private static Stream<Arguments> states() {
    return Arrays.stream(EntityKind.values())
        .flatMap(kind ->
            Arrays.stream(Alternatives.stateOf(kind).getPermittedSubclasses())
                .map(state -> Arguments.of(kind, state)));
  }

  @ParameterizedTest
  @MethodSource("types")
  void an_event_is_read_back_as_it_was_written(EventType type) {
    assertThat(variants().<Object>mapToObj(variant -> Samples.of(type.shape(), variant)))
        .allSatisfy(event -> assertThat(codec.decode(codec.encode(event))).isEqualTo(event));
  }

  @ParameterizedTest
  @MethodSource("states")
  void a_state_is_read_back_as_it_was_written(EntityKind kind, Class<?> state) {
    assertThat(variants().<Object>mapToObj(variant -> Samples.of(state, variant)))
        .allSatisfy(value ->
            assertThat(codec.decodeState(kind, codec.encodeState(kind, value))).isEqualTo(value));
  }

  @ParameterizedTest
  @MethodSource("types")
  void the_same_event_gives_the_same_bytes(EventType type) {
    assertThat(codec.encode(Samples.of(type.shape(), 3)).bytes())
        .isEqualTo(codec.encode(Samples.of(type.shape(), 3)).bytes());
  }

  @ParameterizedTest
  @MethodSource("types")
  void no_name_of_a_class_is_written(EventType type) {
    var encoded = codec.encode(Samples.of(type.shape(), 3));
    assertThat(new String(encoded.bytes(), ISO_8859_1))
        .doesNotContain("io.helyos", "java.", type.shape().getSimpleName());
  }

  @ParameterizedTest
  @EnumSource
  void a_state_of_another_kind_is_refused(EntityKind kind) {
    var other = kind == EntityKind.POD ? EntityKind.NODE : EntityKind.POD;
    var running = Alternatives.stateOf(kind).getPermittedSubclasses()[1];
    var bytes = codec.encodeState(kind, Samples.of(running, 2));
    assertThatThrownBy(() -> codec.decodeState(other, bytes))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_order_is_read_back_as_it_was_written() {
    var format = new OrderFormat();
    assertThat(variants().mapToObj(variant -> Samples.of(Order.class, variant)))
        .allSatisfy(order -> assertThat(format.read(format.write(order))).isEqualTo(order));
  }

  @Test
  void json_shows_the_fields_of_the_event() {
    assertThat(codec.json(new AttemptBegun(4, 2))).isEqualTo("{\"incarnation\":4,\"attempt\":2}");
  }

  @Test
  void a_field_too_many_is_refused() throws Exception {
    var bytes = cbor(Map.of("incarnation", 4, "attempt", 2, "colour", "red"));
    assertThatThrownBy(() -> codec.decode(new EncodedEvent("pod.attempt", 1, bytes)))
        .hasMessageContaining("colour");
  }

  @Test
  void a_field_too_few_is_refused() throws Exception {
    var bytes = cbor(Map.of("incarnation", 4));
    assertThatThrownBy(() -> codec.decode(new EncodedEvent("pod.attempt", 1, bytes)))
        .hasMessageContaining("attempt");
  }

  /// Snapshots and events stay readable when a record gets one more optional field.
  @Test
  void an_optional_field_may_be_missing_in_what_an_older_build_has_written() throws Exception {
    var shop = Map.of("project", "shop", "name", "api");
    var bytes = cbor(Map.of("is", "absent", "last", shop, "revision", 3));
    assertThat(codec.decodeState(EntityKind.DEPLOYMENT, bytes))
        .isEqualTo(
            new Deployment.Absent(
                Optional.of(new DeploymentId("shop", "api")), Optional.empty(), 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"incarnation", "node", "ports"})
  void a_number_a_text_or_a_list_may_not(String field) throws Exception {
    var fields = new HashMap<String, Object>(Map.of("incarnation", 4, "node", "n1"));
    fields.put("ports", List.of());
    assertThat(codec.decode(new EncodedEvent("pod.placed", 1, cbor(fields)))).isNotNull();
    fields.remove(field);
    assertThatThrownBy(() -> codec.decode(new EncodedEvent("pod.placed", 1, cbor(fields))))
        .hasMessageContaining(field);
  }

  @Test
  void a_field_that_came_later_may_be_missing_and_is_then_not_written() throws Exception {
    var bytes = cbor(Map.of("incarnation", 4, "then", "STOP"));
    var read = codec.decode(new EncodedEvent("pod.stopping", 1, bytes));
    assertThat(read).isEqualTo(new PodStopping(4, After.STOP, Optional.empty()));
    assertThat(codec.json(read)).isEqualTo("{\"incarnation\":4,\"then\":\"STOP\"}");
    var draining = new PodStopping(4, After.STOP, Optional.of(Instant.EPOCH));
    assertThat(codec.decode(codec.encode(draining))).isEqualTo(draining);
    assertThat(codec.json(draining)).contains("drainSince");
  }

  @Test
  void a_field_of_another_type_is_refused() throws Exception {
    var bytes = cbor(Map.of("incarnation", 4, "attempt", "2"));
    assertThatThrownBy(() -> codec.decode(new EncodedEvent("pod.attempt", 1, bytes)))
        .hasMessageContaining("attempt");
  }

  @Test
  void an_object_that_is_no_event_is_not_written() {
    assertThatThrownBy(() -> codec.encode("a text")).hasMessageContaining("table of event types");
  }

  private static byte[] cbor(Map<String, Object> fields) throws Exception {
    return new CBORMapper().writeValueAsBytes(fields);
  }
}
