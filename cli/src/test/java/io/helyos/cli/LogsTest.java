package io.helyos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.cli.shell.Terminal;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsTest {
  private static final String ROUTE = "GET /api/v1/projects/ecommerce/deployments/api/logs";

  @TempDir Path home;
  private final StubDaemon daemon =
      new StubDaemon()
          .says(
              ROUTE,
              200,
              "text/event-stream",
              """
              data: hello
              id: helyos-ecommerce-api-0@2026-03-01T11:00:00Z;AAAA

              : nothing happens

              data: \u001b[31mworld\u202e
              id: helyos-ecommerce-api-1@2026-03-01T11:00:01Z

              data: no name

              """);

  @AfterEach
  void stop() {
    daemon.close();
  }

  @Test
  void each_line_is_told_by_its_pod() {
    var ran = Cli.with(home, daemon).run("logs", "ecommerce/api", "--no-follow", "--tail", "5");
    assertThat(ran.code()).isZero();
    // Piped, the bytes are the reader's business.
    assertThat(ran.out()).isEqualTo("api-0 | hello\napi-1 | \u001b[31mworld\u202e\nno name\n");
    assertThat(daemon.asked.getLast().query()).isEqualTo("tail=5&follow=false");
  }

  @Test
  void a_terminal_gets_colours_of_ours_and_none_of_theirs() {
    var terminal = new Terminal(false, true, false, 80, 24, true, true);
    var ran = Cli.with(home, daemon).on(terminal).run("logs", "ecommerce/api", "--no-follow");
    assertThat(ran.out())
        .isEqualTo("\u001b[36mapi-0 |\u001b[0m hello\n\u001b[33mapi-1 |\u001b[0m world\nno name\n");
  }

  @Test
  void times_are_shown_on_demand() {
    assertThat(Cli.with(home, daemon).run("logs", "ecommerce/api", "-t", "--no-follow").out())
        .startsWith("api-0 | 2026-03-01T11:00:00Z hello\n");
  }

  @Test
  void json_is_an_object_a_line() {
    assertThat(Cli.with(home, daemon).run("logs", "ecommerce/api", "--json", "--no-follow").out())
        .startsWith(
            "{\"pod\":\"helyos-ecommerce-api-0\",\"time\":\"2026-03-01T11:00:00Z\",\"text\":\"hello\"}\n");
  }

  @Test
  void pod_and_time_are_passed_on() {
    Cli.with(home, daemon).run("logs", "ecommerce/api", "--pod", "1", "--since", "10m");
    assertThat(daemon.asked.getFirst().query())
        .isEqualTo("pod=1&since=2026-03-01T11:50:00Z&follow=true");
  }

  @Test
  void the_previous_container_is_asked_for_without_following_it() {
    Cli.with(home, daemon).run("logs", "ecommerce/api", "--previous", "--pod", "0");
    assertThat(daemon.asked.getFirst().query()).isEqualTo("pod=0&previous=true");
  }

  @Test
  void a_pod_is_known_by_its_name() {
    var line = "data: alone\nid: helyos-ecommerce-api-1@2026-03-01T11:00:00Z;x\n\n";
    daemon.says("GET /api/v1/pods/helyos-ecommerce-api-1/logs", 200, "text/event-stream", line);
    for (var name : new String[] {"helyos-ecommerce-api-1", "pod/helyos-ecommerce-api-1"}) {
      var ran = Cli.with(home, daemon).run("logs", name, "-p", "ecommerce", "--no-follow");
      assertThat(ran.out()).isEqualTo("api-1 | alone\n");
    }
    var brief = Cli.with(home, daemon).run("logs", "api-1", "-p", "ecommerce", "--no-follow");
    assertThat(brief.out()).isEqualTo("api-1 | alone\n");
  }

  @Test
  void a_deployment_may_be_called_like_a_pod() {
    var route = "GET /api/v1/projects/ecommerce/deployments/helyos-x-1/logs";
    daemon.says(route, 200, "text/event-stream", "data: odd\n\n");
    var ran = Cli.with(home, daemon).run("logs", "helyos-x-1", "-p", "ecommerce", "--no-follow");
    assertThat(ran.out()).isEqualTo("odd\n");
  }

  @Test
  void a_deployment_that_is_not_there_is_3() {
    assertThat(Cli.with(home, daemon).run("logs", "ecommerce/other").code()).isEqualTo(3);
  }
}
