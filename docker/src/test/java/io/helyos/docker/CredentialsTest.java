package io.helyos.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.model.AuthConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsTest {
  @TempDir Path directory;

  private void configure(String json) throws IOException {
    Files.writeString(directory.resolve("config.json"), json.replace('\'', '"'));
  }

  private void helper(String name, String script) throws IOException {
    var program = directory.resolve("docker-credential-" + name);
    Files.writeString(program, "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
  }

  private static String answer(String user) {
    return "echo '{\"ServerURL\": \"a.io\", \"Username\": \"%s\", \"Secret\": \"s\"}'"
        .formatted(user);
  }

  private Optional<AuthConfig> credentials(String image) {
    return new Credentials(directory, List.of(directory)).forImage(ImageReference.of(image));
  }

  private String user(String image) {
    return credentials(image).map(AuthConfig::getUsername).orElse("nobody");
  }

  @Test
  void without_a_file_there_are_none() {
    assertThat(user("registry:5000/a")).isEqualTo("nobody");
  }

  /// `dXNlcjpwYTpzcw==` is `user:pa:ss`.
  @ParameterizedTest
  @CsvSource({
    "registry:5000, registry:5000/a/b:1",
    "https://registry:5000, registry:5000/a",
    "https://registry:5000/v1/, registry:5000/a",
    "https://index.docker.io/v1/, nginx",
    "https://index.docker.io/v1/, docker.io/library/nginx",
    "localhost, localhost/a"
  })
  void a_password_is_found_under_any_spelling_of_its_registry(String key, String image)
      throws IOException {
    configure(
        "{'auths': {'other': {'auth': 'bad'}, '%s': {'auth': 'dXNlcjpwYTpzcw=='}}}".formatted(key));
    assertThat(credentials(image).orElseThrow().getPassword()).isEqualTo("pa:ss");
    assertThat(user(image)).isEqualTo("user");
  }

  @Test
  void another_registrys_password_is_not_shown_around() throws IOException {
    configure("{'auths': {'registry:5000': {'auth': 'dXNlcjpwYTpzcw=='}}}");
    assertThat(user("registry:5001/a")).isEqualTo("nobody");
    assertThat(user("nginx")).isEqualTo("nobody");
  }

  @Test
  void a_registrys_own_helper_goes_before_the_helper_for_all_and_that_before_the_file()
      throws IOException {
    helper("own", "cat >/dev/null; " + answer("own"));
    helper("all", "echo 'credentials not found in native keychain'; exit 1\n");
    configure(
        "{'credsStore': 'all', 'credHelpers': {'a.io': 'own'}, 'auths': {'c.io': {'auth': 'dXNlcjpw'}}}");
    assertThat(user("a.io/x")).isEqualTo("own");
    assertThat(user("c.io/x")).as("the helper knows nothing, the file does").isEqualTo("user");
    assertThat(user("d.io/x")).isEqualTo("nobody");
    helper("all", answer("all"));
    assertThat(user("c.io/x")).isEqualTo("all");
  }

  @Test
  void a_token_is_no_password() throws IOException {
    configure("{'auths': {'a.io': {'identitytoken': 'tok'}}}");
    assertThat(credentials("a.io/x").orElseThrow().getIdentitytoken()).isEqualTo("tok");
  }

  @Test
  void a_helper_that_is_not_there_is_named() throws IOException {
    configure("{'credsStore': 'missing'}");
    assertThatThrownBy(() -> credentials("a.io/x"))
        .hasMessageContaining("docker-credential-missing is named by Docker's configuration file");
  }

  @Test
  void a_helper_that_fails_says_why() throws IOException {
    helper("sad", "echo the keychain is locked; exit 1\n");
    configure("{'credsStore': 'sad'}");
    assertThatThrownBy(() -> credentials("a.io/x"))
        .hasMessageContaining("docker-credential-sad failed for a.io: the keychain is locked");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "{, is not valid JSON",
        "{'auths': {'a.io': {'auth': '%%%'}}}, is not base64",
        "{'auths': {'a.io': {'auth': 'dXNlcg=='}}}, is not user:password"
      })
  void a_broken_file_is_named_and_never_quoted(String json, String words) throws IOException {
    configure(json);
    assertThatThrownBy(() -> credentials("a.io/x"))
        .hasMessageContaining(directory.resolve("config.json") + " ")
        .hasMessageContaining(words);
  }
}
