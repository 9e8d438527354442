package io.helyos.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/// Runs the benchmarks that are named, or all of them.
public final class Bench {
  private static final Map<String, Supplier<Benchmark>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("deploy30", Deploy30::new);
    ALL.put("idle", Idle::new);
    ALL.put("journal", JournalRate::new);
    ALL.put("cassandra", CassandraRate::new);
    ALL.put("tenthousand", TenThousand::new);
    ALL.put("restart", Restart::new);
    ALL.put("punctuality", Punctuality::new);
    ALL.put("probes", Probes::new);
    ALL.put("frozen", Frozen::new);
    ALL.put("startup", Startup::new);
    ALL.put("rollout", RollingUpdate::new);
    ALL.put("traffic", Traffic::new);
    ALL.put("failover", Failover::new);
  }

  private Bench() {}

  /// Runs one after the other: they would disturb each other's figures.
  public static void main(String[] arguments) throws Exception {
    var wanted = arguments.length == 0 ? List.copyOf(ALL.keySet()) : List.of(arguments);
    if (!ALL.keySet().containsAll(wanted)) {
      System.err.printf("Expected some of %s, found %s.%n", ALL.keySet(), wanted);
      System.exit(2);
    }
    for (var name : wanted) run(name, Objects.requireNonNull(ALL.get(name)).get());
    // The cluster's own threads would keep us here.
    System.exit(0);
  }

  private static void run(String name, Benchmark benchmark) throws Exception {
    var report = new Report(name, benchmark.title());
    benchmark.run(report);
    report.write();
  }
}
