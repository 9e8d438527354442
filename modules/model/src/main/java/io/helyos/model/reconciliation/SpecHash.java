package io.helyos.model.reconciliation;

import io.helyos.model.template.PodTemplate;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A short name for a template's content, for people who look at a container's labels.
final class SpecHash {
  private static final int LENGTH = 12;

  private SpecHash() {}

  /// Records print all their fields and maps are sorted: equal templates have equal texts.
  static String of(PodTemplate template) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256")
              .digest(template.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
