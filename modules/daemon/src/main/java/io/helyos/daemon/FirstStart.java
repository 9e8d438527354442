package io.helyos.daemon;

import io.helyos.client.config.ConfigFile;
import io.helyos.client.config.Context;
import io.helyos.client.failure.BadConfig;
import io.helyos.http.access.TokenText;
import io.helyos.model.EntityId;
import io.helyos.model.Rejection;
import io.helyos.model.cluster.Cluster;
import io.helyos.model.cluster.ClusterCommand;
import io.helyos.model.delivery.Answer;
import io.helyos.orchestrator.ChangeId;
import io.helyos.orchestrator.Orchestrator;
import io.helyos.orchestrator.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a daemon does the first time: a token for the machine's own user, in a file that only they
/// can read, and a context for their command line.
final class FirstStart {
  private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
  private static final String CONTEXT = "local";
  private static final String TOKEN_NAME = "local";

  private FirstStart() {}

  /// Completes with true when this was the first start.
  static CompletionStage<Boolean> of(Orchestrator core, DaemonSettings settings, int port) {
    var hasToken =
        core.view()
            .cluster()
            .filter(row -> row.state() instanceof Cluster.Founded f && !f.tokens().isEmpty())
            .isPresent();
    if (hasToken) return CompletableFuture.completedStage(false);
    // The file first: after a crash in between the same token is issued, and none is lost.
    var token = tokenFile(settings.dataDir().resolve("token"));
    writeContext(settings, port, token);
    return core.execute(
            EntityId.cluster(),
            new ClusterCommand.IssueToken(token.id(), TOKEN_NAME, token.hash(), Optional.empty()),
            Request.of(ChangeId.next(InstantSource.system()), "system"))
        .thenApply(answer -> {
          if (answer instanceof Answer.Refused(_, Rejection why)) {
            throw new StartFailure("The first token was refused: " + why.message());
          }
          writeContext(settings, port, token);
          return true;
        });
  }

  private static TokenText tokenFile(Path file) {
    try {
      if (Files.exists(file)) {
        var kept = TokenText.parse(Files.readString(file).strip());
        if (kept.isPresent()) return kept.get();
      }
      var token = TokenText.random();
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(
          file,
          (token.whole() + "\n").getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.WRITE,
          StandardOpenOption.SYNC);
      return token;
    } catch (IOException e) {
      throw new StartFailure("Expected to write the token to %s: %s".formatted(file, e), e);
    }
  }

  /// Another daemon's context is never overwritten: this one's then carries its port in the name.
  private static void writeContext(DaemonSettings settings, int port, TokenText token) {
    var home = Path.of(System.getProperty("user.home"));
    var server = "http://%s:%d".formatted(settings.host(), port);
    var context = Context.of(server).withToken(Optional.of(token.whole()), Optional.of(TOKEN_NAME));
    try {
      ConfigFile.of(System.getenv(), home)
          .update(config -> {
            var isFree =
                config.context(CONTEXT).filter(other -> !other.server().equals(server)).isEmpty();
            var name = isFree ? CONTEXT : CONTEXT + "-" + port;
            LOG.info("The command line reaches this daemon by its context {}", name);
            var known = config.with(name, context);
            return config.current().isPresent() ? known : known.using(name);
          });
    } catch (BadConfig e) {
      throw new StartFailure(
          "The command line's context cannot be written. %s Set HELYOS_CONFIG to a file that this user can write."
              .formatted(e.getMessage()),
          e);
    }
  }
}
