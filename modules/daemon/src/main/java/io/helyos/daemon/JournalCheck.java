package io.helyos.daemon;

import io.helyos.model.EntityId;
import io.helyos.model.journal.FeedRow;
import io.helyos.orchestrator.entity.HashChain;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/// Goes through a journal in the order of its feed and sees that nothing is missing, doubled or
/// changed: offsets and each entity's sequence are 1..n, and every hash follows from the one
/// before.
final class JournalCheck {
  private final Map<EntityId, Long> sequences = new HashMap<>();
  private final Map<EntityId, byte[]> hashes = new HashMap<>();
  private final MessageDigest digest = sha256();
  private long events;

  /// What a whole journal is like; equal for journals with the same events at the same offsets.
  record Found(long events, int entities, String sum) {
    @Override
    public String toString() {
      return "%d events of %d entities, sum %s".formatted(events, entities, sum);
    }
  }

  /// A journal that is not whole.
  static final class Broken extends RuntimeException {
    private Broken(String message) {
      super(message);
    }
  }

  /// Takes the next event, or says what is wrong with it.
  void see(FeedRow row) {
    if (row.offset() != ++events) {
      throw new Broken("Expected offset %d, found %d.".formatted(events, row.offset()));
    }
    var sequence = sequences.merge(row.entity(), 1L, Long::sum);
    if (row.sequence() != sequence) {
      throw new Broken(
          "Expected %s@%d at offset %d, found %s@%d."
              .formatted(row.entity(), sequence, row.offset(), row.entity(), row.sequence()));
    }
    var before = hashes.getOrDefault(row.entity(), HashChain.root());
    var hash = HashChain.next(before, row.entity(), sequence, row.recorded());
    if (!Arrays.equals(hash, row.recorded().hash())) {
      throw new Broken(
          "The hash of %s@%d at offset %d does not follow from its contents and the event before: one of them was changed."
              .formatted(row.entity(), sequence, row.offset()));
    }
    hashes.put(row.entity(), hash);
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(row.offset()).flip());
    digest.update(row.entity().toString().getBytes(StandardCharsets.UTF_8));
    digest.update(hash);
  }

  /// Sees that no entity has more events than were seen.
  void compare(Map<String, Long> heads) {
    heads.forEach((entity, head) -> {
      var seen = sequences.getOrDefault(EntityId.parse(entity), 0L);
      if (seen < head) {
        throw new Broken(
            "The feed has %s up to %d, the journal up to %d. Start a daemon, which brings the rest into the feed, and verify again."
                .formatted(entity, seen, head));
      }
    });
  }

  Found found() {
    return new Found(events, sequences.size(), HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
