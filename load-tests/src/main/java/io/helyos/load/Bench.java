package io.helyos.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Runs the benchmarks that are named, or all of them.
public final class Bench {
  private static final Map<String, Supplier<Benchmark>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("deploy30", Deploy30::new);
    ALL.put("heal", Heal::new);
    ALL.put("idle", Idle::new);
    ALL.put("journal", JournalRate::new);
    ALL.put("tenthousand", TenThousand::new);
    ALL.put("startup", Startup::new);
  }

  private Bench() {}

  /// Runs one after the other: they would disturb each other's figures.
  public static void main(String[] arguments) throws Exception {
    var wanted = arguments.length == 0 ? List.copyOf(ALL.keySet()) : List.of(arguments);
    for (var name : wanted) {
      var benchmark = ALL.get(name);
      if (benchmark == null) {
        System.err.printf("Expected one of %s, found %s.%n", ALL.keySet(), name);
        System.exit(2);
      }
      benchmark.get().run();
    }
    // The cluster's own threads would keep us here.
    System.exit(0);
  }
}
