package io.helyos.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.Decision.Accepted;
import io.helyos.model.cluster.Cluster;
import io.helyos.model.cluster.ClusterCommand;
import io.helyos.model.cluster.ClusterCommand.ChooseNodeTimeout;
import io.helyos.model.cluster.ClusterCommand.ChooseScheduler;
import io.helyos.model.cluster.ClusterCommand.ConfirmLosses;
import io.helyos.model.cluster.ClusterCommand.Found;
import io.helyos.model.cluster.ClusterCommand.IssueToken;
import io.helyos.model.cluster.ClusterCommand.ReportSilence;
import io.helyos.model.cluster.ClusterCommand.RevokeToken;
import io.helyos.model.cluster.ClusterLifecycle;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.deployment.DeploymentCommand;
import io.helyos.model.deployment.DeploymentCommand.Deploy;
import io.helyos.model.deployment.DeploymentCommand.Remove;
import io.helyos.model.deployment.DeploymentCommand.ReportPod;
import io.helyos.model.deployment.DeploymentCommand.Scale;
import io.helyos.model.deployment.DeploymentCommand.Stop;
import io.helyos.model.deployment.DeploymentLifecycle;
import io.helyos.model.node.Node;
import io.helyos.model.node.NodeCommand;
import io.helyos.model.node.NodeCommand.Cordon;
import io.helyos.model.node.NodeCommand.Label;
import io.helyos.model.node.NodeCommand.Register;
import io.helyos.model.node.NodeCommand.Uncordon;
import io.helyos.model.node.NodeFacts;
import io.helyos.model.node.NodeLifecycle;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.pod.PodLifecycle;
import io.helyos.model.pod.PodReport;
import io.helyos.model.pod.PodReport.Phase;
import io.helyos.model.project.ProjectCommand;
import io.helyos.model.project.ProjectCommand.Create;
import io.helyos.model.project.ProjectCommand.Delete;
import io.helyos.model.project.ProjectCommand.Resume;
import io.helyos.model.project.ProjectCommand.Suspend;
import io.helyos.model.project.ProjectLifecycle;
import io.helyos.model.scheduling.Strategy;
import io.helyos.model.template.PodTemplate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every change that a user can make can be taken back, or says why not.
class UndoTest {
  private static final DeploymentId API = new DeploymentId("shop", "api");
  private static final NodeFacts FACTS =
      new NodeFacts("10.0.0.1", "amd64", "29.0", 2000, 1 << 30, 20_000, 20_010, 110);

  private static final NodeCommand DRAIN = new NodeCommand.Drain(Duration.ofHours(1));

  /// A user's command after some past, and what counts as the same state as before.
  record Change<C, E, S, F>(
      Decider<C, E, S, F> decider,
      List<C> past,
      C command,
      List<C> then,
      UnaryOperator<Object> of) {
    @Override
    public String toString() {
      return command.getClass().getSimpleName() + " after " + names(past);
    }

    private static String names(List<?> commands) {
      return commands.isEmpty()
          ? "nothing"
          : String.join(", ", commands.stream().map(c -> c.getClass().getSimpleName()).toList());
    }

    private S after(S state, List<C> commands) {
      for (var one : commands) {
        if (!(decider.decide(state, one, Instant.EPOCH) instanceof Accepted<E>(var events))) {
          throw new AssertionError("%s was refused in %s".formatted(one, state));
        }
        for (var event : events) state = decider.evolve(state, event);
      }
      return state;
    }

    private void check() {
      var before = after(decider.initial(), past);
      var changed = after(before, List.of(command));
      assertThat(changed).as("the command changes something").isNotEqualTo(before);
      var now = after(changed, then);
      var merge = Merge.of(before, changed, now);
      var wanted = decider.without(merge);
      assertThat(merge.conflicts()).isEmpty();
      switch (decider.inverse(wanted, now, Instant.EPOCH)) {
        case Undo.By<C>(var commands) ->
            assertThat(of.apply(after(now, commands))).isEqualTo(of.apply(before));
        case Undo.Impossible<C>(var why) -> assertThat(why).matches("[A-Z].{15,}\\.");
      }
    }
  }

  static Stream<Change<?, ?, ?, ?>> changes() {
    return Stream.of(deployments(), projects(), nodes(), tokens()).flatMap(List::stream);
  }

  private static Deploy deploy(String image, int replicas) {
    return new Deploy(API, PodTemplate.of(image), replicas, Map.of());
  }

  private static List<Change<?, ?, ?, ?>> deployments() {
    var one = deploy("nginx:1", 1);
    var gone = new ReportPod(API, new PodReport(0, 0, 0, 0, Phase.GONE));
    return List.of(
        deployment(List.of(), deploy("nginx:1", 0)),
        deployment(List.of(one), deploy("nginx:2", 4)),
        deployment(List.of(one, new Stop(API)), deploy("nginx:2", 4)),
        deployment(List.of(one), new Scale(API, 4)),
        deployment(
            List.of(one, deploy("nginx:2", 1)),
            new DeploymentCommand.Rollback(API, Optional.of(1))),
        deployment(List.of(one), new DeploymentCommand.Restart(API)),
        deployment(List.of(one), new DeploymentCommand.PauseRollout(API)),
        deployment(
            List.of(one, new DeploymentCommand.PauseRollout(API)),
            new DeploymentCommand.ResumeRollout(API)),
        deployment(List.of(one, new Stop(API)), new Scale(API, 1)),
        deployment(List.of(one), new Stop(API)),
        deployment(List.of(deploy("nginx:1", 0)), new Remove(API)),
        // The pods have to be gone before the name can be used again.
        deployment(List.of(one), new Remove(API), gone));
  }

  private static Change<?, ?, ?, ?> deployment(
      List<DeploymentCommand> past, DeploymentCommand command, DeploymentCommand... then) {
    return new Change<>(
        new DeploymentLifecycle(), past, command, List.of(then), UndoTest::definition);
  }

  /// What a user has defined; revisions grow with each change, also with one that is taken back.
  private static Object definition(Object state) {
    return switch ((Deployment) state) {
      case Deployment.Absent _ -> "absent";
      case Deployment.Active a ->
          List.of(
              a.id(),
              a.mode(),
              a.suspended(),
              a.replicas(),
              a.labels(),
              a.template(),
              a.rollout().paused());
    };
  }

  private static List<Change<?, ?, ?, ?>> projects() {
    var shop = new Create("shop");
    return List.of(
        project(List.of(), shop),
        project(List.of(shop), new Suspend()),
        project(List.of(shop, new Suspend()), new Resume()),
        project(List.of(shop), new Delete()),
        project(List.of(shop, new Suspend()), new Delete()));
  }

  private static Change<?, ?, ?, ?> project(List<ProjectCommand> past, ProjectCommand command) {
    return new Change<>(new ProjectLifecycle(), past, command, List.of(), UnaryOperator.identity());
  }

  private static List<Change<?, ?, ?, ?>> nodes() {
    var registered = new Register("n1", FACTS, Map.of("zone", "a"));
    return List.of(
        node(List.of(registered), new Cordon()),
        node(List.of(registered, new Cordon()), new Uncordon()),
        draining(List.of(registered), DRAIN),
        draining(List.of(registered, DRAIN), new NodeCommand.CancelDrain()),
        node(List.of(registered), new Label(Map.of("zone", "b", "disk", "fast"))),
        node(List.of(registered), new Label(Map.of("disk", "fast"), Set.of("zone"))));
  }

  /// That there was a drain once stays known.
  private static Change<?, ?, ?, ?> draining(List<NodeCommand> past, NodeCommand command) {
    return new Change<>(
        new NodeLifecycle(),
        past,
        command,
        List.of(),
        state ->
            state instanceof Node.Registered node
                ? List.of(node.isDraining(), node.cordoned())
                : state);
  }

  private static Change<?, ?, ?, ?> node(List<NodeCommand> past, NodeCommand command) {
    return new Change<>(new NodeLifecycle(), past, command, List.of(), UndoTest::byWhomever);
  }

  /// A label that was put back is as it was; that it is an operator's word by now does not count.
  private static Object byWhomever(Object state) {
    return state instanceof Node.Registered node
        ? List.of(node.facts(), node.labels(), node.cordoned(), node.reservations())
        : state;
  }

  private static final ReportSilence TWO_OF_THREE =
      new ReportSilence(
          Map.of("n1", Duration.ofMinutes(1), "n2", Duration.ofMinutes(1)),
          Set.of("n3"),
          Duration.ofMinutes(1));

  private static List<Change<?, ?, ?, ?>> tokens() {
    var issue = new IssueToken("t1", "ci", "hash", Optional.empty());
    return List.of(
        token(List.of(), new Found("c1")),
        token(List.of(new Found("c1")), issue),
        token(List.of(new Found("c1"), issue), new RevokeToken("ci")),
        token(List.of(new Found("c1")), new ChooseScheduler(Strategy.BINPACK)),
        token(
            List.of(new Found("c1"), new ChooseNodeTimeout(Optional.of(Duration.ofMinutes(1)))),
            new ChooseNodeTimeout(Optional.empty())),
        token(List.of(new Found("c1"), TWO_OF_THREE), new ConfirmLosses(Set.of("n1"))));
  }

  private static Change<?, ?, ?, ?> token(List<ClusterCommand> past, ClusterCommand command) {
    return new Change<>(new ClusterLifecycle(), past, command, List.of(), UndoTest::validTokens);
  }

  /// A revoked token stays in the books, without being of any use.
  private static Object validTokens(Object state) {
    return state instanceof Cluster.Founded founded
        ? List.of(
            founded.tokens().values().stream().filter(t -> t.isValid(Instant.EPOCH)).toList(),
            founded.config())
        : state;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void a_change_can_be_taken_back_or_says_why_not(Change<?, ?, ?, ?> change) {
    change.check();
  }

  @Test
  void no_command_of_a_user_is_forgotten_here() {
    var covered = new HashSet<Class<?>>();
    changes().forEach(change -> covered.add(change.command().getClass()));
    // Have a test of their own: they leave no trace in the state of their pod.
    covered.add(PodCommand.OpenExec.class);
    covered.add(PodCommand.OpenCopy.class);
    assertThat(covered).containsExactlyInAnyOrderElementsOf(UsersCommands.all());
  }

  sealed interface Extended {
    record Old() implements Extended {}

    sealed interface Further extends Extended {
      record New() implements Further {}
    }
  }

  @Test
  void a_command_that_is_new_counts_as_a_users_until_it_is_named() {
    assertThat(UsersCommands.of(List.of(Extended.class)))
        .containsExactlyInAnyOrder(Extended.Old.class, Extended.Further.New.class);
  }

  @Test
  void what_was_done_inside_a_container_cannot_be_taken_back() {
    var pods = new PodLifecycle();
    assertThat(pods.inverse(pods.initial(), pods.initial(), Instant.EPOCH))
        .isInstanceOfSatisfying(
            Undo.Impossible.class, no -> assertThat(no.why()).contains("inside a container"));
  }

  @Test
  void what_nobody_changed_cannot_be_taken_back() {
    var nodes = new NodeLifecycle();
    Node node = Given.given(nodes).and(new Register("n1", FACTS, Map.of())).state();
    assertThat(nodes.inverse(node, node, Instant.EPOCH)).isInstanceOf(Undo.Impossible.class);
  }
}
