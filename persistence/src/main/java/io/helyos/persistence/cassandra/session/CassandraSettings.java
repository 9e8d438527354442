package io.helyos.persistence.cassandra.session;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where the journal is.
///
/// @param contactPoints `host:port` of some servers; the driver finds the others
/// @param datacenter whose servers are asked; found from the contact points when it is empty
/// @param driver settings of the driver that an operator adds, such as TLS and a password
public record CassandraSettings(
    List<String> contactPoints, String keyspace, Optional<String> datacenter, Config driver) {
  public static final String KEYSPACE = "helyos";

  private static final String PORT = ":9042";
  private static final Pattern POINT =
      Pattern.compile("[^\\s,:]+(:[0-9]{1,5})?|\\[[^\\]]+](:[0-9]{1,5})?");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,47}");

  public CassandraSettings {
    contactPoints = contactPoints.stream().map(CassandraSettings::point).toList();
    if (contactPoints.isEmpty()) {
      throw new IllegalArgumentException(
          "Expected at least one host:port of Cassandra, found none.");
    }
    if (!NAME.matcher(keyspace).matches()) {
      throw new IllegalArgumentException(
          "Expected a keyspace of at most 48 of a-z, 0-9 and _ that begins with a letter, found '%s'."
              .formatted(keyspace));
    }
  }

  /// The usual keyspace on these servers.
  public static CassandraSettings of(String... contactPoints) {
    return new CassandraSettings(
        List.of(contactPoints), KEYSPACE, Optional.empty(), ConfigFactory.empty());
  }

  public CassandraSettings withKeyspace(String name) {
    return new CassandraSettings(contactPoints, name, datacenter, driver);
  }

  private static String point(String text) {
    if (!POINT.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "Expected host:port of a Cassandra server, found '%s'.".formatted(text));
    }
    return text.matches(".*:[0-9]{1,5}") ? text : text + PORT;
  }

  /// These settings laid over others: the configuration of an actor system whose journal and
  /// snapshots are there.
  public Config over(Config rest) {
    var points =
        ConfigFactory.parseMap(
            Map.of(
                "helyos.cassandra.keyspace", keyspace,
                "datastax-java-driver.basic.contact-points", contactPoints));
    return driver
        .atKey("datastax-java-driver")
        .withFallback(points)
        .withFallback(balancing())
        .withFallback(ConfigFactory.parseResources("helyos-cassandra.conf"))
        .withFallback(rest)
        .resolve();
  }

  private Config balancing() {
    var policy = "datastax-java-driver.basic.load-balancing-policy.";
    return ConfigFactory.parseMap(
        datacenter
            .map(name ->
                Map.of(
                    policy + "class",
                    "DefaultLoadBalancingPolicy",
                    policy + "local-datacenter",
                    name))
            .orElse(Map.of(policy + "class", "DcInferringLoadBalancingPolicy")));
  }
}
