package io.helyos.persistence.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helyos.model.journal.FeedRow;
import io.helyos.persistence.sqlite.StorageFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedFeedTest {
  private static final int WRITERS = 8;
  private static final int EVENTS = 200;

  @TempDir private Path folder;

  private EmbeddedStore open() {
    return EmbeddedStore.open(folder.resolve("journal.db"), 2);
  }

  private static <T> T get(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(60, SECONDS);
  }

  private static void isDense(List<FeedRow> rows, long to) {
    assertThat(rows.stream().map(FeedRow::offset))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, to).boxed().toList());
  }

  /// One event after the other, each when the last is durable.
  private static CompletableFuture<Void> writeOneByOne(EmbeddedStore store, int pod, long from) {
    if (from > EVENTS) return CompletableFuture.completedFuture(null);
    return store
        .append(TestEvents.rows(TestEvents.pod(pod), from, from))
        .thenCompose(done -> writeOneByOne(store, pod, from + 1));
  }

  private static CompletableFuture<?> writeAtTheSameTime(EmbeddedStore store) {
    return CompletableFuture.allOf(
        IntStream.range(0, WRITERS)
            .mapToObj(pod -> writeOneByOne(store, pod, 1))
            .toArray(CompletableFuture<?>[]::new));
  }

  @Test
  void an_empty_journal_has_an_empty_feed() throws Exception {
    try (var store = open()) {
      assertThat(get(store.feed().head())).isZero();
      assertThat(get(store.feed().after(0, 10))).isEmpty();
    }
  }

  @Test
  void offsets_are_dense_with_many_writers() throws Exception {
    try (var store = open()) {
      get(writeAtTheSameTime(store));
      isDense(get(store.feed().after(0, Integer.MAX_VALUE)), WRITERS * EVENTS);
      assertThat(get(store.feed().head())).isEqualTo(WRITERS * EVENTS);
    }
  }

  @Test
  void a_reader_that_follows_sees_every_offset_once() throws Exception {
    try (var store = open()) {
      var writing = writeAtTheSameTime(store);
      var seen = new ArrayList<FeedRow>();
      while (seen.size() < WRITERS * EVENTS) {
        assertThat(writing).isNotCompletedExceptionally();
        seen.addAll(get(store.feed().after(seen.size(), 50)));
      }
      isDense(seen, WRITERS * EVENTS);
    }
  }

  @Test
  void offsets_go_on_where_they_were_after_reopening() throws Exception {
    for (var round = 1; round <= 3; round++) {
      try (var store = open()) {
        var first = (round - 1) * 10L + 1;
        get(store.append(TestEvents.rows(TestEvents.pod(1), first, first + 9)));
        assertThat(get(store.feed().head())).isEqualTo(round * 10L);
        isDense(get(store.feed().after(0, 100)), round * 10L);
      }
    }
  }

  @Test
  void a_second_writer_is_refused_and_leaves_no_gap() throws Exception {
    try (var store = open()) {
      get(store.append(TestEvents.rows(TestEvents.pod(1), 1, 3)));
      assertThatThrownBy(() -> get(store.append(TestEvents.rows(TestEvents.pod(1), 3, 4))))
          .hasCauseInstanceOf(StorageFailure.class);
      get(store.append(TestEvents.rows(TestEvents.pod(2), 1, 2)));
      isDense(get(store.feed().after(0, 100)), 5);
      assertThat(get(store.feed().of(TestEvents.pod(1), 0, 100))).hasSize(3);
    }
  }

  @Test
  void what_pekko_stores_for_itself_has_no_offset_and_leaves_no_gap() throws Exception {
    try (var store = open()) {
      get(store.append(TestEvents.rows(TestEvents.pod(1), 1, 1)));
      get(store.append(List.of(TestEvents.foreign("shards", 1), TestEvents.foreign("shards", 2))));
      get(store.append(TestEvents.rows(TestEvents.pod(1), 2, 2)));
    }
    try (var store = open()) {
      get(store.append(List.of(TestEvents.foreign("shards", 3))));
      isDense(get(store.feed().after(0, 100)), 2);
      assertThat(get(store.feed().head())).isEqualTo(2);
    }
  }

  @Test
  void a_row_says_whose_event_it_is_and_what() throws Exception {
    try (var store = open()) {
      get(store.append(TestEvents.rows(TestEvents.pod(4), 1, 2)));
      var row = get(store.feed().after(1, 1)).getFirst();
      assertThat(row.entity()).isEqualTo(TestEvents.pod(4));
      assertThat(row.sequence()).isEqualTo(2);
      assertThat(row.recorded())
          .usingRecursiveComparison()
          .isEqualTo(TestEvents.recorded("shop-api-4@2"));
    }
  }

  @Test
  void the_events_of_one_entity_are_read_alone() throws Exception {
    try (var store = open()) {
      get(writeAtTheSameTime(store));
      var rows = get(store.feed().of(TestEvents.pod(3), 150, 20));
      assertThat(rows.stream().map(FeedRow::sequence))
          .containsExactlyElementsOf(LongStream.rangeClosed(151, 170).boxed().toList());
      assertThat(rows)
          .allSatisfy(row ->
              assertThat(new String(row.recorded().bytes(), UTF_8))
                  .isEqualTo("shop-api-3@" + row.sequence()));
    }
  }

  @Test
  void news_come_after_each_commit_whatever_a_listener_does() throws Exception {
    try (var store = open()) {
      var heads = new ArrayList<Long>();
      var calls = new AtomicInteger();
      store
          .feed()
          .onNews(() -> {
            calls.incrementAndGet();
            throw new IllegalStateException("a listener that fails");
          });
      store.feed().onNews(() -> heads.add(store.feed().head().toCompletableFuture().join()));
      for (var sequence = 1; sequence <= 3; sequence++) {
        get(store.append(TestEvents.rows(TestEvents.pod(1), sequence, sequence)));
      }
      assertThat(heads).containsExactly(1L, 2L, 3L);
      assertThat(calls).hasValue(3);
    }
  }
}
