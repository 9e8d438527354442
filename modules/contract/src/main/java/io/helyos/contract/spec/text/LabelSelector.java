package io.helyos.contract.spec.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A condition on one label of a node, in the words of Helios: `role=web`, `role != web`, `role in
/// (web,api)`, `role notin (web,api)`.
///
/// @param values one for `=` and `!=`, one or more for `in` and `notin`
public record LabelSelector(String label, Operator operator, List<String> values) {
  private static final int LONGEST = 1000;
  private static final Pattern ONE = Pattern.compile("([^\\s=!]+)\\s*(!?=)\\s*([^\\s=!,()]+)");
  private static final Pattern SET = Pattern.compile("([^\\s=!]+)\\s+(in|notin)\\s*\\(([^()]+)\\)");

  public LabelSelector {
    values = List.copyOf(values);
  }

  public enum Operator {
    EQUALS,
    NOT_EQUALS,
    IN,
    NOT_IN
  }

  public static Parsed<LabelSelector> parse(String text) {
    if (text.length() > LONGEST) {
      return refused(text);
    }
    var trimmed = text.strip();
    var one = ONE.matcher(trimmed);
    if (one.matches()) {
      var operator = one.group(2).equals("=") ? Operator.EQUALS : Operator.NOT_EQUALS;
      return of(one, operator, List.of(one.group(3)));
    }
    var set = SET.matcher(trimmed);
    if (set.matches()) {
      var operator = set.group(2).equals("in") ? Operator.IN : Operator.NOT_IN;
      var values = Stream.of(set.group(3).split(",", -1)).map(String::strip).toList();
      return values.contains("") ? refused(text) : of(set, operator, values);
    }
    return refused(text);
  }

  private static Parsed<LabelSelector> of(Matcher found, Operator operator, List<String> values) {
    return LabelKey.parse(found.group(1)).map(key -> new LabelSelector(key, operator, values));
  }

  private static Parsed<LabelSelector> refused(String text) {
    return Parsed.bad(
        "expected a selector such as role=web, role!=web or role in (web,api), found %s: write it so"
            .formatted(Quote.of(text)));
  }
}
