package io.helyos.model.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.PodId;
import io.helyos.model.agent.Order;
import io.helyos.model.agent.Order.Want;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.pod.PodCommand.ReportExited;
import io.helyos.model.pod.PodCommand.ReportStarted;
import io.helyos.model.port.ContainerEvent;
import io.helyos.model.port.ContainerEvent.Kind;
import io.helyos.model.port.ContainerState;
import io.helyos.model.port.ContainerState.Phase;
import io.helyos.model.reconciliation.Labels;
import io.helyos.model.reconciliation.Step;
import io.helyos.model.template.PodTemplate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An agent's work at the desk of `shop/api/0`, one hand movement at a time.
final class Shift {
  static final PodId POD = new PodId("shop", "api", 0);
  static final String NODE = "n1";
  static final String CLUSTER = "c1";
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  static final Order.Origin ORIGIN = new Order.Origin("ch1", "ada", "pod|api@7", NOON);

  private Desk desk = Desk.of(POD);
  private Instant now = NOON;
  private long heard;

  /// A pod's order for a start of the first life.
  static Order order(int attempt) {
    return order(1, attempt, PodTemplate.of("nginx"));
  }

  static Order order(long incarnation, int attempt, PodTemplate template) {
    return new Order(
        POD,
        Want.RUNNING,
        incarnation,
        attempt,
        attempt - 1,
        0,
        1,
        template,
        List.of(),
        ORIGIN,
        List.of());
  }

  static Order gone(long incarnation) {
    return Orders.gone(POD, incarnation, PodTemplate.of("").stop(), ORIGIN);
  }

  /// A container of an order as a look at the engine shows it.
  static ContainerState container(Order order, String id, Phase phase) {
    var ran = phase != Phase.CREATED;
    var over = phase == Phase.EXITED || phase == Phase.DEAD;
    return new ContainerState(
        id,
        POD.podName(),
        "nginx",
        Labels.of(order, CLUSTER, NODE),
        phase,
        over ? 1 : 0,
        false,
        ran ? Optional.of(NOON) : Optional.empty(),
        over ? Optional.of(NOON) : Optional.empty(),
        ran && !over ? "10.0.0.2" : "",
        List.of(),
        "");
  }

  /// An agent that was just given this.
  static Shift ordered(Order first) {
    return new Shift().take(first);
  }

  /// An agent that finds this on its disk as it starts.
  static Shift resumed(Order onDisk, Instant now) {
    var shift = new Shift();
    shift.desk = shift.desk.expect(onDisk).saved(onDisk);
    shift.now = now;
    return shift;
  }

  /// The first container runs, and the pod knows it.
  static Shift running(Order first, String id) {
    var shift = ordered(first).bringUp(id);
    assertThat(shift.hear()).hasSize(1).first().isInstanceOf(ReportStarted.class);
    return shift;
  }

  Desk desk() {
    return desk;
  }

  Order order() {
    return desk.order().orElseThrow();
  }

  Instant now() {
    return now;
  }

  Shift put(Desk next) {
    desk = next;
    return this;
  }

  Shift pass(Duration time) {
    now = now.plus(time);
    return this;
  }

  Shift pass(int seconds) {
    return pass(Duration.ofSeconds(seconds));
  }

  /// Waits without anybody answering; what is told comes back unanswered.
  Shift silence(int seconds) {
    for (var second = 0; second < seconds; second++) {
      make();
      tell();
      pass(1);
      put(desk.unanswered(now)).put(desk.silenced(now));
    }
    return this;
  }

  /// An order has come in and is saved at once.
  Shift take(Order next) {
    desk.admit(next).ifPresent(order -> put(desk.expect(order).saved(order)));
    return this;
  }

  Shift deputise() {
    var next = desk.deputised(now).orElseThrow();
    return put(desk.expect(next).saved(next));
  }

  Step step() {
    return desk.step(now);
  }

  Shift work(StepOutcome outcome) {
    return put(desk.working().worked(order(), outcome, now));
  }

  /// The engine creates and starts a container, and says so.
  Shift bringUp(String id) {
    assertThat(step()).isEqualTo(new Step.BringUp());
    return work(new StepOutcome.Begun(container(order(), id, Phase.CREATED)))
        .says(Kind.STARTED, id);
  }

  Shift says(Kind kind, String id) {
    return says(kind, id, 0);
  }

  Shift says(Kind kind, String id, int exitCode) {
    var labels = labels(id);
    return put(desk.heard(new ContainerEvent(kind, id, labels, now, exitCode), ++heard));
  }

  private Map<String, String> labels(String id) {
    return desk.seen().stream()
        .filter(c -> c.id().equals(id))
        .findFirst()
        .map(ContainerState::labels)
        .orElseGet(() -> Labels.of(order(), CLUSTER, NODE));
  }

  Shift dies(String id) {
    return says(Kind.DIED, id, 1);
  }

  /// The engine lists these, and nothing was said meanwhile.
  Shift lists(ContainerState... all) {
    return put(desk.listed(List.of(all), heard));
  }

  ContainerState seen(String id) {
    return desk.seen().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  /// Puts the next news into words, if there is any.
  Shift make() {
    desk.news()
        .ifPresent(news -> {
          var by = order();
          put(desk.preparing()).put(desk.made(by, words(by, news, now), now));
        });
    return this;
  }

  static PodCommand words(Order by, News news, Instant now) {
    return switch (news) {
      case News.Started(var container) -> Reports.started(by, container, container, "", now);
      case News.Ended ended -> Reports.exited(by, ended.container(), ended, List.of("bye"), now);
      case News.Missed _, News.NotStarted _, News.Changed _, News.Gone _ ->
          Reports.plain(by, news, NODE, now).orElseThrow();
    };
  }

  /// What is told now, if anything.
  Optional<PodCommand> tell() {
    var next = desk.nextReport(now);
    next.ifPresent(report -> put(desk.telling(report, now)));
    return next;
  }

  Shift answer(PodCommand report) {
    return put(desk.answered(report, now));
  }

  /// A pod that is there hears all there is to say.
  List<PodCommand> hear() {
    var all = new ArrayList<PodCommand>();
    make();
    for (var next = tell(); next.isPresent(); next = make().tell()) {
      all.add(next.get());
      if (desk.isClosedBy(next.get())) break;
      answer(next.get());
      assertThat(all).as("a conversation ends").hasSizeLessThan(100);
    }
    return all;
  }

  /// Whose end a report tells.
  static int attempt(PodCommand report) {
    return switch (report) {
      case ReportStarted(_, var attempt, _) -> attempt;
      case ReportExited(_, var attempt, _, _) -> attempt;
      case PodCommand.ReportStartFailed(_, var attempt, _, _, _) -> attempt;
      case PodCommand.ReportHealth(_, var attempt, _, _, _, _) -> attempt;
      default -> throw new IllegalArgumentException("Of no attempt: " + report);
    };
  }
}
