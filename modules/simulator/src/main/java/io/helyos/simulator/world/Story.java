package io.helyos.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// What happened, for people: the virtual time, who, and what. Nothing is put into words unless
/// somebody wants to read it.
final class Story {
  private static final int LONGEST = 420;

  private final boolean told;
  private final List<String> lines = new ArrayList<>();

  Story(boolean told) {
    this.told = told;
  }

  void tell(Instant now, String who, Supplier<String> what) {
    if (!told) return;
    var text = what.get();
    if (text.length() > LONGEST) text = text.substring(0, LONGEST) + "...";
    var seconds = Duration.between(World.START, now).toNanos() / 1e9;
    lines.add(String.format(Locale.ROOT, "%10.3f  %-18s %s", seconds, who, text));
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
