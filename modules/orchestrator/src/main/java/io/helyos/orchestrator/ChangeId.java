package io.helyos.orchestrator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;

/// Ids of changes: 26 signs without look-alikes. A new one begins with the time, so that ids sort
/// as changes happened; one for a repeatable request follows from its key, so that every daemon and
/// every repetition gives the same.
public final class ChangeId {
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final SecureRandom RANDOM = new SecureRandom();

  private static final int TIME_SIGNS = 10;
  private static final int RANDOM_SIGNS = 16;

  private ChangeId() {}

  public static String next(InstantSource clock) {
    var millis = clock.millis();
    var text = new StringBuilder(TIME_SIGNS + RANDOM_SIGNS);
    for (var i = TIME_SIGNS - 1; i >= 0; i--) {
      text.append(sign((int) (millis >>> (5 * i))));
    }
    for (var i = 0; i < RANDOM_SIGNS; i++) text.append(sign(RANDOM.nextInt()));
    return text.toString();
  }

  public static String ofKey(String author, String key, String digest) {
    var hash = sha256((author + '\0' + key + '\0' + digest).getBytes(StandardCharsets.UTF_8));
    var text = new StringBuilder(TIME_SIGNS + RANDOM_SIGNS);
    for (var i = 0; i < TIME_SIGNS + RANDOM_SIGNS; i++) text.append(sign(hash[i]));
    return text.toString();
  }

  private static char sign(int bits) {
    return ALPHABET.charAt(bits & 31);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
