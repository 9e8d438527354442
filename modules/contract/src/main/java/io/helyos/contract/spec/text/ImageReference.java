package io.helyos.contract.spec.text;

import java.util.Optional;
import java.util.regex.Pattern;

/// An OCI image reference: `registry:port/path:tag@digest`.
///
/// @param registry host and port; empty means the engine's default
/// @param path in the registry, as written: `library/` is not added
public record ImageReference(
    Optional<String> registry, String path, Optional<String> tag, Optional<String> digest) {
  public static final int LONGEST_NAME = 255;

  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");
  private static final Pattern BARE_ID = Pattern.compile("[a-f0-9]{64}");
  private static final Pattern DIGEST =
      Pattern.compile("sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128}");

  public static Parsed<ImageReference> parse(String text) {
    var at = text.indexOf('@');
    var digest = at < 0 ? Optional.<String>empty() : Optional.of(text.substring(at + 1));
    var named = at < 0 ? text : text.substring(0, at);
    // A colon before the last slash belongs to the registry's port, not to a tag.
    var colon = named.indexOf(':', named.lastIndexOf('/') + 1);
    var tag = colon < 0 ? Optional.<String>empty() : Optional.of(named.substring(colon + 1));
    var name = colon < 0 ? named : named.substring(0, colon);
    if (digest.isPresent() && !DIGEST.matcher(digest.get()).matches()) {
      return refused(text, "the digest is sha256: and 64 hexadecimal digits");
    }
    if (tag.isPresent() && !TAG.matcher(tag.get()).matches()) {
      return refused(text, "a tag is 1 to 128 letters, digits, '_', '.' and '-'");
    }
    return named(text, name, tag, digest);
  }

  private static Parsed<ImageReference> named(
      String text, String name, Optional<String> tag, Optional<String> digest) {
    if (name.contains("://")) {
      return refused(text, "leave out the scheme");
    }
    if (name.length() > LONGEST_NAME) {
      return refused(text, "a name has at most %d characters".formatted(LONGEST_NAME));
    }
    var slash = name.indexOf('/');
    var first = slash < 0 ? "" : name.substring(0, slash);
    var registry = ImageName.isRegistry(first) ? Optional.of(first) : Optional.<String>empty();
    var path = registry.isPresent() ? name.substring(slash + 1) : name;
    if (registry.isPresent() && !ImageName.isHostAndPort(first)) {
      return refused(text, "%s is no host and port".formatted(Quote.of(first)));
    }
    if (BARE_ID.matcher(text).matches()) {
      return refused(text, "64 hexadecimal digits are an image id; name the image");
    }
    return ImageName.isPath(path)
        ? Parsed.of(new ImageReference(registry, path, tag, digest))
        : refused(
            text, "a path is lower-case letters and digits, joined by '.', '_', '__', '-' or '/'");
  }

  private static Parsed<ImageReference> refused(String text, String why) {
    return Parsed.bad(
        "expected an image such as nginx:1.27 or registry:5000/team/app@sha256:..., found %s: %s"
            .formatted(Quote.of(text), why));
  }
}
