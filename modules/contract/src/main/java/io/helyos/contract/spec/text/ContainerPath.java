package io.helyos.contract.spec.text;

import java.util.List;
import java.util.Optional;

/// Absolute paths, inside a container or on a node, without detours.
public final class ContainerPath {
  private static final int LONGEST = 4096;
  private static final List<String> NOT_MOUNTABLE = List.of("/proc", "/sys", "/dev");

  private ContainerPath() {}

  /// The path with single slashes and without one at the end.
  public static Parsed<String> parse(String text) {
    if (text.length() > LONGEST) {
      return Parsed.refused(
          Code.TOO_LONG,
          "expected a path of at most %d characters, found %d: shorten it"
              .formatted(LONGEST, text.length()));
    }
    if (!text.startsWith("/") || hasControl(text)) {
      return Parsed.bad(
          "expected an absolute path such as /data, found %s: write it from the root on"
              .formatted(Quote.of(text)));
    }
    var parts = List.of(text.split("/+"));
    if (parts.contains("..") || parts.contains(".")) {
      return Parsed.bad(
          "expected a path without '.' and '..', found %s: write where it leads"
              .formatted(Quote.of(text)));
    }
    var joined = String.join("/", parts);
    return Parsed.of(joined.isEmpty() ? "/" : joined);
  }

  /// A path that something can be mounted at: the engine keeps some for itself.
  public static Parsed<String> parseMount(String text) {
    return parse(text)
        .then(path -> kept(path).<Parsed<String>>map(Parsed::bad).orElseGet(() -> Parsed.of(path)));
  }

  private static Optional<String> kept(String path) {
    if (path.equals("/")) {
      return Optional.of("expected a directory below /, found '/': choose one, such as /data");
    }
    return NOT_MOUNTABLE.stream()
        .filter(kept -> isAtOrBelow(path, kept) && !isAtOrBelow(path, "/dev/shm"))
        .map(kept ->
            "expected a path outside of %s, found %s: the engine fills it itself, choose another"
                .formatted(kept, Quote.of(path)))
        .findFirst();
  }

  static boolean isAtOrBelow(String path, String directory) {
    return path.equals(directory) || path.startsWith(directory.equals("/") ? "/" : directory + "/");
  }

  private static boolean hasControl(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }
}
