package io.helyos.model.pod;

import static io.helyos.model.pod.CompanyPod.OWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.Decision.Accepted;
import io.helyos.model.Decision.Rejected;
import io.helyos.model.pod.PodCommand.OfCompanion;
import io.helyos.model.pod.PodCommand.OpenExec;
import io.helyos.model.pod.PodCommand.ReportStartFailed;
import io.helyos.model.pod.PodEvent.CompanionExited;
import io.helyos.model.pod.PodEvent.PodVacated;
import io.helyos.model.pod.PodReport.Phase;
import io.helyos.model.template.RestartPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompanyTest {
  @Test
  void the_holder_comes_first_then_who_prepares_then_all_others() {
    var pod = CompanyPod.placed(RestartPolicy.ALWAYS);
    assertThat(pod.wanted()).containsExactly("infra.1");
    pod.starts("infra");
    assertThat(pod.wanted()).containsExactly("infra.1", "migrate.1");
    pod.starts("migrate");
    assertThat(pod.wanted()).containsExactly("infra.1", "migrate.1");
    pod.ends("migrate", 0);
    assertThat(pod.wanted()).containsExactly("infra.1", "proxy.1", "web.1");
  }

  @Test
  void a_pod_runs_when_all_of_it_does_and_has_the_holders_address() {
    var pod = CompanyPod.placed(RestartPolicy.ALWAYS).starts("infra").starts("migrate");
    pod.ends("migrate", 0).starts(OWN);
    assertThat(pod.phase()).isEqualTo(Phase.PENDING);
    pod.starts("proxy");
    assertThat(pod.phase()).as("not ready yet").isEqualTo(Phase.UNREADY);
    pod.ready("proxy");
    assertThat(pod.phase()).isEqualTo(Phase.RUNNING);
    assertThat(pod.pod())
        .isInstanceOfSatisfying(
            Pod.Running.class, it -> assertThat(it.container().ip()).isEqualTo("10.0.0.2"));
    pod.replays();
  }

  @Test
  void its_report_tells_which_images_all_of_its_containers_run() {
    var pod = CompanyPod.running();
    var report = PodReport.of(pod.pod()).orElseThrow();
    assertThat(report.digest()).isEqualTo("@sha256:3");
    assertThat(report.digests())
        .as("also of who has done its work; the holder is ours")
        .hasValue(Map.of("migrate", "migrate@sha256:2", "proxy", "proxy@sha256:4"));
  }

  @Test
  void each_restarts_by_itself() {
    var pod = CompanyPod.running();
    pod.ends("proxy", 1);
    assertThat(pod.wanted()).containsExactly("infra.1", "web.1");
    assertThat(pod.phase()).isEqualTo(Phase.RESTARTING);
    assertThat(PodStatus.trouble(pod.pod()).orElseThrow().message()).startsWith("Container proxy:");
    pod.waits("proxy");
    assertThat(pod.wanted()).containsExactly("infra.1", "proxy.2", "web.1");
    pod.starts("proxy").ready("proxy").ends(OWN, 1).waits(OWN);
    assertThat(pod.wanted()).containsExactly("infra.1", "proxy.2", "web.2");
    assertThat(pod.starts(OWN).phase()).isEqualTo(Phase.RUNNING);
    pod.replays();
  }

  @Test
  void a_lost_machine_shortens_nobodys_wait() {
    var pod = CompanyPod.running().ends("proxy", 1).waits("proxy").starts("proxy");
    pod.ends("proxy", 1);
    var waiting = pod.companion("proxy");
    pod.loses().places(2);
    assertThat(pod.companion("proxy").stand()).isEqualTo(waiting.stand());
    assertThat(pod.companion("proxy").restarts()).isEqualTo(2);
    assertThat(pod.wanted()).as("who did not wait starts anew").containsExactly("infra.1");
    pod.starts("infra").starts("migrate").ends("migrate", 0);
    assertThat(pod.wanted()).containsExactly("infra.1", "web.1");
    pod.waits("proxy");
    assertThat(pod.wanted()).containsExactly("infra.1", "proxy.2", "web.1");
    pod.replays();
  }

  @Test
  void who_prepares_is_tried_again_and_nobody_else_starts_before() {
    var pod = CompanyPod.placed(RestartPolicy.ALWAYS).starts("infra").starts("migrate");
    pod.ends("migrate", 3);
    assertThat(pod.wanted()).containsExactly("infra.1");
    assertThat(PodStatus.of(pod.pod())).contains(PodStatus.RESTARTING);
    assertThat(PodReport.of(pod.pod()).orElseThrow().setbacks().restarts()).isEqualTo(1);
    pod.waits("migrate");
    assertThat(pod.wanted()).containsExactly("infra.1", "migrate.2");
    assertThat(pod.starts("migrate").ends("migrate", 0).wanted())
        .containsExactly("infra.1", "proxy.1", "web.1");
  }

  @Test
  void without_restarts_who_prepares_and_fails_fails_the_pod() {
    var pod = CompanyPod.placed(RestartPolicy.NEVER).starts("infra").starts("migrate");
    pod.ends("migrate", 3);
    assertThat(pod.pod()).isInstanceOf(Pod.Failed.class);
    assertThat(PodStatus.trouble(pod.pod()).orElseThrow().message())
        .contains("migrate")
        .contains("3");
    assertThat(pod.wanted()).isEmpty();
    assertThat(pod.ended()).as("and the holder goes").contains("infra.1");
    pod.replays();
  }

  @Test
  void with_the_holder_the_network_goes_and_all_start_anew_in_their_order() {
    var pod = CompanyPod.running().ends("infra", 137);
    assertThat(pod.wanted()).isEmpty();
    assertThat(pod.ended()).containsExactly("migrate.1", "proxy.1", "web.1");
    pod.waits("infra");
    assertThat(pod.wanted()).containsExactly("infra.2");
    pod.starts("infra");
    assertThat(pod.wanted()).containsExactly("infra.2", "migrate.2");
    pod.starts("migrate").ends("migrate", 0);
    assertThat(pod.wanted()).containsExactly("infra.2", "proxy.2", "web.2");
    assertThat(pod.starts(OWN).starts("proxy").ready("proxy").phase()).isEqualTo(Phase.RUNNING);
    pod.replays();
  }

  @Test
  void who_waits_after_a_crash_goes_on_waiting_when_the_holder_ends() {
    var pod = CompanyPod.running().ends(OWN, 1).ends("infra", 137);
    assertThat(pod.pod()).isInstanceOf(Pod.BackingOff.class);
    assertThat(pod.attempt(OWN)).isEqualTo(1);
  }

  @Test
  void the_agents_own_restart_of_the_holder_is_an_end_of_the_network_too() {
    var pod = CompanyPod.running();
    var another = new Pod.Container("another", "10.0.0.9", "", Instant.EPOCH);
    pod.tell("infra", new PodCommand.ReportStarted(1, 2, another));
    assertThat(pod.wanted()).containsExactly("infra.2", "migrate.2");
    pod.replays();
  }

  @Test
  void its_own_end_for_good_is_the_pods() {
    var pod = CompanyPod.placed(RestartPolicy.ONFAILURE).starts("infra").starts("migrate");
    pod.ends("migrate", 0).starts(OWN).starts("proxy").ends(OWN, 0);
    assertThat(pod.pod()).isInstanceOf(Pod.Stopped.class);
    assertThat(pod.ended()).containsExactly("infra.1", "proxy.1");
  }

  @Test
  void the_holder_leaves_last() {
    var pod = CompanyPod.running().tell(new PodCommand.Remove());
    assertThat(pod.leaving()).containsExactly("migrate", "proxy", "web");
    pod.goes("migrate").goes(OWN);
    assertThat(pod.leaving()).containsExactly("proxy");
    pod.goes("proxy");
    assertThat(pod.leaving()).containsExactly("infra");
    pod.replays();
    pod.goes("infra");
    assertThat(pod.pod()).isInstanceOf(Pod.Absent.class);
    assertThat(pod.events().getLast()).isInstanceOf(PodVacated.class);
  }

  @Test
  void news_that_comes_twice_changes_nothing() {
    var pod = CompanyPod.running().tell(new PodCommand.Remove()).goes("proxy").goes(OWN);
    var before = pod.events().size();
    pod.goes("proxy").goes(OWN);
    assertThat(pod.events()).hasSize(before);
  }

  @Test
  void a_port_that_a_stranger_holds_moves_the_whole_pod() {
    var pod = CompanyPod.placed(RestartPolicy.ALWAYS);
    pod.tell("infra", new ReportStartFailed(1, 1, StartFailure.PORT_TAKEN, "taken", Instant.EPOCH));
    assertThat(pod.pod())
        .isInstanceOfSatisfying(
            Pod.Stopping.class, it -> assertThat(it.then()).isEqualTo(Pod.After.MOVE));
  }

  @Test
  void a_late_word_of_an_earlier_start_is_stale() {
    var pod = CompanyPod.running().ends("proxy", 1).waits("proxy");
    var late =
        new OfCompanion(
            "proxy",
            new PodCommand.ReportExited(1, 1, new Exit(1, false, Instant.EPOCH, List.of())));
    assertThat(new PodLifecycle().decide(pod.pod(), late, Instant.EPOCH))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void an_exit_keeps_its_last_lines_and_says_whose_it_was() {
    var pod = CompanyPod.running().ends("proxy", 7);
    assertThat(pod.events().getLast())
        .isInstanceOfSatisfying(
            CompanionExited.class,
            it -> {
              assertThat(it.companion()).isEqualTo("proxy");
              assertThat(it.exit().lastLines()).containsExactly("bye");
              assertThat(it.restarts()).isEqualTo(1);
            });
  }

  @Test
  void a_command_runs_in_the_container_that_is_named() {
    var pod = CompanyPod.running();
    var rules = new PodLifecycle();
    var open = new OpenExec("e", List.of("env"), false, Optional.empty());
    var proxy = new OfCompanion("proxy", open);
    assertThat(rules.decide(pod.pod(), proxy, Instant.EPOCH)).isInstanceOf(Accepted.class);
    assertThat(rules.answer(pod.pod(), proxy))
        .isInstanceOfSatisfying(
            ExecPlace.class,
            it ->
                assertThat(it.container())
                    .isEqualTo(pod.companion("proxy").up().orElseThrow().container().id()));
    assertThat(rules.decide(pod.pod(), new OfCompanion("cache", open), Instant.EPOCH))
        .isInstanceOfSatisfying(
            Rejected.class, it -> assertThat(it.toString()).contains("web, infra, migrate, proxy"));
  }

  @Test
  void a_pod_of_one_that_becomes_one_of_several_has_its_companions() {
    var rules = new PodLifecycle();
    var several = CompanyPod.running().pod().lived().orElseThrow().assignment();
    var life = new Life(CompanyPod.alone(), 1, 1, 0, 0, List.of());
    Pod pod = new Pod.Creating(life, new Placement("one", List.of()));
    for (var command :
        List.of(new PodCommand.Assign(several), new PodCommand.ReportGone(1, "one"))) {
      var decision = (Accepted<PodEvent>) rules.decide(pod, command, Instant.EPOCH);
      for (var event : decision.events()) pod = rules.evolve(pod, event);
    }
    assertThat(pod.lived().orElseThrow().companion("proxy")).isPresent();
    assertThat(pod.lived().orElseThrow().incarnation()).isEqualTo(2);
  }
}
