package io.helyos.docker;

import static io.helyos.model.port.Workbench.done;
import static io.helyos.model.port.Workbench.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.port.RuntimeFailure.Kind;
import io.helyos.model.template.PullPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pulls from a real registry that wants a password.
class RegistryTest {
  @TempDir static Path data;
  private static PrivateRegistry registry;

  @TempDir Path config;

  @BeforeAll
  static void startTheRegistry() throws IOException {
    registry = new PrivateRegistry(data);
  }

  @AfterAll
  static void stopTheRegistry() {
    registry.close();
  }

  private DockerRuntime runtime() {
    return DockerRuntime.connect(TestEngine.settings().withRegistryConfig(config, List.of(config)));
  }

  private void configure(String json) throws IOException {
    Files.writeString(config.resolve("config.json"), json.formatted(registry.host()));
  }

  private static String auth(String password) {
    var pair = PrivateRegistry.USER + ":" + password;
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private void pullSucceeds(PullPolicy policy) {
    try (var runtime = runtime()) {
      assertThat(done(runtime.pull(registry.image(), policy)))
          .matches(registry.host() + "/helyos/private@sha256:[0-9a-f]{64}");
      assertThat(TestEngine.raw().inspectImageCmd(registry.image()).exec().getId()).isNotBlank();
    } finally {
      registry.forget();
    }
  }

  private String pullFails() {
    try (var runtime = runtime()) {
      var failure = failure(runtime.pull(registry.image(), PullPolicy.MISSING));
      assertThat(failure.kind()).isEqualTo(Kind.PULL_FAILED);
      return String.valueOf(failure.getMessage());
    }
  }

  @Test
  void without_credentials_the_pull_is_refused_and_says_what_to_do() {
    assertThat(pullFails())
        .startsWith("cannot pull " + registry.image() + ": ")
        .contains("no basic auth credentials")
        .endsWith("(log in on this node: docker login)");
  }

  @Test
  void a_wrong_password_is_refused_and_not_shown() throws IOException {
    configure("{\"auths\": {\"%s\": {\"auth\": \"" + auth("wrong secret") + "\"}}}");
    assertThat(pullFails()).contains("unauthorized").doesNotContain("wrong secret");
  }

  @Test
  void credentials_stand_in_dockers_configuration_file() throws IOException {
    configure("{\"auths\": {\"%s\": {\"auth\": \"" + auth(PrivateRegistry.PASSWORD) + "\"}}}");
    pullSucceeds(PullPolicy.MISSING);
    pullSucceeds(PullPolicy.ALWAYS);
  }

  @Test
  void credentials_come_from_the_helper_of_that_registry() throws IOException {
    var helper =
        Files.writeString(
            config.resolve("docker-credential-test"),
            """
            #!/bin/sh
            read -r server
            [ "$1 $server" = "get %s" ] || { echo 'credentials not found in native keychain'; exit 1; }
            printf '{"ServerURL": "%%s", "Username": "%s", "Secret": "%s"}' "$server"
            """
                .formatted(registry.host(), PrivateRegistry.USER, PrivateRegistry.PASSWORD));
    Files.setPosixFilePermissions(helper, PosixFilePermissions.fromString("rwx------"));
    configure("{\"credHelpers\": {\"%s\": \"test\"}}");
    pullSucceeds(PullPolicy.MISSING);
  }

  @Test
  void an_image_is_pulled_by_its_digest() throws IOException {
    configure("{\"auths\": {\"%s\": {\"auth\": \"" + auth(PrivateRegistry.PASSWORD) + "\"}}}");
    try (var runtime = runtime()) {
      var digest = done(runtime.pull(registry.image(), PullPolicy.ALWAYS));
      registry.forget();
      assertThat(done(runtime.pull(digest, PullPolicy.ALWAYS))).isEqualTo(digest);
      TestEngine.raw().removeImageCmd(digest).exec();
    }
  }

  @Test
  void many_pods_that_want_an_image_share_its_pull() throws IOException {
    configure("{\"auths\": {\"%s\": {\"auth\": \"" + auth(PrivateRegistry.PASSWORD) + "\"}}}");
    try (var proxy = Bench.proxy(config);
        var runtime =
            DockerRuntime.connect(
                DockerSettings.of(java.net.URI.create("unix://" + proxy.socket()))
                    .withRegistryConfig(config, List.of()))) {
      var pulls =
          Stream.generate(() -> runtime.pull(registry.image(), PullPolicy.ALWAYS))
              .limit(8)
              .toList();
      assertThat(pulls.stream().map(pull -> done(pull)).distinct()).hasSize(1);
      assertThat(proxy.count("POST", "/images/create")).isLessThan(8);
    } finally {
      registry.forget();
    }
  }

  @Test
  void an_image_that_the_registry_does_not_have_is_named() throws IOException {
    configure("{\"auths\": {\"%s\": {\"auth\": \"" + auth(PrivateRegistry.PASSWORD) + "\"}}}");
    try (var runtime = runtime()) {
      var image = registry.host() + "/helyos/private:none";
      assertThat(failure(runtime.pull(image, PullPolicy.MISSING)))
          .hasMessageStartingWith("cannot pull " + image)
          .hasMessageContaining("manifest unknown");
    }
  }
}
