package io.helyos.model.desk;

import io.helyos.model.agent.Order;
import io.helyos.model.health.Checkup;
import io.helyos.model.pod.Exit;
import io.helyos.model.pod.Health;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.pod.PodCommand.OfCompanion;
import io.helyos.model.pod.PodCommand.ReportExited;
import io.helyos.model.pod.PodCommand.ReportGone;
import io.helyos.model.pod.PodCommand.ReportHealth;
import io.helyos.model.pod.PodCommand.ReportStartFailed;
import io.helyos.model.pod.PodCommand.ReportStarted;
import io.helyos.model.port.ContainerState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The words in which a pod is told its news.
public final class Reports {
  private Reports() {}

  /// A desk knows no other container than its own; what it reports of a companion says so on the
  /// way.
  public static PodCommand addressed(Order order, PodCommand report) {
    return order.companion().<PodCommand>map(name -> new OfCompanion(name, report)).orElse(report);
  }

  /// Its container was started.
  ///
  /// @param seen the container as it was looked up for this report
  /// @param announced the same as the engine's event has told of it
  /// @param digest of the image, empty when nobody knows it
  public static PodCommand started(
      Order order, ContainerState seen, ContainerState announced, String digest, Instant now) {
    var instant = announced.startedAt().or(seen::startedAt).orElse(now);
    return new ReportStarted(
        order.incarnation(),
        order.attempt(),
        new Pod.Container(seen.id(), seen.ip(), digest, instant));
  }

  /// Its container has ended.
  ///
  /// @param seen the container as it was looked up for this report
  /// @param lastLines that it wrote
  public static PodCommand exited(
      Order order, ContainerState seen, News.Ended news, List<String> lastLines, Instant now) {
    // A container that was started again by hand meanwhile has no end; the announced one counts.
    var end = seen.isRunning() ? news.container() : seen;
    var checkup = news.checkup().filter(c -> c.container().equals(news.container().id()));
    return new ReportExited(
        order.incarnation(),
        order.attempt(),
        end.id(),
        new Exit(
            end.exitCode(),
            end.oomKilled() || news.container().oomKilled(),
            end.finishedAt().or(news.container()::finishedAt).orElse(now),
            lastLines,
            healthySince(order, end.startedAt(), checkup),
            checkup.filter(Checkup::isUnhealthy).map(c -> c.health().answer())));
  }

  private static Optional<Instant> healthySince(
      Order order, Optional<Instant> startedAt, Optional<Checkup> checkup) {
    return order.template().health().isEmpty() ? startedAt : checkup.flatMap(Checkup::healthySince);
  }

  private static PodCommand missed(
      Order order, String container, Optional<Checkup> checkup, Instant now) {
    return new ReportExited(
        order.incarnation(),
        order.attempt(),
        container,
        Exit.unseen(now, healthySince(order, Optional.empty(), checkup)));
  }

  /// What needs nothing from the engine to be said.
  ///
  /// @return empty for the others
  public static Optional<PodCommand> plain(Order order, News news, String node, Instant now) {
    return switch (news) {
      case News.Started _, News.Ended _ -> Optional.empty();
      case News.Missed(var container, var checkup) ->
          Optional.of(missed(order, container, checkup, now));
      case News.NotStarted(var why) -> Optional.of(notStarted(order, why));
      case News.Changed(var health) -> Optional.of(changed(order, health, now));
      case News.Gone() -> Optional.of(new ReportGone(order.incarnation(), node));
    };
  }

  private static PodCommand notStarted(Order order, StepOutcome.CannotStart why) {
    return new ReportStartFailed(
        order.incarnation(), order.attempt(), why.failure(), why.message(), why.at());
  }

  private static PodCommand changed(Order order, Health health, Instant now) {
    return new ReportHealth(
        order.incarnation(),
        order.attempt(),
        health.liveness(),
        health.ready(),
        health.answer(),
        now);
  }
}
