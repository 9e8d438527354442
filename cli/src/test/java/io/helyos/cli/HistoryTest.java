package io.helyos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.contract.resource.EventResource;
import io.helyos.contract.resource.WhyResource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person is told of the past.
class HistoryTest {
  private static final String POD = "GET /api/v1/pods/helyos-ecommerce-api-0";
  private static final String DEPLOYMENT = "GET /api/v1/projects/ecommerce/deployments/api";

  @TempDir Path home;
  private final StubDaemon daemon = new StubDaemon();

  @AfterEach
  void stop() {
    daemon.close();
  }

  private static EventResource event(
      String entity, long sequence, String type, String message, String cause) {
    var kind = entity.substring(0, entity.indexOf('|'));
    return new EventResource(
        Samples.NOW,
        kind,
        kind.equals("pod") ? "helyos-ecommerce-api-0" : "api",
        type.substring(type.indexOf('.') + 1),
        message,
        "ecommerce",
        sequence,
        entity,
        sequence,
        Samples.NOW,
        "alpha",
        "7f3a",
        "ann",
        cause,
        type,
        Map.of());
  }

  private static List<EventResource> life() {
    return List.of(
        event("pod|ecommerce-api-0", 1, "pod.assigned", "Assigned.", "deployment|ecommerce-api@1"),
        event("pod|ecommerce-api-0", 2, "pod.exited", "Ended.", "pod|ecommerce-api-0@1"),
        event("pod|ecommerce-api-0", 3, "pod.attempt", "Again.", "pod|ecommerce-api-0@2"));
  }

  private Cli.Ran run(String... arguments) {
    return Cli.with(home, daemon).run(arguments);
  }

  @Test
  void a_history_is_a_table_of_all_events() {
    daemon.answers(POD + "/history", 200, life());
    var ran = run("history", "pod", "api-0", "-p", "ecommerce", "--since", "1h");
    assertThat(ran.out().lines()).hasSize(4).first().asString().startsWith("Time");
    assertThat(ran.out()).contains("exited", "ann", "Ended.");
    assertThat(daemon.asked.getLast().query()).isEqualTo("since=1h");
  }

  @Test
  void a_tree_puts_each_event_under_its_cause() {
    daemon.answers(POD + "/history", 200, life());
    var ran = run("history", "pod", "helyos-ecommerce-api-0", "--tree");
    var now = Samples.NOW;
    assertThat(ran.out().lines())
        .containsExactly(
            "from deployment|ecommerce-api@1",
            "  " + now + "  assigned  Assigned.",
            "  " + now + "  exited  Ended.",
            "  " + now + "  attempt  Again.");
  }

  @Test
  void why_ends_with_the_command_and_its_author() {
    var chain = new ArrayList<>(life().reversed());
    chain.add(event("deployment|ecommerce-api", 1, "deployment.deployed", "Deployed.", ""));
    daemon.answers(POD + "/why", 200, new WhyResource("pod|ecommerce-api-0", chain));
    var ran = run("why", "helyos-ecommerce-api-0");
    assertThat(ran.out().lines()).hasSize(5).last().isEqualTo("  commanded by ann, change 7f3a");
    assertThat(ran.out())
        .contains("because " + Samples.NOW + "  deployment/ecommerce/api  Deployed.");
  }

  @Test
  void a_long_chain_is_told_by_its_ends() {
    var chain =
        IntStream.range(0, 40)
            .mapToObj(i ->
                event("pod|p", 40 - i, "pod.attempt", "Step " + i + ".", i < 39 ? "pod|p@1" : ""))
            .toList();
    daemon.answers(DEPLOYMENT + "/why", 200, new WhyResource("deployment|ecommerce-api", chain));
    var ran = run("why", "ecommerce/api");
    assertThat(ran.out())
        .contains("Step 7.", "28 steps between", "Step 36.")
        .doesNotContain("Step 8.");
    assertThat(run("why", "ecommerce/api", "--all").out()).contains("Step 20.");
  }

  @Test
  void a_name_that_is_no_deployment_may_be_a_pod() {
    daemon.answers(POD + "/why", 200, new WhyResource("pod|ecommerce-api-0", life()));
    assertThat(run("why", "api-0", "-p", "ecommerce").out()).contains("Assigned.");
    assertThat(run("why", "api", "-p", "ecommerce").code()).isEqualTo(3);
  }

  @Test
  void a_pod_that_waits_for_room_tells_what_is_in_its_way() {
    var waiting =
        new EventResource(
            Samples.NOW,
            "pod",
            "helyos-ecommerce-api-0",
            "unplaceable",
            "No node has room.",
            "ecommerce",
            1,
            "pod|ecommerce-api-0",
            1,
            Samples.NOW,
            "alpha",
            "7f3a",
            "ann",
            "",
            "pod.unplaceable",
            Map.of("against", Map.of("alpha", "2 GiB of memory are missing")));
    daemon.answers(POD + "/why", 200, new WhyResource("pod|ecommerce-api-0", List.of(waiting)));
    assertThat(run("why", "helyos-ecommerce-api-0").out())
        .contains("node alpha: 2 GiB of memory are missing");
  }

  @Test
  void lists_and_descriptions_ask_as_of_a_time() {
    daemon.answers("GET /api/v1/pods", 200, List.of());
    run("pods", "--at", "10m ago");
    assertThat(daemon.asked.getLast().query()).isEqualTo("at=10m ago");
    assertThat(run("pods", "--at", "10m ago", "-w").code()).isEqualTo(2);
  }
}
