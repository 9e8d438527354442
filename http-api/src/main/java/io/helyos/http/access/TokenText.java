package io.helyos.http.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/// A token as its owner holds it: `hly_<id>_<secret>`.
public record TokenText(String id, String whole) {
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final SecureRandom RANDOM = new SecureRandom();

  /// 43 signs of this alphabet hold 256 bits.
  private static final int SECRET_SIGNS = 43;

  private static final int ID_SIGNS = 10;
  private static final int LONGEST = 200;

  /// A new token that nobody can guess.
  public static TokenText random() {
    var id = signs(ID_SIGNS);
    return new TokenText(id, "hly_" + id + "_" + signs(SECRET_SIGNS));
  }

  public static Optional<TokenText> parse(String text) {
    var bar = text.indexOf('_', 4);
    if (!text.startsWith("hly_") || bar < 5 || text.length() > LONGEST) return Optional.empty();
    return Optional.of(new TokenText(text.substring(4, bar), text));
  }

  /// What the journal keeps of it. The secret has 256 bits, so a slow hash would protect nothing.
  public String hash() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(whole.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /// Without the secret, so that no log shows it.
  @Override
  public String toString() {
    return "hly_" + id + "_...";
  }

  private static String signs(int count) {
    var text = new StringBuilder(count);
    for (var i = 0; i < count; i++) text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    return text.toString();
  }
}
