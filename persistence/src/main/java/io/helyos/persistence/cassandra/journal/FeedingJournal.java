package io.helyos.persistence.cassandra.journal;

import com.typesafe.config.Config;
import io.helyos.persistence.cassandra.feed.CassandraFeed;
import org.apache.pekko.persistence.AtomicWrite;
import org.apache.pekko.persistence.cassandra.journal.CassandraJournal;
import scala.collection.immutable.Seq;
import scala.concurrent.Future;
import scala.runtime.BoxedUnit;
import scala.util.Try;

/// Announces to the feed how far an entity is: after each write, before the entity hears of it, and
/// when it comes back to life. An entity whose write failed comes back and finds out.
public final class FeedingJournal extends CassandraJournal {
  private final CassandraFeed feed;

  public FeedingJournal(Config config, String path) {
    super(config, path);
    feed = CassandraFeed.get(context().system());
  }

  @Override
  public Future<Seq<Try<BoxedUnit>>> asyncWriteMessages(Seq<AtomicWrite> writes) {
    var last = writes.last();
    return super.asyncWriteMessages(writes)
        .map(
            answer -> {
              feed.announce(last.persistenceId(), last.highestSequenceNr());
              return answer;
            },
            context().dispatcher());
  }

  @Override
  public Future<Object> asyncReadHighestSequenceNr(String persistenceId, long from) {
    return super.asyncReadHighestSequenceNr(persistenceId, from)
        .map(
            highest -> {
              feed.announce(persistenceId, (Long) highest);
              return highest;
            },
            context().dispatcher());
  }
}
