package io.helyos.http.exchange;

import io.helyos.contract.spec.text.Nearest;
import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The query parameters of a request, each known to its route. Each comes at most once, unless the
/// route knows it with a star behind its name.
///
/// @param repeated all values of those with a star, in their order
public record Query(Map<String, String> parameters, Map<String, List<String>> repeated) {
  private static final String STAR = "*";

  public Query {
    parameters = Map.copyOf(parameters);
    repeated = Map.copyOf(repeated);
  }

  public static Query parse(String raw, Set<String> known) {
    var parameters = new HashMap<String, String>();
    var repeated = new HashMap<String, List<String>>();
    for (var pair : raw.isEmpty() ? new String[0] : raw.split("&", -1)) {
      if (pair.isEmpty()) continue;
      var equals = pair.indexOf('=');
      var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      var value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      if (known.contains(name + STAR)) {
        repeated.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
        continue;
      }
      if (!known.contains(name)) throw unknown(name, names(known));
      if (parameters.put(name, value) != null) {
        throw bad("Expected the parameter `%s` once, found it twice.".formatted(name));
      }
    }
    return new Query(parameters, repeated);
  }

  private static Set<String> names(Set<String> known) {
    return known.stream().map(name -> name.replace(STAR, "")).collect(Collectors.toSet());
  }

  /// All values of a parameter that may come more than once.
  public List<String> texts(String name) {
    return repeated.getOrDefault(name, List.of());
  }

  public Optional<String> text(String name) {
    return Optional.ofNullable(parameters.get(name)).filter(text -> !text.isEmpty());
  }

  /// True or false; `?follow` alone means true.
  public boolean flag(String name, boolean otherwise) {
    return switch (parameters.getOrDefault(name, otherwise ? "true" : "false")) {
      case "true", "1", "" -> true;
      case "false", "0" -> false;
      case String other ->
          throw bad("Expected `%s` to be true or false, found `%s`.".formatted(name, other));
    };
  }

  public Optional<Long> number(String name, long least, long most) {
    var text = parameters.get(name);
    if (text == null) return Optional.empty();
    try {
      var number = Long.parseLong(text);
      if (number >= least && number <= most && !text.startsWith("+")) return Optional.of(number);
    } catch (NumberFormatException e) {
      // Said below, together with numbers that are out of range.
    }
    throw bad(
        "Expected `%s` to be a whole number from %d to %d, found `%s`."
            .formatted(name, least, most, text));
  }

  private static String decoded(String raw) {
    return PercentText.decode(raw.replace('+', ' '))
        .orElseThrow(() -> bad("Expected a query of UTF-8 text, found one that is not."));
  }

  private static Refusal unknown(String name, Set<String> known) {
    var hint =
        Nearest.to(name, known)
            .map(near -> " Did you mean `%s`?".formatted(near))
            .orElse(
                known.isEmpty()
                    ? " This path takes none."
                    : " It takes %s.".formatted(String.join(", ", new TreeSet<>(known))));
    return bad("There is no parameter `%s`.%s".formatted(name, hint));
  }

  public static Refusal bad(String detail) {
    return Refusal.of(ProblemKind.BAD_REQUEST, detail);
  }
}
