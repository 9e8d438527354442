package io.helyos.persistence.cassandra.journal;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.helyos.model.port.Feed;
import io.helyos.persistence.cassandra.feed.CassandraFeed;
import io.helyos.persistence.cassandra.session.CassandraSettings;
import io.helyos.persistence.contract.JournalUnderTest;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Join;

/// A journal in a keyspace.
public record CassandraUnderTest(CassandraSettings settings) implements JournalUnderTest {
  @Override
  public Config config() {
    return ConfigFactory.parseString(
            """
            pekko.actor.provider = cluster
            pekko.remote.artery.canonical { hostname = "127.0.0.1", port = 0 }
            pekko.cluster.jmx.enabled = off
            pekko.coordinated-shutdown.exit-jvm = off
            pekko.coordinated-shutdown.terminate-actor-system = on
            pekko.loglevel = WARNING
            pekko.stdout-loglevel = OFF
            """)
        .withFallback(settings.over(ConfigFactory.load()));
  }

  @Override
  public Feed open(ActorSystem<?> system) {
    var cluster = Cluster.get(system);
    cluster.manager().tell(Join.create(cluster.selfMember().address()));
    var feed = CassandraFeed.get(system);
    feed.caughtUp().toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
    return feed;
  }
}
