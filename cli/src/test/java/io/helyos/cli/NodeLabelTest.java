package io.helyos.cli;

import static io.helyos.cli.Samples.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.contract.resource.ChangeAnswer;
import io.helyos.contract.resource.Written;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeLabelTest {
  private static final String ROUTE = "POST /api/v1/nodes/alpha/labels";

  @TempDir Path home;
  private final StubDaemon daemon = new StubDaemon();

  @AfterEach
  void stop() {
    daemon.close();
  }

  @Test
  void labels_are_given_and_taken_away_in_one_change() {
    daemon.answers(
        ROUTE, 200, new Written<>(node("alpha"), new ChangeAnswer("7f3a", "node|alpha", 4)));
    var ran = Cli.with(home, daemon).run("node", "label", "alpha", "role=web", "zone-", "a=");
    assertThat(ran).isEqualTo(new Cli.Ran(0, "Labelled node alpha (change 7f3a).\n", ""));
    assertThat(daemon.last(ROUTE).orElseThrow().body())
        .isEqualTo("{\"set\":{\"role\":\"web\",\"a\":\"\"},\"remove\":[\"zone\"]}");
  }

  @Test
  void a_word_that_is_neither_is_refused_before_anything_is_sent() {
    var ran = Cli.with(home, daemon).run("node", "label", "alpha", "role");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("expected key=value or key-, found \"role\"");
    assertThat(daemon.last(ROUTE)).isEmpty();
  }
}
