package io.helyos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.contract.resource.ChangeAnswer;
import io.helyos.contract.resource.ConfigResource;
import io.helyos.contract.resource.Written;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterConfigTest {
  @TempDir Path home;
  private final StubDaemon daemon = new StubDaemon();

  @AfterEach
  void stop() {
    daemon.close();
  }

  @Test
  void what_was_never_chosen_is_told_as_well() {
    daemon.answers("GET /api/v1/cluster/config", 200, new ConfigResource("binpack", ""));
    assertThat(Cli.with(home, daemon).run("cluster", "config", "get", "-o", "table").out())
        .isEqualTo("scheduler:     binpack\nnode-timeout:  as the daemons were started\n");
  }

  @Test
  void a_choice_is_sent_in_the_words_of_whoever_makes_it() {
    var route = "POST /api/v1/cluster/config";
    var answer = new ChangeAnswer("7f3a", "cluster|cluster", 4);
    daemon.answers(route, 200, new Written<>(new ConfigResource("binpack", ""), answer));
    var ran = Cli.with(home, daemon).run("cluster", "config", "set", "scheduler", "binpack");
    assertThat(ran).isEqualTo(new Cli.Ran(0, "Set scheduler to binpack (change 7f3a).\n", ""));
    assertThat(daemon.last(route).orElseThrow().body())
        .isEqualTo("{\"key\":\"scheduler\",\"value\":\"binpack\"}");
  }
}
