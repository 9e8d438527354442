package io.helyos.persistence.cassandra.session;

import com.datastax.oss.driver.api.core.CqlSession;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ClassicActorSystemProvider;
import org.apache.pekko.actor.Extension;
import org.apache.pekko.stream.connectors.cassandra.DriverConfigLoaderFromConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one session of an actor system. It is there as soon as Cassandra is, and comes back by
/// itself after Cassandra was away.
public final class CassandraStore implements Extension {
  private static final Logger log = LoggerFactory.getLogger(CassandraStore.class);
  private static final Duration REMINDER = Duration.ofSeconds(10);

  private final CompletableFuture<CqlSession> session;
  private final String keyspace;
  private volatile boolean closing;

  CassandraStore(Config config) {
    keyspace = config.getString("helyos.cassandra.keyspace");
    session = connect(config).toCompletableFuture();
    remind(config.getStringList("datastax-java-driver.basic.contact-points").toString());
  }

  /// The store of an actor system; the first call begins to connect.
  public static CassandraStore get(ClassicActorSystemProvider system) {
    return CassandraStoreId.ID.get(system);
  }

  /// A session without an actor system, for tools. It waits until Cassandra is there.
  public static CompletionStage<CqlSession> connect(CassandraSettings settings) {
    return connect(settings.over(ConfigFactory.load()));
  }

  private static CompletionStage<CqlSession> connect(Config config) {
    var driver = config.getConfig("datastax-java-driver");
    return CqlSession.builder()
        .withConfigLoader(DriverConfigLoaderFromConfig.fromConfig(driver))
        .buildAsync();
  }

  private void remind(String servers) {
    CompletableFuture.delayedExecutor(REMINDER.toSeconds(), TimeUnit.SECONDS)
        .execute(() -> {
          if (session.isDone() || closing) return;
          log.info("Waiting for Cassandra at {}", servers);
          remind(servers);
        });
  }

  /// Completes when Cassandra answers.
  public CompletionStage<CqlSession> session() {
    return session.minimalCompletionStage();
  }

  public String keyspace() {
    return keyspace;
  }

  void close() {
    closing = true;
    // Also one that is only about to come.
    var _ = session.thenCompose(CqlSession::closeAsync);
  }
}
