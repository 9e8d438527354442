package io.helyos.cli.history;

import io.helyos.cli.output.SafeText;
import io.helyos.contract.resource.EventResource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Events of one thing, each under the one that led to it. What came from elsewhere stands under
/// the name of the event that it came from.
final class CauseTree {
  private static final String STEP = "  ";

  private final Map<String, EventResource> events = new LinkedHashMap<>();
  private final Map<String, List<EventResource>> effects = new LinkedHashMap<>();
  private final List<String> lines = new ArrayList<>();

  CauseTree(List<EventResource> events) {
    events.forEach(event -> this.events.put(place(event), event));
    events.forEach(
        event -> effects.computeIfAbsent(event.cause(), _ -> new ArrayList<>()).add(event));
  }

  private static String place(EventResource event) {
    return event.entity() + "@" + event.sequence();
  }

  List<String> lines() {
    lines.clear();
    effects.forEach((cause, caused) -> {
      if (!events.containsKey(cause)) fromElsewhere(cause, caused);
    });
    return lines;
  }

  private void fromElsewhere(String cause, List<EventResource> caused) {
    if (cause.isEmpty()) {
      caused.forEach(event -> add(event, 0));
    } else {
      lines.add("from " + SafeText.line(cause));
      caused.forEach(event -> add(event, 1));
    }
  }

  /// A long run of attempts is one long branch; it goes down the page and not off its edge.
  private void add(EventResource event, int depth) {
    var next = event;
    var level = depth;
    while (true) {
      lines.add(line(next, level));
      var caused = effects.getOrDefault(place(next), List.of());
      if (caused.isEmpty()) return;
      if (caused.size() > 1) {
        level++;
        for (var branch : caused.subList(0, caused.size() - 1)) add(branch, level);
      }
      next = caused.getLast();
    }
  }

  private static String line(EventResource event, int depth) {
    var author =
        event.cause().isEmpty() ? "  (" + event.author() + ", " + event.change() + ")" : "";
    return STEP.repeat(depth)
        + SafeText.line(event.time() + "  " + event.action() + "  " + event.message() + author);
  }
}
