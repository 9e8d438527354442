package io.helyos.orchestrator.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;

/// SHA-256, of one text or of many.
final class Digests {
  private static final byte LEAF = 0;
  private static final byte INNER = 1;

  private Digests() {}

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /// The root of the Merkle tree over the heads in the order of their names. One that has no
  /// neighbour goes up as it is.
  static String root(SortedMap<String, String> heads) {
    var level =
        heads.entrySet().stream()
            .map(head -> hash(LEAF, text(head.getKey() + " " + head.getValue())))
            .toList();
    if (level.isEmpty()) return HexFormat.of().formatHex(hash(LEAF));
    while (level.size() > 1) level = above(level);
    return HexFormat.of().formatHex(level.getFirst());
  }

  private static List<byte[]> above(List<byte[]> level) {
    var next = new ArrayList<byte[]>();
    for (var i = 0; i < level.size(); i += 2) {
      next.add(i + 1 < level.size() ? hash(INNER, level.get(i), level.get(i + 1)) : level.get(i));
    }
    return next;
  }

  // The kind before the contents keeps an inner node from being read as a leaf.
  private static byte[] hash(byte kind, byte[]... contents) {
    var digest = sha256();
    digest.update(kind);
    for (var content : contents) digest.update(content);
    return digest.digest();
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
