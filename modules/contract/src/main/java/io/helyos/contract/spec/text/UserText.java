package io.helyos.contract.spec.text;

import java.util.regex.Pattern;

/// Who a process runs as: `user`, `1000`, `user:group`, `1000:1000`.
public final class UserText {
  private static final String PART = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}";
  private static final Pattern USER = Pattern.compile(PART + "(?::" + PART + ")?");

  private UserText() {}

  public static Parsed<String> parse(String text) {
    return USER.matcher(text).matches()
        ? Parsed.of(text)
        : Parsed.bad(
            "expected a user such as app, 1000 or 1000:1000, found %s: write names or numbers"
                .formatted(Quote.of(text)));
  }
}
