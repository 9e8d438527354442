package io.helyos.model.reconciliation;

import io.helyos.model.template.PodTemplate;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A short name for a template's content, for people who look at a container's labels.
final class SpecHash {
  private static final int LENGTH = 12;

  /// A template of one container has the hash that it had before there were others.
  private static final String ALONE = ", companions=Optional.empty]";

  private SpecHash() {}

  /// Records print all their fields and maps are sorted: equal templates have equal texts.
  static String of(PodTemplate template) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256")
              .digest(template.toString().replace(ALONE, "]").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
