package io.helyos.cli.access;

import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import io.helyos.cli.shell.Target;
import io.helyos.client.config.Context;
import io.helyos.client.http.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The token is tried before it is kept: a context that cannot work would only fail later, and in
/// another place.
@Command(
    name = "login",
    description = "Check a token and keep it with its server as a context.",
    footer = {
      "%nExamples:",
      "  helyos login http://127.0.0.1:6443",
      "  helyos login https://helyos.example.com:6443 --fingerprint SHA256:8F:1C:...",
      "  helyos login https://helyos.example.com:6443 --token-stdin --ca-file ca.pem"
    })
public final class LoginCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "SERVER", description = "http://127.0.0.1:6443")
  String server = "";

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Of the context; the host's name if left out.")
  Optional<String> name = Optional.empty();

  @Option(names = "--token-stdin", description = "Read the token from the input.")
  boolean tokenStdin;

  @Option(
      names = "--ca-file",
      paramLabel = "FILE",
      description = "The only authority to trust, as PEM.")
  Optional<String> caFile = Optional.empty();

  @Option(
      names = {"--fingerprint", "--ca-fingerprint"},
      paramLabel = "SHA256",
      description = "Of the authority, as the daemon's log tells it.")
  Optional<String> fingerprint = Optional.empty();

  @Option(names = "--insecure-skip-tls-verify", description = "Trust any certificate.")
  boolean insecure;

  @Option(
      names = "--project",
      paramLabel = "PROJECT",
      description = "Taken when a command names none.")
  Optional<String> project = Optional.empty();

  @Option(names = "--no-set-current", description = "Leave the current context as it is.")
  boolean keepCurrent;

  public LoginCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var address = Endpoint.of(server);
    var authority =
        new Introduction(shell, address, fingerprint).authority(caFile.map(shell::path), insecure);
    var token = token();
    var endpoint =
        address.withToken(Optional.of(token)).withTrust(authority.map(Authority::pem), insecure);
    if (insecure) shell.err().println("warning: the server's certificate is not checked.");
    var who = shell.client(new Target(endpoint, Optional.empty(), Optional.empty())).whoAmI();
    var context =
        Context.of(endpoint.server().toString())
            .withToken(Optional.of(token), Optional.of(who.name()))
            .withProject(project)
            .withTrust(
                insecure, authority.map(LoginCommand::base64), authority.map(Authority::sha256));
    keep(name.orElse(endpoint.server().getHost()), context);
    shell.out().println("Logged in to " + endpoint.server() + " as " + who.name() + ".");
    return ExitCode.DONE;
  }

  private void keep(String as, Context context) {
    shell
        .configFile()
        .update(config -> {
          var with = config.with(as, context);
          return keepCurrent ? with : with.using(as);
        });
  }

  private String token() {
    var given = shell.options().token();
    if (given.isPresent()) return given.get();
    var environment = shell.environment().getOrDefault("HELYOS_API_TOKEN", "");
    if (!tokenStdin && !environment.isEmpty()) return environment;
    if (tokenStdin) return TokenInput.piped(shell);
    return TokenInput.asked(shell);
  }

  private static String base64(Authority authority) {
    return Base64.getEncoder().encodeToString(authority.pem().getBytes(StandardCharsets.US_ASCII));
  }
}
