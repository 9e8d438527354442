package io.helyos.persistence.cassandra.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedBookTest {
  private final FeedBook book = new FeedBook(0);

  @Test
  void nothing_is_written_of_an_entity_as_long_as_its_head_is_unknown() {
    book.tell("pod|a", 3);
    assertThat(book.unknown()).containsExactly("pod|a");
    assertThat(book.next()).isEmpty();

    book.learn(Map.of("pod|a", 1L));
    assertThat(book.unknown()).isEmpty();
    assertThat(book.next()).hasValue(new FeedEntry(1, List.of(new Run("pod|a", 2, 2))));
  }

  @Test
  void what_the_feed_has_is_not_written_again() {
    book.tell("pod|a", 3);
    book.learn(Map.of("pod|a", 3L));
    assertThat(book.next()).isEmpty();
    assertThat(book.has(Map.of("pod|a", 3L))).isTrue();
    book.tell("pod|a", 2);
    assertThat(book.next()).isEmpty();
  }

  @Test
  void what_is_told_while_a_row_is_being_written_comes_into_the_next() {
    book.learn(Map.of("pod|a", 0L));
    book.tell("pod|a", 2);
    var entry = book.next().orElseThrow();
    book.tell("pod|a", 5);
    book.appended(entry);
    assertThat(book.has(Map.of("pod|a", 2L))).isTrue();
    assertThat(book.has(Map.of("pod|a", 5L))).isFalse();
    assertThat(book.next()).hasValue(new FeedEntry(3, List.of(new Run("pod|a", 3, 3))));
  }

  @Test
  void no_row_reaches_into_the_next_partition() {
    var late = new FeedBook(FeedBook.BUCKET - 2);
    late.learn(Map.of("pod|a", 0L));
    late.tell("pod|a", 5);
    var first = late.next().orElseThrow();
    assertThat(first.last()).isEqualTo(FeedBook.BUCKET);
    late.appended(first);
    assertThat(late.next())
        .hasValue(new FeedEntry(FeedBook.BUCKET + 1, List.of(new Run("pod|a", 3, 3))));
  }

  @Test
  void a_row_that_does_not_follow_is_refused() {
    assertThatThrownBy(() -> book.appended(new FeedEntry(2, List.of(new Run("pod|a", 1, 1)))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Expected the feed to go on at 1, found a row for 2");
  }

  @Test
  void a_new_book_takes_over_what_was_told_to_the_old_one() {
    book.tell("pod|a", 4);
    var next = FeedBook.of(10, List.of(new FeedEntry(11, List.of(new Run("pod|a", 2, 2)))));
    next.takeOver(book);
    assertThat(next.next()).hasValue(new FeedEntry(13, List.of(new Run("pod|a", 4, 1))));
  }

  /// Whatever is told when, the rows hold every event once and each entity's in their order.
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void nothing_is_missing_doubled_or_out_of_order(long seed) {
    var random = new Random(seed);
    var truth = new HashMap<String, Long>();
    var seen = new HashMap<String, Long>();
    var known = new FeedBook(0);
    for (var step = 0; step < 2_000; step++) {
      var entity = "pod|" + random.nextInt(20);
      switch (random.nextInt(4)) {
        case 0 -> truth.merge(entity, 1L + random.nextInt(3), Long::sum);
        case 1 -> known.tell(entity, truth.getOrDefault(entity, 0L));
        case 2 -> {
          var heads = new HashMap<String, Long>();
          known.unknown().forEach(one -> heads.put(one, seen.getOrDefault(one, 0L)));
          known.learn(heads);
        }
        default -> appendNext(known, seen);
      }
      // A writer that starts anew knows what stands in the rows, and has to ask for the rest.
      if (random.nextInt(200) == 0) known = restarted(known);
    }
    for (var told : truth.entrySet()) known.tell(told.getKey(), told.getValue());
    var heads = new HashMap<String, Long>();
    known.unknown().forEach(one -> heads.put(one, seen.getOrDefault(one, 0L)));
    known.learn(heads);
    while (known.next().isPresent()) appendNext(known, seen);
    assertThat(seen).isEqualTo(truth);
    assertThat(known.head()).isEqualTo(truth.values().stream().mapToLong(Long::longValue).sum());
  }

  private static FeedBook restarted(FeedBook before) {
    var book = new FeedBook(before.head());
    book.takeOver(before);
    return book;
  }

  private static void appendNext(FeedBook book, Map<String, Long> seen) {
    var next = book.next();
    if (next.isEmpty()) return;
    for (var run : next.get().runs()) {
      assertThat(run.sequence()).isEqualTo(seen.getOrDefault(run.entity(), 0L) + 1);
      seen.put(run.entity(), run.last());
    }
    book.appended(next.get());
  }
}
