package io.helyos.cli.access;

import io.helyos.cli.shell.CommandFailed;
import io.helyos.cli.shell.Question;
import io.helyos.cli.shell.Shell;
import io.helyos.cli.shell.Target;
import io.helyos.client.http.Endpoint;
import java.nio.file.Path;
import java.util.Optional;

/// How a person gets to know the authority of a daemon, before any token is sent there: from a
/// file, or from the daemon itself, whose word counts only once the fingerprint is compared.
///
/// @param fingerprint that the person got another way
record Introduction(Shell shell, Endpoint endpoint, Optional<String> fingerprint) {
  /// The only authority to trust; empty for those of the system.
  ///
  /// @param file with the authority, if the person has one
  /// @param anybody the person wants no check at all
  Optional<Authority> authority(Optional<Path> file, boolean anybody) {
    if (!endpoint.isEncrypted() && (file.isPresent() || fingerprint.isPresent())) {
      throw CommandFailed.usage(
          "Expected https:// beside --ca-file and --fingerprint, found " + endpoint.server() + ".");
    }
    if (file.isPresent()) {
      var read = Authority.read(file.get());
      fingerprint.ifPresent(read::mustBe);
      return Optional.of(read);
    }
    if (anybody && fingerprint.isPresent()) {
      throw CommandFailed.usage(
          "Expected one of --fingerprint and --insecure-skip-tls-verify, found both.");
    }
    return anybody || !endpoint.isEncrypted() ? Optional.empty() : told();
  }

  /// The daemon is asked without a token and without trust.
  private Optional<Authority> told() {
    var stranger =
        new Target(endpoint.withTrust(Optional.empty(), true), Optional.empty(), Optional.empty());
    var sent = shell.client(stranger).authority().map(it -> Authority.sent(it.pem()));
    if (sent.isPresent()) {
      confirm(sent.get());
    } else if (fingerprint.isPresent()) {
      throw CommandFailed.usage(
          "Expected an authority of the daemon's own at %s, found none: its certificate is its operator's."
              .formatted(endpoint.server()),
          "leave --fingerprint out, or name the authority's file with --ca-file");
    }
    return sent;
  }

  private void confirm(Authority authority) {
    if (fingerprint.isPresent()) {
      authority.mustBe(fingerprint.get());
      return;
    }
    var found =
        "%s has an authority of its own: SHA256:%s"
            .formatted(endpoint.server(), authority.sha256());
    if (!shell.terminal().in()) {
      throw CommandFailed.usage(
          "Expected --fingerprint or --ca-file, found neither, and there is no terminal to ask on. "
              + found
              + ".",
          "compare it with the daemon's log, then add --fingerprint");
    }
    shell.err().println(found);
    var question = "Is this the fingerprint in the daemon's log?";
    if (Question.of(shell).agreed(question)) return;
    throw CommandFailed.usage("The authority is not trusted. Nothing was sent and nothing kept.");
  }
}
