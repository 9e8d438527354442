package io.helyos.persistence.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helyos.model.access.AccessEvent;
import io.helyos.model.cluster.ClusterEvent;
import io.helyos.model.deployment.DeploymentEvent;
import io.helyos.model.node.NodeEvent;
import io.helyos.model.pod.PodEvent;
import io.helyos.model.port.Codec.UnknownEventException;
import io.helyos.model.project.ProjectEvent;
import io.helyos.persistence.serialization.EventTypes.EventType;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventTypesTest {
  private static Stream<Class<?>> everyEvent() {
    return Stream.of(
            ClusterEvent.class,
            NodeEvent.class,
            ProjectEvent.class,
            DeploymentEvent.class,
            PodEvent.class,
            AccessEvent.class)
        .flatMap(EventTypesTest::events);
  }

  private static Stream<Class<?>> events(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventTypesTest::events)
        : Stream.of(type);
  }

  @Test
  void every_event_of_the_model_is_in_the_table_and_nothing_else() {
    assertThat(
            EventTypes.all().stream().filter(EventType::isPresent).<Class<?>>map(EventType::shape))
        .containsExactlyInAnyOrderElementsOf(everyEvent().toList());
  }

  @Test
  void no_name_and_version_is_used_twice() {
    assertThat(EventTypes.all().stream().map(type -> type.name() + " " + type.version()))
        .doesNotHaveDuplicates();
  }

  @Test
  void names_are_short_words_and_no_names_of_classes() {
    assertThat(EventTypes.all())
        .allSatisfy(type -> assertThat(type.name()).matches("[a-z]{3,10}\\.[a-z]+(-[a-z]+)?"))
        .allSatisfy(type -> assertThat(type.name()).doesNotContain(type.shape().getSimpleName()));
  }

  @Test
  void every_record_of_a_sealed_type_has_a_short_name() {
    assertThat(Alternatives.all())
        .allSatisfy(sealed ->
            assertThat(sealed.names().values())
                .containsExactlyInAnyOrder(sealed.type().getPermittedSubclasses()));
  }

  @Test
  void a_type_of_a_newer_build_is_refused_by_name() {
    assertThatThrownBy(() -> EventTypes.named("pod.beamed", 1))
        .isInstanceOf(UnknownEventException.class)
        .hasMessageContaining("pod.beamed");
  }

  @Test
  void a_version_of_a_newer_build_is_refused() {
    assertThatThrownBy(() -> EventTypes.named("pod.started", 1_000))
        .isInstanceOf(UnknownEventException.class)
        .hasMessageContaining("version 1000");
  }
}
