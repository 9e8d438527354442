package io.helyos.orchestrator.history;

import io.helyos.model.journal.EncodedEvent;
import io.helyos.model.journal.FeedRow;
import io.helyos.model.port.Codec;
import io.helyos.model.port.Feed;
import io.helyos.model.usage.Ledger;
import io.helyos.model.usage.Period;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// What was used in a period, counted from the journal's first event on.
public final class Accounting {
  private static final int PAGE = 5_000;

  private final Feed feed;
  private final Codec codec;
  private final Ledger ledger;

  private Accounting(Period period, Feed feed, Codec codec) {
    this.feed = feed;
    this.codec = codec;
    this.ledger = new Ledger(period);
  }

  /// Completes when all has been read that was in the feed.
  public static CompletionStage<Ledger> of(Period period, Feed feed, Codec codec) {
    return new Accounting(period, feed, codec).after(0);
  }

  private CompletionStage<Ledger> after(long offset) {
    return feed.after(offset, PAGE)
        .thenCompose(rows -> {
          rows.stream().filter(row -> Ledger.concerns(row.entity())).forEach(this::see);
          return rows.size() < PAGE
              ? CompletableFuture.completedStage(ledger.close())
              : after(rows.getLast().offset());
        });
  }

  private void see(FeedRow row) {
    var recorded = row.recorded();
    try {
      var event =
          codec.decode(new EncodedEvent(recorded.type(), recorded.version(), recorded.bytes()));
      ledger.saw(row.entity(), recorded.time(), event);
    } catch (Codec.UnknownEventException newer) {
      ledger.cannotRead(row.entity(), recorded.time());
    }
  }
}
