package io.helyos.contract.spec.text;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Docker's security options, as far as they make a container's fence higher. A profile of one's
/// own may say anything, also "everything is allowed", so only those that the node has are taken.
public final class SecurityOption {
  private static final Set<String> NAMES =
      Set.of("no-new-privileges", "seccomp", "apparmor", "label", "systempaths");
  private static final Pattern PROFILE = Pattern.compile("[A-Za-z0-9._-]{1,128}");
  private static final Pattern LEVEL = Pattern.compile("level:s[0-9]{1,2}(?::c[0-9,.c]{1,64})?");

  private SecurityOption() {}

  /// The option as `name=value`, or just the name.
  public static Parsed<String> parse(String text) {
    var end = Math.max(text.indexOf('='), 0);
    // The older spelling with a colon means the same to the engine.
    var colon = text.indexOf(':');
    var cut = end > 0 && (colon < 0 || end < colon) ? end : colon;
    var name = cut < 0 ? text : text.substring(0, cut);
    var value = cut < 0 ? "" : text.substring(cut + 1);
    if (!NAMES.contains(name)) {
      return Parsed.bad(
          "expected no-new-privileges, seccomp=..., apparmor=... or label=..., found %s: write one of these"
              .formatted(Quote.of(text)));
    }
    return refusal(name, value)
        .map(why -> Parsed.<String>refused(Code.NOT_ALLOWED, why.formatted(Quote.of(text))))
        .orElseGet(() -> Parsed.of(value.isEmpty() ? name : name + "=" + value));
  }

  private static Optional<String> refusal(String name, String value) {
    var allowed =
        switch (name) {
          case "no-new-privileges" -> value.isEmpty() || value.equals("true");
          case "seccomp" -> value.equals("builtin");
          case "apparmor" -> !value.equals("unconfined") && PROFILE.matcher(value).matches();
          case "label" -> LEVEL.matcher(value).matches();
          default -> false;
        };
    return allowed
        ? Optional.empty()
        : Optional.of(
            "expected a security option that confines the container further, found %s: leave it out");
  }
}
