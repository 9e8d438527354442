package io.helyos.orchestrator.audit;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// How far every chain was at a time, signed. Kept where nobody who can change the journal can
/// change it, it shows what a chain alone cannot: that its end was cut off.
///
/// @param events so many were in the journal
/// @param sum over all of them in their order
/// @param root of the Merkle tree over the heads
/// @param heads of each entity: its newest sequence, a blank, and the hash there
/// @param key the public half of the one that has signed
/// @param signature over time, events, sum and root
public record Checkpoint(
    Instant time,
    long events,
    String sum,
    String root,
    SortedMap<String, String> heads,
    String key,
    String signature) {
  private static final String HEAD = "[0-9]{1,18} [0-9a-f]{64}";

  public Checkpoint {
    heads = Collections.unmodifiableSortedMap(new TreeMap<>(heads));
  }

  static Checkpoint sign(
      Instant time, long events, String sum, SortedMap<String, String> heads, SigningKey key) {
    var root = Digests.root(heads);
    var signature = key.sign(signed(time, events, sum, root));
    return new Checkpoint(time, events, sum, root, heads, key.publicHalf(), signature);
  }

  /// Whether it is as the owner of its key has signed it.
  public boolean isGenuine() {
    return heads.values().stream().allMatch(head -> head.matches(HEAD))
        && Digests.root(heads).equals(root)
        && SigningKey.hasSigned(key, signed(time, events, sum, root), signature);
  }

  private static byte[] signed(Instant time, long events, String sum, String root) {
    return Digests.text("helyos checkpoint 1\n%s\n%d\n%s\n%s\n".formatted(time, events, sum, root));
  }
}
