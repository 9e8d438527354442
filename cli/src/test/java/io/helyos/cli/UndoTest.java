package io.helyos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.cli.shell.Terminal;
import io.helyos.contract.resource.BlameResource;
import io.helyos.contract.resource.ChangeAnswer;
import io.helyos.contract.resource.DiffResource;
import io.helyos.contract.resource.FieldChange;
import io.helyos.contract.resource.ReversalResource;
import io.helyos.contract.resource.ReversalResource.Step;
import io.helyos.contract.resource.Written;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Changes that are taken back, and what tells which ones to take.
class UndoTest {
  private static final String CHANGE = "7zq3k9m2v4x8c1b5n6d0f2g3h4";
  private static final String UNDO = "/api/v1/changes/" + CHANGE + "/undo";
  private static final String RESTORE = "/api/v1/projects/shop/restore";
  private static final Terminal SOMEBODY = new Terminal(true, false, false, 80, 24, false, false);

  @TempDir Path home;
  private final StubDaemon daemon = new StubDaemon();

  @AfterEach
  void stop() {
    daemon.close();
  }

  private static ReversalResource plan() {
    var fields =
        List.of(new FieldChange("replicas", "5", "2"), new FieldChange("env.A", "x", null));
    return new ReversalResource(
        CHANGE,
        "ann",
        Samples.NOW,
        List.of(
            new Step("deploy", "deployment", "shop/api", fields),
            new Step(
                "remove",
                "deployment",
                "shop/job",
                List.of(new FieldChange("image", "job:1", null)))),
        List.of("Project shop stays."));
  }

  private Cli cli() {
    return Cli.with(home, daemon);
  }

  private void offer(String path) {
    daemon.answers("GET " + path, 200, plan(), Map.of("ETag", "\"t1\""));
    var done = new Written<>(plan(), new ChangeAnswer("newchange", "deployment|shop-api", 9));
    daemon.answers("POST " + path, 200, done);
  }

  @Test
  void the_plan_is_shown_and_exactly_that_is_done() {
    offer(UNDO);
    var ran = cli().run("undo", CHANGE, "-y");
    assertThat(ran.code()).isZero();
    assertThat(ran.out().lines())
        .containsExactly(
            "deploy deployment/shop/api",
            "    ~ replicas: 5 -> 2",
            "    - env.A: x",
            "remove deployment/shop/job",
            "Project shop stays.",
            "Took back change " + CHANGE + " (change newchange).");
    assertThat(daemon.last("POST " + UNDO).orElseThrow().header("If-match")).isEqualTo("\"t1\"");
  }

  @Test
  void nothing_is_done_without_a_yes() {
    offer(UNDO);
    var no = cli().on(SOMEBODY).typing("n\n").run("undo", CHANGE);
    assertThat(no.code()).isEqualTo(1);
    assertThat(no.err()).contains("Take back change " + CHANGE + " of ann?", "Nothing was changed");
    assertThat(cli().run("undo", CHANGE).code()).isEqualTo(2);
    assertThat(cli().run("undo", CHANGE, "--dry-run").out()).contains("replicas: 5 -> 2");
    assertThat(daemon.last("POST " + UNDO)).isEmpty();
    assertThat(cli().on(SOMEBODY).typing("y\n").run("undo", CHANGE).code()).isZero();
    assertThat(daemon.last("POST " + UNDO)).isPresent();
  }

  @Test
  void for_programs_there_is_one_document() {
    offer(UNDO);
    var ran = cli().run("undo", CHANGE, "-y", "-o", "json");
    assertThat(ran.out()).startsWith("{").contains("\"change\" : \"newchange\"");
    assertThat(ran.err()).isEmpty();
    assertThat(cli().run("undo", CHANGE, "--dry-run", "--json").out())
        .startsWith("{")
        .doesNotContain("newchange");
  }

  @Test
  void a_refusal_is_told_with_its_reason() {
    daemon.refuses("GET " + UNDO, 409, "conflict", "replicas was changed again by bob.");
    var ran = cli().run("undo", CHANGE, "-y");
    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.err()).startsWith("error: replicas was changed again by bob.");
  }

  @Test
  void a_project_is_restored_to_the_time_that_was_shown() {
    offer(RESTORE);
    var ran = cli().run("restore", "project", "shop", "--at", "2h", "-y");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).endsWith("Restored project shop (change newchange).\n");
    assertThat(daemon.last("GET " + RESTORE).orElseThrow().query()).isEqualTo("at=2h");
    assertThat(daemon.last("POST " + RESTORE).orElseThrow().query()).isEqualTo("at=" + Samples.NOW);
    assertThat(cli().run("restore", "project", "shop").code()).isEqualTo(2);
  }

  @Test
  void two_times_differ_in_what_came_went_and_changed() {
    var changed = List.of(new FieldChange("replicas", "1", "3"));
    var items =
        List.of(
            new DiffResource.Item("deployment", "shop/api", "changed", changed),
            new DiffResource.Item("pod", "helyos-shop-api-0", "added", changed),
            new DiffResource.Item("pod", "helyos-shop-api-v2-0", "removed", changed));
    daemon.answers("GET /api/v1/diff", 200, new DiffResource(Samples.NOW, Samples.NOW, items));
    var ran = cli().run("diff", "--from", "2h", "--to", "1h", "-p", "shop", "--exit-code");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out().lines())
        .containsExactly(
            "~ deployment/shop/api",
            "    ~ replicas: 1 -> 3",
            "+ pod/helyos-shop-api-0",
            "- pod/helyos-shop-api-v2-0");
    assertThat(daemon.asked.getLast().query()).isEqualTo("from=2h&to=1h&project=shop");
    assertThat(cli().run("diff", "shop/api", "--from", "2h", "-o", "name").out().lines())
        .containsExactly("deployment/shop/api", "pod/helyos-shop-api-0");
    assertThat(cli().run("diff", "--from", "2h", "--json").out()).contains("\"items\"");
    assertThat(cli().run("diff", "--to", "1h").code()).isEqualTo(2);
    assertThat(cli().run("diff").code()).isEqualTo(2);
  }

  @Test
  void blame_is_a_table_of_all_fields() {
    var line = new BlameResource("replicas", "3", "1", "ann", Samples.NOW, CHANGE, "scaled");
    daemon.answers(
        "GET /api/v1/projects/shop/deployments/api/blame",
        200,
        List.of(
            line, new BlameResource("image", "a:1", null, "bob", Samples.NOW, "c2", "deployed")));
    var ran = cli().run("blame", "shop/api");
    assertThat(ran.out().lines()).hasSize(3);
    assertThat(ran.out()).contains("Former", "ann", CHANGE).doesNotContain("scaled");
    assertThat(cli().run("blame", "shop/api", "-o", "wide").out()).contains("scaled");
    assertThat(cli().run("blame", "shop/api", "--json").out()).contains("\"former\" : \"1\"");
  }
}
