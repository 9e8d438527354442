package io.helyos.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.model.AuthConfig;
import io.helyos.model.port.RuntimeFailure;
import io.helyos.model.port.RuntimeFailure.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A program that keeps a registry's password out of Docker's configuration file. It is asked as
/// Docker asks it: `docker-credential-NAME get`, the server's name on its input, JSON on its
/// output.
final class CredentialProgram {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SECONDS = 30;

  /// What helpers say, on their output, when they know nothing of a server.
  private static final String NOT_FOUND = "credentials not found in native keychain";

  /// Instead of a user's name: the secret is a token and no password.
  private static final String TOKEN = "<token>";

  private final String program;
  private final List<Path> searchPath;

  CredentialProgram(String name, List<Path> searchPath) {
    this.program = "docker-credential-" + name;
    this.searchPath = searchPath;
  }

  Optional<AuthConfig> get(String server) {
    try {
      var process =
          new ProcessBuilder(find().toString(), "get")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        return ask(process, server);
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw failure("cannot be run: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("was interrupted");
    }
  }

  private Path find() {
    return searchPath.stream()
        .map(directory -> directory.resolve(program))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() ->
            failure("is named by Docker's configuration file and not on the PATH; install it"));
  }

  private Optional<AuthConfig> ask(Process process, String server) throws InterruptedException {
    var output = CompletableFuture.supplyAsync(() -> read(process), Thread::startVirtualThread);
    tell(process, server);
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      throw failure("has not answered for " + SECONDS + " s");
    }
    var said = output.join().strip();
    if (process.exitValue() == 0) {
      return Optional.of(parse(said));
    }
    if (said.equals(NOT_FOUND)) {
      return Optional.empty();
    }
    throw failure("failed for " + server + ": " + said);
  }

  private static void tell(Process process, String server) {
    try (var input = process.getOutputStream()) {
      input.write(server.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // It has not waited to hear it; what it says counts.
    }
  }

  private static String read(Process process) {
    try {
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  private AuthConfig parse(String said) {
    try {
      var answer = JSON.readTree(said);
      var user = answer.path("Username").asText();
      var secret = answer.path("Secret").asText();
      return user.equals(TOKEN)
          ? new AuthConfig().withIdentityToken(secret)
          : new AuthConfig().withUsername(user).withPassword(secret);
    } catch (JsonProcessingException e) {
      // The cause is left out: it quotes what may hold the secret.
      throw failure("gave an answer that is not JSON");
    }
  }

  private RuntimeFailure failure(String what) {
    return new RuntimeFailure(Kind.PULL_FAILED, "the credential helper " + program + " " + what);
  }
}
