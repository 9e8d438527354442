package io.helyos.persistence.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helyos.model.Decider;
import io.helyos.model.Rejection;
import io.helyos.model.agent.Order;
import io.helyos.model.cluster.ClusterCommand;
import io.helyos.model.deployment.DeploymentCommand;
import io.helyos.model.node.Granted;
import io.helyos.model.node.NodeCommand;
import io.helyos.model.pod.ExecPlace;
import io.helyos.model.pod.Needs;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.pod.PodReport;
import io.helyos.model.project.Listed;
import io.helyos.model.project.ProjectCommand;
import io.helyos.model.scheduling.Verdict;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageFormatTest {
  private final MessageFormat format = new MessageFormat();

  static Stream<Class<?>> words() {
    var commands =
        Stream.of(
                ClusterCommand.class,
                NodeCommand.class,
                ProjectCommand.class,
                DeploymentCommand.class,
                PodCommand.class)
            .flatMap(sealed -> Arrays.stream(sealed.getPermittedSubclasses()));
    var others =
        Stream.of(
            Order.class,
            Rejection.class,
            Granted.class,
            Listed.class,
            PodReport.class,
            ExecPlace.class,
            Needs.class,
            Verdict.Chosen.class,
            Verdict.NoneFits.class);
    return Stream.concat(commands, others);
  }

  @ParameterizedTest
  @MethodSource("words")
  void every_word_arrives_as_it_was_said(Class<?> type) {
    for (var variant = 0; variant < Samples.VARIANTS; variant++) {
      var said = Samples.of(type, variant);
      assertThat(format.read(format.name(said), format.write(said)))
          .as("variant %d", variant)
          .isEqualTo(said);
    }
  }

  @Test
  void an_answer_without_a_value_arrives() {
    var accepted = Decider.Accepted.ACCEPTED;
    assertThat(format.read(format.name(accepted), format.write(accepted))).isEqualTo(accepted);
  }

  @Test
  void a_word_of_a_newer_build_is_refused_by_its_name() {
    assertThatThrownBy(() -> format.read("pod.Dance", new byte[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("pod.Dance");
  }

  @Test
  void what_is_no_word_between_daemons_is_refused() {
    assertThatThrownBy(() -> format.name("text")).hasMessageContaining("String");
  }
}
