package io.helyos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.contract.resource.CreatedToken;
import io.helyos.contract.resource.TokenResource;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
  @TempDir Path home;
  private final StubDaemon daemon =
      new StubDaemon()
          .answers(
              "POST /api/v1/tokens",
              201,
              new CreatedToken("1", "ci", "hly_1_secret", "admin", Samples.NOW, null))
          .answers(
              "GET /api/v1/tokens",
              200,
              List.of(
                  new TokenResource("1", "ci", "admin", Samples.BEFORE, null, null, null),
                  new TokenResource("2", "old", "admin", Samples.BEFORE, null, null, Samples.NOW)))
          .says("DELETE /api/v1/tokens/ci", 204, "application/json", "");

  @AfterEach
  void stop() {
    daemon.close();
  }

  @Test
  void only_the_secret_is_on_stdout() {
    var ran = Cli.with(home, daemon).run("auth", "token", "create", "ci", "--ttl", "1h");
    assertThat(ran.out()).isEqualTo("hly_1_secret\n");
    assertThat(ran.err()).isEqualTo("Keep it now: it is not shown again.\n");
    assertThat(daemon.asked.getLast().body()).isEqualTo("{\"name\":\"ci\",\"ttl_secs\":3600}");
  }

  @Test
  void tokens_are_listed_without_their_secrets() {
    assertThat(Cli.with(home, daemon).run("auth", "token", "ls").out())
        .isEqualTo(
            """
            Name  Scope  Status   Expires  Age
            ci    admin  active   never    2m
            old   admin  revoked  never    2m
            """);
  }

  @Test
  void a_token_is_revoked() {
    assertThat(Cli.with(home, daemon).run("auth", "token", "revoke", "ci").out())
        .isEqualTo("Revoked the token ci.\n");
  }
}
