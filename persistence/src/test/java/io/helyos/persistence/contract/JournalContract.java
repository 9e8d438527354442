package io.helyos.persistence.contract;

import static io.helyos.persistence.contract.Tallies.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.journal.FeedRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.Test;

/// What entities and readers of the feed are promised, by each journal.
public abstract class JournalContract {
  private static final int WRITERS = 8;
  private static final int EVENTS = 60;

  /// The journal of this test, the same one at each call.
  protected abstract JournalUnderTest journal();

  private Tallies open() {
    return new Tallies(journal());
  }

  private static String pod(int index) {
    return Events.pod(index).toString();
  }

  private static List<FeedRow> feed(Tallies tallies) throws Exception {
    return result(tallies.feed().after(0, 100_000));
  }

  private static void isDense(List<FeedRow> rows, long to) {
    assertThat(rows.stream().map(FeedRow::offset))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, to).boxed().toList());
    var sequences = new HashMap<Object, Long>();
    for (var row : rows) {
      assertThat(row.sequence())
          .as("%s at %d", row.entity(), row.offset())
          .isEqualTo(sequences.merge(row.entity(), 1L, Long::sum));
    }
  }

  /// One event after the other, each when the last is durable.
  private static CompletionStage<Long> oneByOne(
      Tallies tallies, ActorRef<Tally.Add> tally, int left) {
    return tallies
        .add(tally, 1)
        .thenCompose(count ->
            left == 1
                ? CompletableFuture.completedStage(count)
                : oneByOne(tallies, tally, left - 1));
  }

  private static CompletableFuture<?> writeAtTheSameTime(Tallies tallies) throws Exception {
    var writing = new ArrayList<CompletableFuture<?>>();
    for (var index = 0; index < WRITERS; index++) {
      var tally = tallies.start(pod(index));
      writing.add(oneByOne(tallies, tally, EVENTS).toCompletableFuture());
    }
    return CompletableFuture.allOf(writing.toArray(CompletableFuture<?>[]::new));
  }

  @Test
  void an_empty_journal_has_an_empty_feed() throws Exception {
    try (var tallies = open()) {
      assertThat(result(tallies.feed().head())).isZero();
      assertThat(feed(tallies)).isEmpty();
    }
  }

  @Test
  void an_entity_is_as_it_was_after_a_restart() throws Exception {
    try (var tallies = open()) {
      var tally = tallies.start(pod(0));
      for (var i = 0; i < 15; i++) result(tallies.add(tally, 3));
    }
    try (var tallies = open()) {
      assertThat(result(tallies.add(tallies.start(pod(0)), 0))).isEqualTo(45);
    }
  }

  @Test
  void what_is_answered_is_in_the_feed() throws Exception {
    try (var tallies = open()) {
      var first = tallies.start(pod(0));
      var second = tallies.start(pod(1));
      for (var i = 1; i <= 5; i++) {
        result(tallies.add(first, 3));
        assertThat(result(tallies.feed().head())).isEqualTo(5L * i - 2);
        result(tallies.add(second, 2));
        assertThat(feed(tallies)).hasSize(5 * i);
        assertThat(result(tallies.feed().of(Events.pod(1), 0, 100))).hasSize(2 * i);
      }
      assertThat(feed(tallies).stream().limit(5).map(row -> row.entity() + "@" + row.sequence()))
          .containsExactly(
              "pod|shop-api-0@1",
              "pod|shop-api-0@2",
              "pod|shop-api-0@3",
              "pod|shop-api-1@1",
              "pod|shop-api-1@2");
    }
  }

  @Test
  void a_reader_that_follows_sees_every_offset_once() throws Exception {
    try (var tallies = open()) {
      var writing = writeAtTheSameTime(tallies);
      var seen = new ArrayList<FeedRow>();
      while (seen.size() < WRITERS * EVENTS) {
        assertThat(writing).isNotCompletedExceptionally();
        seen.addAll(result(tallies.feed().after(seen.size(), 50)));
      }
      isDense(seen, WRITERS * EVENTS);
      assertThat(result(tallies.feed().head())).isEqualTo(WRITERS * EVENTS);
    }
  }

  @Test
  void offsets_go_on_where_they_were_after_a_restart() throws Exception {
    var before = new ArrayList<String>();
    for (var round = 1; round <= 3; round++) {
      try (var tallies = open()) {
        result(tallies.add(tallies.start(pod(1)), 3));
        result(tallies.add(tallies.start(pod(round + 1)), 2));
        var rows = feed(tallies);
        isDense(rows, round * 5L);
        assertThat(rows.stream().map(JournalContract::place).limit(before.size()))
            .containsExactlyElementsOf(before);
        before.clear();
        rows.forEach(row -> before.add(place(row)));
      }
    }
  }

  private static String place(FeedRow row) {
    return "%d %s@%d".formatted(row.offset(), row.entity(), row.sequence());
  }

  @Test
  void a_row_says_whose_event_it_is_and_what() throws Exception {
    try (var tallies = open()) {
      result(tallies.add(tallies.start(pod(4)), 2));
      var row = result(tallies.feed().after(1, 1)).getFirst();
      assertThat(row.entity()).isEqualTo(Events.pod(4));
      assertThat(row.sequence()).isEqualTo(2);
      assertThat(row.recorded()).usingRecursiveComparison().isEqualTo(Events.recorded("event 2"));
    }
  }

  @Test
  void the_events_of_one_entity_are_read_alone_with_their_offsets() throws Exception {
    try (var tallies = open()) {
      result(writeAtTheSameTime(tallies));
      var all = feed(tallies);
      var rows = result(tallies.feed().of(Events.pod(3), 20, 30));
      assertThat(rows.stream().map(JournalContract::place))
          .containsExactlyElementsOf(
              all.stream()
                  .filter(row -> row.entity().equals(Events.pod(3)) && row.sequence() > 20)
                  .limit(30)
                  .map(JournalContract::place)
                  .toList());
    }
  }

  @Test
  void news_come_whatever_another_listener_does() throws Exception {
    try (var tallies = open()) {
      var calls = new AtomicInteger();
      var heard = new CompletableFuture<Void>();
      tallies
          .feed()
          .onNews(() -> {
            calls.incrementAndGet();
            throw new IllegalStateException("a listener that fails");
          });
      tallies.feed().onNews(() -> heard.complete(null));
      result(tallies.add(tallies.start(pod(1)), 1));
      result(heard);
      assertThat(calls.get()).isPositive();
    }
  }
}
