package io.helyos.orchestrator.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.helyos.model.EntityId;
import io.helyos.model.journal.FeedRow;
import io.helyos.model.journal.Recorded;
import io.helyos.orchestrator.entity.HashChain;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Nobody changes what was written without being seen.
class ChainsTest {
  private static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");
  private static final EntityId A = EntityId.project("a");
  private static final EntityId B = EntityId.project("b");

  private final List<FeedRow> journal = journal(0);

  /// Events of two projects in turn.
  private static List<FeedRow> journal(int salt) {
    var rows = new ArrayList<FeedRow>();
    var hashes = new HashMap<EntityId, byte[]>();
    for (var n = 0; n < 20; n++) {
      var entity = n % 2 == 0 ? A : B;
      var sequence = n / 2 + 1;
      var plain = recorded("event " + n + " of " + salt, new byte[0]);
      var before = hashes.getOrDefault(entity, HashChain.root());
      var hash = HashChain.next(before, entity, sequence, plain);
      hashes.put(entity, hash);
      rows.add(new FeedRow(n + 1, entity, sequence, recorded("event " + n + " of " + salt, hash)));
    }
    return rows;
  }

  private static Recorded recorded(String text, byte[] hash) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Recorded(bytes, "T", 1, TIME, "node", "change", "ann", "", "", "", hash);
  }

  private static Chains.Found read(Chains chains, List<FeedRow> rows) {
    rows.forEach(chains::see);
    return chains.finish(Map.of());
  }

  private static void assertBroken(Chains chains, List<FeedRow> rows, EntityId who, long where) {
    var broken = catchThrowableOfType(BrokenChain.class, () -> read(chains, rows));
    assertThat(broken).as("the break").isNotNull();
    assertThat(broken.entity()).contains(who);
    assertThat(broken.sequence()).isEqualTo(where);
    assertThat(broken).hasMessageContaining(who.toString());
  }

  private Checkpoint checkpoint() {
    var chains = Chains.alone();
    journal.forEach(chains::see);
    return chains.checkpoint(TIME, SigningKey.random());
  }

  @Test
  void a_journal_as_it_was_written_is_whole() {
    var found = read(Chains.alone(), journal);
    assertThat(found.events()).isEqualTo(20);
    assertThat(found.entities()).isEqualTo(2);
    assertThat(read(Chains.against(checkpoint()), journal)).isEqualTo(found);
  }

  @Test
  void one_flipped_bit_is_found() {
    for (var n = 0; n < journal.size(); n++) {
      var rows = journal(0);
      var row = rows.get(n);
      row.recorded().bytes()[3] ^= 1;
      assertBroken(Chains.alone(), rows, row.entity(), row.sequence());
    }
  }

  @Test
  void a_missing_event_is_found_and_named_by_the_next_of_its_entity() {
    for (var n = 0; n < journal.size() - 2; n++) {
      var rows = new ArrayList<>(journal);
      var gone = rows.remove(n);
      assertBroken(Chains.alone(), rows, gone.entity(), gone.sequence());
    }
  }

  @Test
  void a_missing_last_event_of_an_entity_leaves_a_gap_and_is_named_by_a_checkpoint() {
    var rows = new ArrayList<>(journal);
    rows.remove(18);
    var broken = catchThrowableOfType(BrokenChain.class, () -> read(Chains.alone(), rows));
    assertThat(broken).hasMessage("Expected offset 19, found 20.");
    assertBroken(Chains.against(checkpoint()), rows, A, 10);
  }

  @Test
  void two_events_that_have_changed_places_are_found() {
    var rows = new ArrayList<>(journal);
    var first = rows.get(4);
    var second = rows.get(6);
    rows.set(4, new FeedRow(5, A, 3, second.recorded()));
    rows.set(6, new FeedRow(7, A, 4, first.recorded()));
    assertBroken(Chains.alone(), rows, A, 3);
    rows.set(4, new FeedRow(5, A, 4, second.recorded()));
    rows.set(6, new FeedRow(7, A, 3, first.recorded()));
    assertBroken(Chains.alone(), rows, A, 3);
  }

  @Test
  void two_entities_that_have_changed_places_are_found_by_a_checkpoint() {
    var rows = new ArrayList<>(journal);
    var first = rows.get(4);
    var second = rows.get(5);
    rows.set(4, new FeedRow(5, B, second.sequence(), second.recorded()));
    rows.set(5, new FeedRow(6, A, first.sequence(), first.recorded()));
    var chains = Chains.against(checkpoint());
    var broken = catchThrowableOfType(BrokenChain.class, () -> read(chains, rows));
    assertThat(broken).hasMessageContaining("not in the order");
  }

  @Test
  void a_truncated_tail_is_found_by_a_checkpoint_and_by_nothing_else() {
    var cut = journal.subList(0, 15);
    assertThat(read(Chains.alone(), cut).events()).isEqualTo(15);
    assertBroken(Chains.against(checkpoint()), cut, A, 9);
  }

  @Test
  void a_journal_that_was_written_anew_is_found_by_a_checkpoint() {
    var other = journal(1);
    assertThat(read(Chains.alone(), other).events()).isEqualTo(20);
    assertBroken(Chains.against(checkpoint()), other, A, 10);
  }

  @Test
  void what_the_feed_lacks_is_found() {
    var chains = Chains.alone();
    journal.forEach(chains::see);
    var broken =
        catchThrowableOfType(BrokenChain.class, () -> chains.finish(Map.of(B.toString(), 12L)));
    assertThat(broken.sequence()).isEqualTo(11);
  }

  @Test
  void only_an_unchanged_checkpoint_is_genuine() {
    var it = checkpoint();
    assertThat(it.isGenuine()).isTrue();
    var heads = new java.util.TreeMap<>(it.heads());
    heads.remove(B.toString());
    var stranger = SigningKey.random();
    var fewer = it.events() - 1;
    assertThat(
            List.of(
                new Checkpoint(
                    it.time(), it.events(), it.sum(), it.root(), heads, it.key(), it.signature()),
                new Checkpoint(
                    it.time(), fewer, it.sum(), it.root(), it.heads(), it.key(), it.signature()),
                new Checkpoint(
                    it.time(),
                    it.events(),
                    it.sum(),
                    it.root(),
                    it.heads(),
                    stranger.publicHalf(),
                    it.signature()),
                new Checkpoint(
                    it.time(), it.events(), it.sum(), it.root(), it.heads(), "no key", "none")))
        .noneMatch(Checkpoint::isGenuine);
  }

  @Test
  void a_key_can_be_kept() {
    var key = SigningKey.random();
    var again = SigningKey.parse(key.whole());
    assertThat(again.publicHalf()).isEqualTo(key.publicHalf());
    assertThat(SigningKey.hasSigned(key.publicHalf(), new byte[9], again.sign(new byte[9])))
        .isTrue();
  }
}
