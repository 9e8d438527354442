package io.helyos.contract.spec.text;

import java.util.regex.Pattern;

/// The path that an HTTP probe asks for.
public final class ProbePath {
  private static final Pattern PATH = Pattern.compile("/(?!/)[!-~]{0,2047}");

  private ProbePath() {}

  public static Parsed<String> parse(String text) {
    return PATH.matcher(text).matches() && text.indexOf('#') < 0
        ? Parsed.of(text)
        : Parsed.bad(
            "expected a path such as /health, found %s: start with one slash and encode other characters"
                .formatted(Quote.of(text)));
  }
}
