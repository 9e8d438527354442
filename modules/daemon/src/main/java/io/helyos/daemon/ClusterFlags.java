package io.helyos.daemon;

import io.helyos.contract.spec.text.DurationText;
import io.helyos.contract.spec.text.Parsed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The flags that make a daemon a member of a cluster.
final class ClusterFlags {
  private static final Pattern POINT = Pattern.compile("[^\\s,:]+:[0-9]{1,5}");
  private static final Duration SHORTEST_TIMEOUT = Duration.ofSeconds(5);

  @Option(
      names = "--join",
      paramLabel = "HOST:PORT",
      split = ",",
      description = "Daemons to form a cluster with; those of the same journal are found anyway.")
  @Nullable List<String> join;

  @Option(
      names = "--insecure-cluster",
      description = "Talk to other daemons without TLS; only on a loopback address.")
  boolean insecure;

  @Option(
      names = "--cluster-ca",
      paramLabel = "FILE",
      description = "PEM of the authority whose certificates all daemons of the cluster show.")
  @Nullable Path authority;

  @Option(
      names = "--cluster-cert",
      paramLabel = "FILE",
      description = "PEM of this daemon's certificate; it has to name --cluster-host.")
  @Nullable Path certificate;

  @Option(
      names = "--cluster-key",
      paramLabel = "FILE",
      description = "PEM of the key of --cluster-cert.")
  @Nullable Path key;

  @Option(
      names = "--cluster-host",
      defaultValue = "127.0.0.1",
      description = "Address for other daemons (default: ${DEFAULT-VALUE}).")
  String host = "";

  @Option(
      names = "--cluster-port",
      defaultValue = "6444",
      converter = Port.class,
      description = "Port for other daemons (default: ${DEFAULT-VALUE}).")
  int port;

  @Option(
      names = "--advertise-addr",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Where published ports of this node are reached (default: ${DEFAULT-VALUE}).")
  String advertised = "";

  @Option(
      names = "--node-timeout",
      paramLabel = "DURATION",
      defaultValue = "30s",
      description =
          "A machine that is silent for so long is given up; the same for all daemons"
              + " (default: ${DEFAULT-VALUE}).")
  String nodeTimeout = "";

  ClusterSettings settings(JournalChoice journal) {
    var named = join == null ? List.<String>of() : join;
    for (var point : named) {
      if (POINT.matcher(point).matches()) continue;
      throw new StartFailure("Expected HOST:PORT for --join, found %s.".formatted(point));
    }
    var tls = tls();
    var isOpen = insecure || tls.isPresent();
    if (!named.isEmpty() && !isOpen) {
      throw new StartFailure(
          "Expected --cluster-ca, --cluster-cert and --cluster-key beside --join, found none of them. To try a cluster on one machine, --insecure-cluster takes their place.");
    }
    if (isOpen && !(journal instanceof JournalChoice.Cassandra)) {
      throw new StartFailure(
          "Expected --journal cassandra beside the flags of a cluster, found an embedded journal, which daemons cannot share.");
    }
    if (insecure) Loopback.requireForCluster(host);
    return new ClusterSettings(isOpen, tls, host, port, named, advertised, timeout());
  }

  private Optional<ClusterTls> tls() {
    if (authority == null && certificate == null && key == null) return Optional.empty();
    if (authority == null || certificate == null || key == null) {
      throw new StartFailure(
          "Expected --cluster-ca, --cluster-cert and --cluster-key together, found only some of them.");
    }
    if (insecure) {
      throw new StartFailure(
          "Expected either --insecure-cluster or the certificates of a cluster, found both. Leave --insecure-cluster out.");
    }
    return Optional.of(new ClusterTls(authority, certificate, key));
  }

  private Duration timeout() {
    if (DurationText.parse(nodeTimeout) instanceof Parsed.Value<Duration>(var timeout)
        && timeout.compareTo(SHORTEST_TIMEOUT) >= 0) {
      return timeout;
    }
    throw new StartFailure(
        "Expected --node-timeout to be a duration of at least %d s such as 30s, found %s."
            .formatted(SHORTEST_TIMEOUT.toSeconds(), nodeTimeout));
  }
}
