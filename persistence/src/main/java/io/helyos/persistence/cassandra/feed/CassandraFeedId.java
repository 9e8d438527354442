package io.helyos.persistence.cassandra.feed;

import io.helyos.persistence.cassandra.session.CassandraStore;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.actor.AbstractExtensionId;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.cluster.typed.ClusterSingleton;
import org.apache.pekko.cluster.typed.SingletonActor;

/// Puts the feed of an actor system together, once.
final class CassandraFeedId extends AbstractExtensionId<CassandraFeed> {
  static final CassandraFeedId ID = new CassandraFeedId();

  private CassandraFeedId() {}

  @Override
  public CassandraFeed createExtension(ExtendedActorSystem classic) {
    var system = Adapter.toTyped(classic);
    var store = CassandraStore.get(classic);
    var tables = new FeedStore(new Cql(store::session, store.keyspace()));
    var config = classic.settings().config().getConfig("helyos.cassandra.feed");
    var writer =
        ClusterSingleton.get(system)
            .init(SingletonActor.of(FeedWriter.create(tables, FeedPace.of(config)), "feed"));
    var announcements = new Announcements();
    var reporter = new CompletableFuture<ActorRef<Reporter.Message>>();
    var feed =
        new CassandraFeed(
            new FeedReader(tables),
            announcements,
            () -> reporter.join().tell(Reporter.Local.FLUSH));
    reporter.complete(
        system.systemActorOf(
            Reporter.create(writer, announcements, config.getDuration("repeat"), feed::heard),
            "feed-reporter",
            Props.empty()));
    return feed;
  }
}
