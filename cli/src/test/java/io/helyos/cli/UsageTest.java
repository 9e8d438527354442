package io.helyos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.contract.resource.UsageResource;
import io.helyos.contract.resource.UsageResource.Item;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person is told of what was used.
class UsageTest {
  private static final String USAGE = "GET /api/v1/usage";

  @TempDir Path home;
  private final StubDaemon daemon = new StubDaemon();

  @AfterEach
  void stop() {
    daemon.close();
  }

  private static UsageResource of(String by, String... unread) {
    var busy =
        new Item(
            "shop/api",
            new BigDecimal("3600.25"),
            new BigDecimal("1800.125"),
            new BigDecimal("3774873600"),
            3,
            2,
            new BigDecimal("4.25"),
            new BigDecimal("3600"),
            new BigDecimal("3599.99"),
            0.9999972);
    var idle =
        new Item(
            "shop/\"odd\", name",
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            0,
            0,
            null,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            null);
    return new UsageResource(
        Samples.NOW.minusSeconds(60), Samples.NOW, by, List.of(busy, idle), List.of(unread));
  }

  private Cli.Ran run(String... arguments) {
    return Cli.with(home, daemon).run(arguments);
  }

  @Test
  void a_table_rounds_and_never_makes_a_failure_vanish() {
    daemon.answers(USAGE, 200, of("deployment"));
    var ran = run("usage", "--since", "24h", "-p", "shop");
    assertThat(ran.out().lines().toList().get(1).split(" {2,}"))
        .containsExactly("shop/api", "3600", "1800", "3600", "3", "99.999%", "4.3s");
    assertThat(ran.out()).startsWith("Deployment");
    assertThat(daemon.asked.getLast().query()).isEqualTo("by=deployment&since=24h&project=shop");
  }

  @Test
  void comma_separated_values_are_in_full_and_quoted() {
    daemon.answers(USAGE, 200, of("deployment"));
    assertThat(run("usage", "--csv").out().lines())
        .containsExactly(
            "from,to,deployment,podSeconds,cpuSeconds,memoryByteSeconds,restarts,repairs,meanTimeToRepair,wantedSeconds,readySeconds,availability",
            Samples.NOW.minusSeconds(60)
                + ","
                + Samples.NOW
                + ",shop/api,3600.25,1800.125,3774873600,3,2,4.25,3600,3599.99,0.9999972",
            Samples.NOW.minusSeconds(60)
                + ","
                + Samples.NOW
                + ",\"shop/\"\"odd\"\", name\",0,0,0,0,0,,0,0,");
  }

  @Test
  void json_is_the_answer_and_what_is_not_whole_is_said() {
    daemon.answers(USAGE, 200, of("image", "pod|shop-api-0"));
    var ran = run("usage", "--by", "image", "-o", "json");
    assertThat(ran.out()).contains("\"podSeconds\" : 3600.25", "\"by\" : \"image\"");
    assertThat(ran.err()).contains("newer build", "pod|shop-api-0");
    assertThat(run("usage", "--by", "node").code()).isEqualTo(2);
  }
}
