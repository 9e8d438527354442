package io.helyos.model.desk;

import io.helyos.model.agent.Order;
import io.helyos.model.agent.Order.Want;
import io.helyos.model.health.Checkup;
import io.helyos.model.pod.Health;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.pod.PodCommand.ReportExited;
import io.helyos.model.pod.PodCommand.ReportGone;
import io.helyos.model.pod.PodCommand.ReportHealth;
import io.helyos.model.pod.PodCommand.ReportStartFailed;
import io.helyos.model.pod.PodCommand.ReportStarted;
import io.helyos.model.port.ContainerState;
import io.helyos.model.reconciliation.Reconciliation;
import java.time.Instant;
import java.util.Optional;

/// What a pod is told, in what order, and what follows from its answers. Reports reach it in the
/// order in which things have happened: what it does not answer is kept, and what follows waits
/// behind it.
final class Conversation {
  private Conversation() {}

  /// What has happened that no report was made up of yet.
  static Optional<News> news(Desk desk) {
    var talk = desk.talk();
    if (talk.preparing()
        || talk.report().isPresent()
        || desk.coming().isPresent()
        || desk.order().isEmpty()) {
      return Optional.empty();
    }
    var order = desk.order().get();
    return switch (order.want()) {
      case RUNNING -> ofRunning(desk, order);
      case ENDED -> Optional.empty();
      case GONE ->
          !desk.busy()
                  && !desk.sight().unclear()
                  && Reconciliation.isVacated(order, desk.sight().containers())
                  && order.unheard().stream().noneMatch(ReportGone.class::isInstance)
              ? Optional.of(new News.Gone())
              : Optional.empty();
    };
  }

  private static Optional<News> ofRunning(Desk desk, Order order) {
    if (desk.start().failure().isPresent()) {
      return desk.start().failure().map(News.NotStarted::new);
    }
    var own = Reconciliation.own(order, desk.sight().containers());
    if (own.isEmpty()) return missed(desk);
    return switch (own.get().phase()) {
      case CREATED -> Optional.empty();
      case RUNNING, PAUSED -> ofLiving(desk, own.get());
      case EXITED, DEAD -> Optional.of(new News.Ended(own.get(), desk.checkup()));
    };
  }

  /// The pod knows its container to run, and the engine does not know it.
  private static Optional<News> missed(Desk desk) {
    return desk.busy() || !desk.sight().isWhole()
        ? Optional.empty()
        : desk.talk().started().map(container -> new News.Missed(container, desk.checkup()));
  }

  private static Optional<News> ofLiving(Desk desk, ContainerState own) {
    if (desk.talk().started().filter(own.id()::equals).isEmpty()) {
      return Optional.of(new News.Started(own));
    }
    return desk.checkup()
        .map(Checkup::health)
        .filter(
            health -> desk.talk().health().filter(known -> !health.differsFrom(known)).isEmpty())
        .map(News.Changed::new);
  }

  /// A report is made up. Behind others that nobody has answered it is kept like them.
  static Desk made(Desk desk, PodCommand report, Instant now) {
    if (desk.order().isEmpty()) return desk;
    var having = desk.with(desk.talk().having(Optional.of(report)));
    return desk.order().get().unheard().isEmpty() ? having : kept(having, report, now);
  }

  /// Of a pod that is silent the report is kept, and things go on as if it had been heard.
  static Desk silenced(Desk desk, Instant now) {
    return desk.talk().isSilent(now)
        ? desk.talk().report().map(report -> kept(desk, report, now)).orElse(desk)
        : desk;
  }

  private static Desk kept(Desk desk, PodCommand report, Instant now) {
    var order = desk.order().orElseThrow().owing(report);
    var keeping = desk.ordered(order).with(desk.talk().having(Optional.empty()));
    return known(keeping, report, now);
  }

  /// The report that is to be told next.
  static Optional<PodCommand> next(Desk desk, Instant now) {
    var talk = desk.talk();
    if (talk.telling().isPresent() || desk.order().isEmpty() || talk.notBefore().isAfter(now)) {
      return Optional.empty();
    }
    var unheard = desk.order().get().unheard();
    return unheard.isEmpty()
        ? talk.report().or(() -> forgotten(desk, now))
        : unheard.stream().findFirst();
  }

  /// The pod knows of the end and has not ordered the next start in time: it hears of it once more.
  private static Optional<PodCommand> forgotten(Desk desk, Instant now) {
    return desk.talk().overdue().filter(due -> !due.isAfter(now)).flatMap(_ -> desk.talk().end());
  }

  /// The pod has answered. What it said matters little: stale news is news that nobody needs.
  static Desk answered(Desk desk, PodCommand report, Instant now) {
    var heard = desk.with(desk.talk().answered(report));
    if (heard.order().isEmpty()) return heard;
    var order = heard.order().get();
    var unheard = order.unheard();
    if (!unheard.isEmpty() && unheard.getFirst().equals(report)) {
      return heard.ordered(order.withUnheard(unheard.subList(1, unheard.size())));
    }
    if (heard.talk().report().filter(report::equals).isPresent()) {
      return known(heard.with(heard.talk().having(Optional.empty())), report, now);
    }
    return heard.talk().end().filter(report::equals).isPresent()
        ? known(heard, report, now)
        : heard;
  }

  /// What follows when the pod knows, or will.
  private static Desk known(Desk desk, PodCommand report, Instant now) {
    return switch (report) {
      case ReportStarted(_, _, var container) -> Attendance.begun(desk, container, now);
      case ReportHealth news ->
          desk.with(
              desk.talk()
                  .knowsHealth(
                      new Health(news.liveness(), news.ready(), news.answer(), news.at())));
      case ReportExited _, ReportStartFailed _ -> ended(desk, report, now);
      default -> desk;
    };
  }

  /// The present start is over, and its pod knows, or will.
  static Desk ended(Desk desk, PodCommand report, Instant now) {
    var order = desk.order().orElseThrow();
    var due = Deputy.due(order, report).map(at -> at.isAfter(now) ? at : now);
    return desk.ordered(order.wanting(Want.ENDED)).resting(desk.talk().knowsEnd(report, due));
  }
}
