package io.helyos.orchestrator.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.EntityId;
import io.helyos.model.EntityKind;
import io.helyos.model.journal.FeedRow;
import io.helyos.model.journal.Recorded;
import io.helyos.model.port.Feed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class CausesTest {
  private static final EntityId DEPLOYMENT = new EntityId(EntityKind.DEPLOYMENT, "shop-api");
  private static final EntityId POD = new EntityId(EntityKind.POD, "shop-api-0");

  private final Rows feed = new Rows();

  private List<String> chain(EntityId entity, long sequence) {
    return Causes.of(feed, entity, sequence).toCompletableFuture().join().stream()
        .map(row -> row.entity().kind().word() + "@" + row.sequence())
        .toList();
  }

  @Test
  void it_goes_from_the_event_over_other_entities_to_the_root() {
    feed.add(DEPLOYMENT, 1, "");
    feed.add(POD, 1, "deployment|shop-api@1");
    feed.add(POD, 2, "pod|shop-api-0@1");
    feed.add(POD, 3, "pod|shop-api-0@1");
    feed.add(DEPLOYMENT, 2, "pod|shop-api-0@3");
    assertThat(chain(DEPLOYMENT, 2))
        .containsExactly("deployment@2", "pod@3", "pod@1", "deployment@1");
  }

  @Test
  void a_long_chain_is_read_by_the_page() {
    feed.add(POD, 1, "");
    for (var i = 2; i <= 1_000; i++) feed.add(POD, i, "pod|shop-api-0@" + (i - 1));
    assertThat(chain(POD, 1_000)).hasSize(1_000).endsWith("pod@1");
    assertThat(feed.reads).isEqualTo(10);
  }

  @Test
  void one_that_is_too_long_is_cut_off() {
    feed.add(POD, 1, "");
    for (var i = 2; i <= Causes.MOST + 50; i++) feed.add(POD, i, "pod|shop-api-0@" + (i - 1));
    assertThat(chain(POD, Causes.MOST + 50)).hasSize(Causes.MOST);
  }

  @Test
  void what_never_happened_has_no_cause() {
    assertThat(chain(POD, 1)).isEmpty();
  }

  /// Events in memory; it counts how often it is asked.
  private static final class Rows implements Feed {
    private final List<FeedRow> rows = new ArrayList<>();
    private int reads;

    void add(EntityId entity, long sequence, String cause) {
      var recorded =
          new Recorded(
              new byte[0], "any", 1, Instant.EPOCH, "d", "c", "ann", cause, "", "", new byte[0]);
      rows.add(new FeedRow(rows.size() + 1L, entity, sequence, recorded));
    }

    @Override
    public CompletionStage<Long> head() {
      return CompletableFuture.completedStage((long) rows.size());
    }

    @Override
    public CompletionStage<List<FeedRow>> after(long offset, int limit) {
      return CompletableFuture.completedStage(
          rows.stream().filter(row -> row.offset() > offset).limit(limit).toList());
    }

    @Override
    public CompletionStage<List<FeedRow>> of(EntityId entity, long sequence, int limit) {
      reads++;
      return CompletableFuture.completedStage(
          rows.stream()
              .filter(row -> row.entity().equals(entity) && row.sequence() > sequence)
              .limit(limit)
              .toList());
    }

    @Override
    public void onNews(Runnable callback) {}
  }
}
