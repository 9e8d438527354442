package io.helyos.model.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.Decision.Accepted;
import io.helyos.model.Decision.Rejected;
import io.helyos.model.PodId;
import io.helyos.model.pod.Part.Role;
import io.helyos.model.pod.PodCommand.Assign;
import io.helyos.model.pod.PodCommand.ChoosePlacement;
import io.helyos.model.pod.PodCommand.OfCompanion;
import io.helyos.model.pod.PodCommand.ReportExited;
import io.helyos.model.pod.PodCommand.ReportGranted;
import io.helyos.model.pod.PodCommand.ReportStarted;
import io.helyos.model.pod.PodEffect.EnsureEnded;
import io.helyos.model.pod.PodEffect.EnsureGone;
import io.helyos.model.pod.PodEffect.EnsureRunning;
import io.helyos.model.template.Backoff;
import io.helyos.model.template.RestartPolicy;
import io.helyos.model.template.StopPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// A pod of four containers, told news one by one: the holder, `migrate` before the others, its own
/// and `proxy`. It counts attempts and ids by itself.
final class CompanyPod {
  static final String OWN = "";
  static final PodId POD = new PodId("shop", "web", 0);
  private static final String NODE = "one";

  private final PodLifecycle rules = new PodLifecycle();
  private final List<PodEvent> events = new ArrayList<>();
  private Pod pod = rules.initial();
  private Instant now = Instant.parse("2026-11-22T09:00:00Z");
  private int ids;

  static CompanyPod placed(RestartPolicy restart) {
    var company = new CompanyPod();
    company.tell(new Assign(assignment(restart)));
    return company.places(1);
  }

  CompanyPod places(long life) {
    tell(new ChoosePlacement(life, NODE, Map.of(), Map.of()));
    return tell(new ReportGranted(life, NODE, List.of()));
  }

  /// Its machine is given up.
  CompanyPod loses() {
    return tell(new PodCommand.GiveUpNode(incarnation(), NODE));
  }

  private long incarnation() {
    return pod.lived().orElseThrow().incarnation();
  }

  /// Of the revision before, when the pod had one container.
  static Assignment alone() {
    return new Assignment(
        POD,
        0,
        "shop/web:0",
        Needs.NOTHING,
        RestartPolicy.ALWAYS,
        Backoff.DEFAULT,
        StopPolicy.DEFAULT,
        false,
        false);
  }

  private static Assignment assignment(RestartPolicy restart) {
    return new Assignment(
        POD,
        1,
        "shop/web:1",
        Needs.NOTHING,
        restart,
        Backoff.DEFAULT,
        StopPolicy.DEFAULT,
        false,
        false,
        Optional.of(
            List.of(
                new Part("infra", Role.HOLDER, false, false),
                new Part("migrate", Role.INIT, false, false),
                new Part("proxy", Role.BESIDE, false, true))));
  }

  /// Running, all of it.
  static CompanyPod running() {
    var company = placed(RestartPolicy.ALWAYS);
    company.starts("infra");
    company.starts("migrate");
    company.ends("migrate", 0);
    company.starts(OWN);
    company.starts("proxy");
    company.ready("proxy");
    return company;
  }

  CompanyPod tell(PodCommand command) {
    now = now.plusMillis(10);
    switch (rules.decide(pod, command, now)) {
      case Accepted<PodEvent>(var accepted) -> accepted.forEach(this::store);
      case Rejected<PodEvent>(var why) -> throw new AssertionError(command + ": " + why);
    }
    return this;
  }

  private void store(PodEvent event) {
    events.add(event);
    pod = rules.evolve(pod, event);
  }

  CompanyPod tell(String name, PodCommand news) {
    return tell(name.equals(OWN) ? news : new OfCompanion(name, news));
  }

  CompanyPod starts(String name) {
    var ip = name.equals("infra") ? "10.0.0.2" : "";
    return tell(
        name,
        new ReportStarted(
            incarnation(),
            attempt(name),
            new Pod.Container("c" + ++ids, ip, name + "@sha256:" + ids, now)));
  }

  CompanyPod ends(String name, int code) {
    return tell(
        name,
        new ReportExited(incarnation(), attempt(name), new Exit(code, false, now, List.of("bye"))));
  }

  CompanyPod ready(String name) {
    return tell(
        name,
        new PodCommand.ReportHealth(
            incarnation(), attempt(name), Health.Liveness.HEALTHY, true, "200", now));
  }

  /// The wait after a crash is over.
  CompanyPod waits(String name) {
    now = now.plus(Duration.ofMinutes(6));
    return tell(name, new PodCommand.EndBackoff(incarnation(), attempt(name)));
  }

  CompanyPod goes(String name) {
    return tell(name, new PodCommand.ReportGone(incarnation(), NODE));
  }

  int attempt(String name) {
    return name.equals(OWN) ? pod.lived().orElseThrow().attempt() : companion(name).attempt();
  }

  Companion companion(String name) {
    return pod.lived().orElseThrow().companion(name).orElseThrow();
  }

  Pod pod() {
    return pod;
  }

  PodReport.Phase phase() {
    return PodReport.of(pod).orElseThrow().phase();
  }

  List<PodEvent> events() {
    return events;
  }

  /// Whose containers are to run, by name and attempt: `web.1`, `proxy.2`.
  List<String> wanted() {
    var names = new TreeSet<String>();
    for (var effect : rules.effects(pod)) {
      if (effect instanceof EnsureRunning e)
        names.add(e.companion().orElse("web") + "." + e.attempt());
    }
    return List.copyOf(names);
  }

  List<String> ended() {
    var names = new TreeSet<String>();
    for (var effect : rules.effects(pod)) {
      if (effect instanceof EnsureEnded e)
        names.add(e.companion().orElse("web") + "." + e.attempt());
    }
    return List.copyOf(names);
  }

  List<String> leaving() {
    var names = new TreeSet<String>();
    for (var effect : rules.effects(pod)) {
      if (effect instanceof EnsureGone e) names.add(e.companion().orElse("web"));
    }
    return List.copyOf(names);
  }

  /// What is stored gives the same pod again.
  void replays() {
    var again = rules.initial();
    for (var event : events) again = rules.evolve(again, event);
    assertThat(again).isEqualTo(pod);
  }
}
