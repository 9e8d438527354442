package io.helyos.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.github.dockerjava.api.model.AuthConfig;
import io.helyos.model.port.RuntimeFailure;
import io.helyos.model.port.RuntimeFailure.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What Docker's own configuration file knows about a registry. Read anew for each pull, so that a
/// `docker login` counts at once. In the order that Docker itself has: the registry's own helper,
/// the helper for all, what stands in the file.
final class Credentials {
  /// Docker Hub's key in that file, since long before it had this name.
  private static final String DOCKER_HUB = "https://index.docker.io/v1/";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final List<Path> helperPath;

  Credentials(Path directory, List<Path> helperPath) {
    this.file = directory.resolve("config.json");
    this.helperPath = List.copyOf(helperPath);
  }

  /// Empty when there is nothing to show: many registries give to anybody.
  Optional<AuthConfig> forImage(ImageReference image) {
    var config = read();
    var server = image.isOnDockerHub() ? DOCKER_HUB : image.registry();
    return helper(config, server)
        .flatMap(helper -> helper.get(server))
        .or(() -> stored(config, server))
        .map(found -> found.withRegistryAddress(server));
  }

  private JsonNode read() {
    try {
      return JSON.readTree(Files.readString(file));
    } catch (NoSuchFileException e) {
      return MissingNode.getInstance();
    } catch (JsonProcessingException e) {
      throw failure("is not valid JSON; mend it, or log in again", e);
    } catch (IOException e) {
      throw failure("cannot be read: " + e.getMessage(), e);
    }
  }

  private Optional<CredentialProgram> helper(JsonNode config, String server) {
    var own = config.path("credHelpers").path(server).asText();
    var name = own.isEmpty() ? config.path("credsStore").asText() : own;
    return name.isEmpty() ? Optional.empty() : Optional.of(new CredentialProgram(name, helperPath));
  }

  private Optional<AuthConfig> stored(JsonNode config, String server) {
    return config.path("auths").properties().stream()
        .filter(entry -> host(entry.getKey()).equals(host(server)))
        .map(Map.Entry::getValue)
        .flatMap(entry -> auth(entry).stream())
        .findFirst();
  }

  private Optional<AuthConfig> auth(JsonNode entry) {
    if (entry.hasNonNull("identitytoken")) {
      return Optional.of(new AuthConfig().withIdentityToken(entry.path("identitytoken").asText()));
    }
    if (entry.path("auth").asText().isEmpty()) {
      return entry.hasNonNull("username")
          ? Optional.of(user(entry.path("username").asText(), entry.path("password").asText()))
          : Optional.empty();
    }
    var pair = decoded(entry.path("auth").asText()).split(":", 2);
    if (pair.length < 2) {
      throw failure("has an entry whose 'auth' is not user:password in base64; log in again", null);
    }
    return Optional.of(user(pair[0], pair[1]));
  }

  private String decoded(String auth) {
    try {
      return new String(Base64.getDecoder().decode(auth), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw failure("has an entry whose 'auth' is not base64; log in again", e);
    }
  }

  private static AuthConfig user(String name, String password) {
    return new AuthConfig().withUsername(name).withPassword(password);
  }

  /// Keys are hosts, or addresses with a scheme and a path.
  private static String host(String key) {
    return key.replaceFirst("^https?://", "").replaceFirst("/.*$", "");
  }

  private RuntimeFailure failure(String what, @Nullable Exception cause) {
    var message = "Docker's configuration file " + file + " " + what;
    return cause == null
        ? new RuntimeFailure(Kind.PULL_FAILED, message)
        : new RuntimeFailure(Kind.PULL_FAILED, message, cause);
  }
}
