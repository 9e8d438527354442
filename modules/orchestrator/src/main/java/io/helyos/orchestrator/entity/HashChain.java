package io.helyos.orchestrator.entity;

import io.helyos.model.EntityId;
import io.helyos.model.journal.Recorded;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The chain that makes a changed, missing or moved event visible: each hash covers the one before,
/// the event's place, and every stored field.
public final class HashChain {
  private static final int LENGTH = 32;

  private HashChain() {}

  /// Before the first event.
  public static byte[] root() {
    return new byte[LENGTH];
  }

  public static byte[] next(byte[] previous, EntityId entity, long sequence, Recorded event) {
    var digest = sha256();
    digest.update(previous);
    text(digest, entity.toString());
    number(digest, sequence);
    text(digest, event.type());
    number(digest, event.version());
    text(digest, event.time().toString());
    text(digest, event.daemon());
    text(digest, event.change());
    text(digest, event.author());
    text(digest, event.cause());
    text(digest, event.command());
    text(digest, event.digest());
    bytes(digest, event.bytes());
    return digest.digest();
  }

  // The length before each field keeps two fields from being read as one.
  private static void text(MessageDigest digest, String text) {
    bytes(digest, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void bytes(MessageDigest digest, byte[] bytes) {
    number(digest, bytes.length);
    digest.update(bytes);
  }

  private static void number(MessageDigest digest, long number) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
