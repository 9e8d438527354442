package io.helyos.cli.output;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/// A description of one thing: names and values, one a line, values aligned.
public final class Facts {
  private record Fact(String name, String value) {}

  private final List<Fact> facts = new ArrayList<>();

  public Facts add(String name, Object value) {
    facts.add(new Fact(name, SafeText.line(String.valueOf(value))));
    return this;
  }

  /// Left out when there is nothing to say.
  public Facts some(String name, String value) {
    return value.isEmpty() ? this : add(name, value);
  }

  public void print(PrintStream out) {
    var widest = facts.stream().mapToInt(it -> it.name().length()).max().orElse(0);
    for (var fact : facts) {
      var pad = " ".repeat(widest - fact.name().length());
      out.println((fact.name() + ":" + pad + "  " + fact.value()).stripTrailing());
    }
  }
}
