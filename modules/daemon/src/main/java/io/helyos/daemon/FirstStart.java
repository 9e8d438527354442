package io.helyos.daemon;

import io.helyos.client.config.Config;
import io.helyos.client.config.ConfigFile;
import io.helyos.client.config.Context;
import io.helyos.client.failure.BadConfig;
import io.helyos.http.access.TokenText;
import io.helyos.http.tls.Authority;
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
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a daemon does the first time: a token for the machine's own user, in a file that only they
/// can read, and a context for their command line.
final class FirstStart {
  private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
  private static final String CONTEXT = "local";
  private static final String TOKEN_NAME = "local";

  private final DaemonSettings settings;
  private final Optional<Authority> authority;
  private final int port;

  /// @param authority whom the command line has to trust
  FirstStart(DaemonSettings settings, Optional<Authority> authority, int port) {
    this.settings = settings;
    this.authority = authority;
    this.port = port;
  }

  /// Completes with true when this was the first start.
  CompletionStage<Boolean> of(Orchestrator core) {
    var hasToken =
        core.view()
            .cluster()
            .filter(row -> row.state() instanceof Cluster.Founded f && !f.tokens().isEmpty())
            .isPresent();
    if (hasToken) {
      followScheme();
      return CompletableFuture.completedStage(false);
    }
    // The file first: after a crash in between the same token is issued, and none is lost.
    var token = tokenFile(settings.dataDir().resolve("token"));
    writeContext(token);
    return core.execute(
            EntityId.cluster(),
            new ClusterCommand.IssueToken(token.id(), TOKEN_NAME, token.hash(), Optional.empty()),
            Request.of(ChangeId.next(InstantSource.system()), "system"))
        .thenApply(answer -> {
          if (answer instanceof Answer.Refused(_, Rejection why)) {
            throw new StartFailure("The first token was refused: " + why.message());
          }
          writeContext(token);
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
  private void writeContext(TokenText token) {
    var server = server(settings.tls().scheme());
    var context =
        trusting(Context.of(server).withToken(Optional.of(token.whole()), Optional.of(TOKEN_NAME)));
    update(config -> {
      var isFree =
          config.context(CONTEXT).filter(other -> !other.server().equals(server)).isEmpty();
      var name = isFree ? CONTEXT : CONTEXT + "-" + port;
      LOG.info("The command line reaches this daemon by its context {}", name);
      var known = config.with(name, context);
      return config.current().isPresent() ? known : known.using(name);
    });
  }

  /// TLS may be turned on or off later: the context of the first start still leads here then.
  private void followScheme() {
    var file = settings.dataDir().resolve("token");
    if (!Files.exists(file)) return;
    var here = server(settings.tls().scheme());
    var before = server(settings.tls().isOn() ? "http" : "https");
    try {
      var token = Optional.of(Files.readString(file).strip());
      var names =
          configFile().load().contexts().entrySet().stream()
              .filter(known -> known.getValue().server().equals(before))
              .filter(known -> known.getValue().token().equals(token))
              .map(Map.Entry::getKey)
              .toList();
      if (names.isEmpty()) return;
      configFile().update(config -> led(config, names, here));
      LOG.info("The context {} of the command line leads to {} now", names, here);
    } catch (BadConfig | IOException e) {
      LOG.warn("The command line's context still leads to {}: {}", before, e.getMessage());
    }
  }

  private Config led(Config config, List<String> names, String here) {
    var changed = config;
    for (var name : names) {
      var context = config.context(name);
      if (context.isPresent()) {
        changed = changed.with(name, trusting(context.get().withServer(here)));
      }
    }
    return changed;
  }

  private Context trusting(Context context) {
    return context.withTrust(
        false,
        authority.map(
            it -> Base64.getEncoder().encodeToString(it.pem().getBytes(StandardCharsets.US_ASCII))),
        authority.map(Authority::fingerprint));
  }

  private String server(String scheme) {
    var host = Loopback.fromHere(settings.host());
    return "%s://%s:%d".formatted(scheme, host.contains(":") ? "[" + host + "]" : host, port);
  }

  private static ConfigFile configFile() {
    return ConfigFile.of(System.getenv(), Path.of(System.getProperty("user.home")));
  }

  private static void update(UnaryOperator<Config> change) {
    try {
      configFile().update(change);
    } catch (BadConfig e) {
      throw new StartFailure(
          "The command line's context cannot be written. %s Set HELYOS_CONFIG to a file that this user can write."
              .formatted(e.getMessage()),
          e);
    }
  }
}
