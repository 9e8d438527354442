package io.helyos.orchestrator.audit;

import io.helyos.model.EntityId;
import io.helyos.model.journal.FeedRow;
import io.helyos.orchestrator.entity.HashChain;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Goes through a journal in the order of its feed and sees that nothing is missing, doubled or
/// changed: offsets and each entity's sequence are 1..n, and every hash follows from the one
/// before. It keeps the head of each chain and no events, so that a long journal costs no more
/// memory than a short one.
public final class Chains {
  private final Map<EntityId, Head> heads = new HashMap<>();
  private final MessageDigest order = Digests.sha256();
  private final Optional<Checkpoint> checkpoint;
  private long events;
  private Optional<String> gap = Optional.empty();

  private record Head(long sequence, byte[] hash) {
    @Override
    public String toString() {
      return sequence + " " + HexFormat.of().formatHex(hash);
    }
  }

  /// What a whole journal is like; equal for journals with the same events at the same offsets.
  public record Found(long events, int entities, String sum) {
    @Override
    public String toString() {
      return "%d events of %d entities, sum %s".formatted(events, entities, sum);
    }
  }

  private Chains(Optional<Checkpoint> checkpoint) {
    this.checkpoint = checkpoint;
  }

  public static Chains alone() {
    return new Chains(Optional.empty());
  }

  /// The journal must have all that the checkpoint has seen.
  public static Chains against(Checkpoint checkpoint) {
    return new Chains(Optional.of(checkpoint));
  }

  /// Takes the next event, or says what is wrong with it.
  public void see(FeedRow row) {
    var entity = row.entity();
    var before = heads.getOrDefault(entity, new Head(0, HashChain.root()));
    var sequence = before.sequence() + 1;
    if (row.offset() != ++events && gap.isEmpty()) {
      gap = Optional.of("Expected offset %d, found %d.".formatted(events, row.offset()));
    }
    if (row.sequence() != sequence) {
      throw BrokenChain.at(
          entity,
          sequence,
          "Expected %s@%d at offset %d, found %s@%d: an event is missing or was moved."
              .formatted(entity, sequence, row.offset(), entity, row.sequence()));
    }
    var hash = HashChain.next(before.hash(), entity, sequence, row.recorded());
    if (!Arrays.equals(hash, row.recorded().hash())) {
      throw BrokenChain.at(
          entity,
          sequence,
          "The hash of %s@%d at offset %d does not follow from its contents and the event before: one of them was changed."
              .formatted(entity, sequence, row.offset()));
    }
    var head = new Head(sequence, hash);
    heads.put(entity, head);
    order.update(ByteBuffer.allocate(Long.BYTES).putLong(row.offset()).flip());
    order.update(entity.toString().getBytes(StandardCharsets.UTF_8));
    order.update(hash);
    checkpoint.ifPresent(known -> compare(known, entity, head));
  }

  private void compare(Checkpoint known, EntityId entity, Head head) {
    var then = known.heads().get(entity.toString());
    if (then != null && then.startsWith(head.sequence() + " ") && !then.equals(head.toString())) {
      throw BrokenChain.at(
          entity,
          head.sequence(),
          "%s@%d or an event before it is another one than when the checkpoint was made: the chain was written anew."
              .formatted(entity, head.sequence()));
    }
    if (events == known.events() && gap.isEmpty() && !sum().equals(known.sum())) {
      gap =
          Optional.of(
              "The first %d events are not in the order in which the checkpoint has seen them."
                  .formatted(events));
    }
  }

  /// To be called after the last event: sees that nothing is missing at the end.
  ///
  /// @param stored how far each entity is known to be from elsewhere
  public Found finish(Map<String, Long> stored) {
    stored.forEach((entity, head) -> requireUpTo(entity, head, "the journal"));
    checkpoint.ifPresent(known ->
        known
            .heads()
            .forEach((entity, head) -> requireUpTo(entity, sequence(head), "the checkpoint")));
    gap.ifPresent(found -> {
      throw BrokenChain.ofOrder(found);
    });
    return new Found(events, heads.size(), sum());
  }

  private static long sequence(String head) {
    return Long.parseLong(head.substring(0, head.indexOf(' ')));
  }

  private void requireUpTo(String entity, long head, String where) {
    var id = EntityId.parse(entity);
    var found = heads.getOrDefault(id, new Head(0, HashChain.root())).sequence();
    if (found < head) {
      throw BrokenChain.at(
          id,
          found + 1,
          "%s ends at %d here, %s has it up to %d: the rest is missing."
              .formatted(entity, found, where, head));
    }
  }

  /// The heads of all chains as they are now.
  public Checkpoint checkpoint(Instant now, SigningKey key) {
    var all = new TreeMap<String, String>();
    heads.forEach((entity, head) -> all.put(entity.toString(), head.toString()));
    return Checkpoint.sign(now, events, sum(), all, key);
  }

  private String sum() {
    try {
      return HexFormat.of().formatHex(((MessageDigest) order.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("The JDK's SHA-256 can be cloned", e);
    }
  }
}
