package io.helyos.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A way to start a JVM.
///
/// @param cached whether with a cache that a run with the same flags has left behind
record FlagSet(String name, List<String> flags, boolean cached) {
  private static final List<String> QUICK =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData");
  private static final String COMPACT = "-XX:+UseCompactObjectHeaders";

  static final List<FlagSet> ALL =
      List.of(
          new FlagSet("plain", List.of(), false),
          new FlagSet("C1, Serial", QUICK, false),
          new FlagSet("AOT cache", List.of(), true),
          new FlagSet(
              "AOT cache, Serial, compact headers", List.of("-XX:+UseSerialGC", COMPACT), true),
          new FlagSet("AOT cache, C1, Serial", QUICK, true),
          new FlagSet("AOT cache, C1, Serial, compact headers", and(QUICK, COMPACT), true));

  /// The flags of a run that leaves the cache behind.
  List<String> training(Path cache) {
    return and(flags, "-XX:AOTCacheOutput=" + cache);
  }

  /// The flags of a run that is measured.
  List<String> measured(Path cache) {
    return cached ? and(flags, "-XX:AOTCache=" + cache) : flags;
  }

  private static List<String> and(List<String> flags, String last) {
    var all = new ArrayList<>(flags);
    all.add(last);
    return all;
  }
}
