package io.helyos.model.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.PodId;
import io.helyos.model.agent.Order;
import io.helyos.model.agent.Order.Want;
import io.helyos.model.port.ContainerState;
import io.helyos.model.port.ContainerState.Phase;
import io.helyos.model.reconciliation.Step.BringUp;
import io.helyos.model.reconciliation.Step.Halt;
import io.helyos.model.reconciliation.Step.Remove;
import io.helyos.model.reconciliation.Step.Rest;
import io.helyos.model.reconciliation.Step.SetAside;
import io.helyos.model.reconciliation.Step.Start;
import io.helyos.model.reconciliation.Step.Stop;
import io.helyos.model.template.Backoff;
import io.helyos.model.template.PodTemplate;
import io.helyos.model.template.RestartPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// From an order and the containers of its pod to the next step.
class ReconciliationTest {
  private static final PodId POD = new PodId("shop", "api", 0);
  private static final String NAME = "helyos-shop-api-0";
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static final PodTemplate AT_ONCE =
      PodTemplate.of("nginx").withBackoff(new Backoff(Duration.ZERO, Duration.ofMinutes(5)));

  private static Order order(Want want, long incarnation, int attempt) {
    return order(want, incarnation, attempt, PodTemplate.of("nginx"));
  }

  private static Order order(Want want, long incarnation, int attempt, PodTemplate template) {
    var origin = new Order.Origin("ch1", "ada", "pod|api@7", Instant.EPOCH);
    return new Order(POD, want, incarnation, attempt, 1, template, List.of(), origin);
  }

  private static Order running(long incarnation, int attempt) {
    return order(Want.RUNNING, incarnation, attempt);
  }

  private static ContainerState container(long incarnation, int attempt, Phase phase) {
    return container(incarnation, attempt, phase, NAME, Optional.of(NOON));
  }

  private static ContainerState aside(int attempt, Instant end) {
    return container(1, attempt, Phase.EXITED, NAME + "_1." + attempt, Optional.of(end));
  }

  private static ContainerState container(
      long incarnation, int attempt, Phase phase, String name, Optional<Instant> end) {
    return new ContainerState(
        "c" + incarnation + "." + attempt,
        name,
        "nginx",
        Labels.of(running(incarnation, attempt), "c1", "n1"),
        phase,
        0,
        false,
        Optional.of(NOON),
        phase == Phase.EXITED ? end : Optional.empty(),
        "",
        List.of(),
        "");
  }

  private static Step next(Order order, ContainerState... containers) {
    return Reconciliation.next(order, List.of(containers), NOON);
  }

  @Test
  void nothing_there_is_brought_up() {
    assertThat(next(running(1, 1))).isEqualTo(new BringUp());
  }

  @Test
  void what_is_there_is_left_alone_or_started() {
    var created = container(1, 1, Phase.CREATED);
    assertThat(next(running(1, 1), created)).isEqualTo(new Start(created));
    for (var phase : List.of(Phase.RUNNING, Phase.PAUSED, Phase.EXITED, Phase.DEAD)) {
      assertThat(next(running(1, 1), container(1, 1, phase))).isEqualTo(new Rest());
    }
  }

  @Test
  void what_has_ended_and_is_followed_at_once_gives_up_the_name_before() {
    var dead = container(1, 1, Phase.EXITED);
    var atOnce = order(Want.RUNNING, 1, 1, AT_ONCE);
    assertThat(next(atOnce, dead)).isEqualTo(new SetAside(dead, NAME + "_1.1", true));
    assertThat(next(atOnce, aside(1, NOON))).isEqualTo(new Rest());
  }

  @ParameterizedTest
  @EnumSource(names = {"NEVER", "ONFAILURE"})
  void what_has_ended_for_good_keeps_its_name(RestartPolicy policy) {
    var once = order(Want.RUNNING, 1, 1, AT_ONCE.withRestart(policy));
    assertThat(next(once, container(1, 1, Phase.EXITED))).isEqualTo(new Rest());
  }

  @Test
  void what_is_started_again_by_hand_after_its_end_is_halted() {
    var own = container(1, 1, Phase.RUNNING);
    assertThat(next(order(Want.ENDED, 1, 1), own)).isEqualTo(new Halt(own));
    assertThat(next(order(Want.ENDED, 1, 1), container(1, 1, Phase.EXITED))).isEqualTo(new Rest());
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void what_is_of_another_life_goes_first(Phase phase) {
    var lives = phase == Phase.RUNNING || phase == Phase.PAUSED;
    for (var incarnation : new long[] {1, 3}) {
      var other = container(incarnation, 1, phase);
      var expected = lives ? new Stop(other) : new Remove(other);
      assertThat(next(running(2, 1), other)).isEqualTo(expected);
      assertThat(next(running(2, 1), container(2, 1, Phase.RUNNING), other)).isEqualTo(expected);
      assertThat(next(order(Want.ENDED, 2, 1), other)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource(value = Phase.class, mode = EnumSource.Mode.EXCLUDE, names = "EXITED")
  void what_is_of_an_earlier_start_and_not_simply_dead_goes_first(Phase phase) {
    var lives = phase == Phase.RUNNING || phase == Phase.PAUSED;
    var other = container(1, 1, phase);
    assertThat(next(running(1, 2), other)).isEqualTo(lives ? new Stop(other) : new Remove(other));
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void what_is_of_a_later_start_is_left_alone_until_the_order_follows_it(Phase phase) {
    var later = container(1, 3, phase);
    assertThat(next(running(1, 2), later)).isEqualTo(new Rest());
    assertThat(Reconciliation.latestAhead(running(1, 2), List.of(later))).contains(3);
    assertThat(Reconciliation.latestAhead(running(1, 3), List.of(later))).isEmpty();
    assertThat(Reconciliation.latestAhead(running(2, 1), List.of(later))).isEmpty();
  }

  @Test
  void the_remains_of_the_last_start_give_up_the_name_and_are_kept() {
    var dead = container(1, 1, Phase.EXITED);
    assertThat(next(running(1, 2), dead)).isEqualTo(new SetAside(dead, NAME + "_1.1", false));
    assertThat(next(running(1, 2), aside(1, NOON))).isEqualTo(new BringUp());
    var own = container(1, 2, Phase.RUNNING);
    assertThat(
            Reconciliation.next(running(1, 2), List.of(own, aside(1, NOON)), NOON.plusSeconds(999)))
        .isEqualTo(new Rest());
  }

  @Test
  void remains_whose_name_was_not_heard_are_set_aside_too() {
    var nameless = container(1, 1, Phase.EXITED, "", Optional.of(NOON));
    assertThat(next(running(1, 2), nameless))
        .isEqualTo(new SetAside(nameless, NAME + "_1.1", false));
  }

  @Test
  void two_starts_never_share_a_name_aside() {
    var names = new ArrayList<String>();
    for (var incarnation : new long[] {1, 11}) {
      for (var attempt : new int[] {1, 11, 111}) {
        var dead = container(incarnation, attempt, Phase.EXITED);
        names.add(((SetAside) next(running(incarnation, 200), dead)).name());
      }
    }
    assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.startsWith(NAME + "_"));
  }

  @Test
  void older_remains_are_removed_a_minute_after_their_end() {
    var own = aside(4, NOON.plusSeconds(30));
    var all =
        List.of(
            own, aside(1, NOON), aside(3, NOON.plusSeconds(20)), aside(2, NOON.plusSeconds(10)));
    for (var order : List.of(running(1, 4), order(Want.ENDED, 1, 4))) {
      assertThat(Reconciliation.next(order, all, NOON.plusSeconds(59))).isEqualTo(new Rest());
      assertThat(Reconciliation.next(order, all, NOON.plusSeconds(60)))
          .isEqualTo(new Remove(aside(1, NOON)));
      assertThat(Reconciliation.nextCollection(order, all)).contains(NOON.plusSeconds(60));
      var two = List.of(own, all.get(2), all.get(3));
      assertThat(Reconciliation.next(order, two, NOON.plusSeconds(69))).isEqualTo(new Rest());
      assertThat(Reconciliation.next(order, two, NOON.plusSeconds(70)))
          .isEqualTo(new Remove(aside(2, NOON.plusSeconds(10))));
      var newest = List.of(own, all.get(2));
      assertThat(Reconciliation.next(order, newest, NOON.plusSeconds(99_999)))
          .isEqualTo(new Rest());
      assertThat(Reconciliation.nextCollection(order, newest)).isEmpty();
    }
  }

  @Test
  void older_remains_of_unknown_age_are_old() {
    var unknown = container(1, 1, Phase.EXITED, NAME + "_1.1", Optional.empty());
    assertThat(next(running(1, 3), container(1, 3, Phase.RUNNING), unknown, aside(2, NOON)))
        .isEqualTo(new Remove(unknown));
  }

  @Test
  void a_start_does_not_wait_for_remains_to_be_old() {
    assertThat(next(running(1, 4), aside(1, NOON), aside(2, NOON), aside(3, NOON)))
        .isEqualTo(new BringUp());
  }

  @Test
  void nothing_is_brought_up_while_the_name_is_not_free() {
    var dead = container(1, 2, Phase.EXITED);
    assertThat(next(running(1, 3), aside(1, NOON), dead))
        .isEqualTo(new SetAside(dead, NAME + "_1.2", false));
  }

  @Test
  void after_the_end_the_dead_container_keeps_its_name() {
    assertThat(next(order(Want.ENDED, 1, 1), container(1, 1, Phase.EXITED))).isEqualTo(new Rest());
    assertThat(next(order(Want.ENDED, 1, 1))).isEqualTo(new Rest());
  }

  @Test
  void an_order_to_be_gone_leaves_nothing_of_this_life_or_an_earlier_one() {
    var gone = order(Want.GONE, 2, 0);
    var remains = container(1, 1, Phase.EXITED);
    var own = container(2, 7, Phase.RUNNING);
    assertThat(next(gone, own)).isEqualTo(new Stop(own));
    assertThat(next(gone, remains)).isEqualTo(new Remove(remains));
    assertThat(Reconciliation.isVacated(gone, List.of(own))).isFalse();
    assertThat(Reconciliation.isVacated(gone, List.of(remains))).isFalse();
    var later = container(3, 1, Phase.RUNNING);
    assertThat(next(gone, later)).isEqualTo(new Rest());
    assertThat(Reconciliation.isVacated(gone, List.of(later))).isTrue();
    assertThat(Reconciliation.isVacated(running(2, 1), List.of())).isFalse();
  }

  @Test
  void every_mess_is_cleared_up_in_finitely_many_steps() {
    var mess =
        List.of(
            container(1, 1, Phase.RUNNING),
            container(3, 1, Phase.PAUSED),
            container(2, 1, Phase.EXITED),
            container(2, 2, Phase.DEAD),
            container(2, 3, Phase.CREATED),
            container(2, 4, Phase.EXITED));
    var left = new ArrayList<>(mess);
    var steps = new ArrayList<Step>();
    var order = running(2, 5);
    for (var step = Reconciliation.next(order, left, NOON);
        !(step instanceof BringUp);
        step = Reconciliation.next(order, left, NOON)) {
      steps.add(step);
      assertThat(steps).hasSizeLessThan(20);
      apply(left, step);
    }
    assertThat(left).extracting(ContainerState::name).containsExactly(NAME + "_2.1", NAME + "_2.4");
    assertThat(steps).hasSize(6);
  }

  private static void apply(List<ContainerState> left, Step step) {
    switch (step) {
      case Stop(var container) -> left.remove(container);
      case Remove(var container) -> left.remove(container);
      case SetAside(var container, var name, _) ->
          left.set(
              left.indexOf(container),
              container(
                  2,
                  Labels.identity(container.labels()).orElseThrow().attempt(),
                  Phase.EXITED,
                  name,
                  Optional.of(NOON)));
      case Rest(), BringUp(), Start(_), Step.Halt(_) -> throw new AssertionError(step);
    }
  }

  @Test
  void labels_that_make_no_sense_name_nobody() {
    var good = Labels.of(running(1, 1), "c1", "n1");
    assertThat(Labels.identity(good)).contains(new Labels.Identity(POD, 1, 1));
    for (var key : List.of(Labels.PROJECT, Labels.DEPLOYMENT, Labels.INDEX, Labels.ATTEMPT)) {
      var less = new HashMap<>(good);
      less.remove(key);
      assertThat(Labels.identity(less)).isEmpty();
    }
    assertThat(Labels.identity(Map.of())).isEmpty();
  }
}
