package io.helyos.contract.spec.text;

import java.util.regex.Pattern;

/// Whole numbers as people write them. Spellings that other tools read as something else (`010` as
/// eight, `1_0` as ten) are refused rather than guessed at.
public final class WholeNumber {
  private static final Pattern DECIMAL = Pattern.compile("-?(?:0|[1-9][0-9]*+)");
  private static final Pattern LIKE_A_NUMBER = Pattern.compile("[-+]?[0-9.][0-9A-Za-z.+-]{0,30}");
  private static final Pattern ZEROS_AHEAD = Pattern.compile("0+([1-9][0-9]{0,8})");

  private WholeNumber() {}

  public static Parsed<Integer> between(int least, int most, String text) {
    var expected = "expected a whole number from %d to %d, found ".formatted(least, most);
    var octal = ZEROS_AHEAD.matcher(text);
    if (octal.matches()) {
      return Parsed.bad(
          expected + text + ", which some tools read as octal: write " + octal.group(1),
          octal.group(1));
    }
    if (!DECIMAL.matcher(text).matches()) {
      return Parsed.bad(
          expected + shown(text) + ": write it in digits, without fraction, exponent or prefix");
    }
    // Ten characters hold every int that is asked for here; more are out of any range.
    var value = text.length() > 10 ? Long.MAX_VALUE : Long.parseLong(text);
    return value >= least && value <= most
        ? Parsed.of((int) value)
        : Parsed.refused(Code.OUT_OF_RANGE, expected + shortened(text) + ": choose one in between");
  }

  private static String shown(String text) {
    return LIKE_A_NUMBER.matcher(text).matches() ? text : Quote.of(text);
  }

  private static String shortened(String text) {
    return text.length() <= 20 ? text : "a number of %d digits".formatted(text.length());
  }
}
