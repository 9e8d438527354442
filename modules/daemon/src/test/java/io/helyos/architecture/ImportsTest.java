package io.helyos.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.architecture.Sources.Source;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The arrows once more, from the import lines of all modules: the command line is not on this
/// module's class path.
class ImportsTest {
  private static final Pattern PACKAGE = Pattern.compile("package (io\\.helyos[\\w.]*);");
  private static final Pattern IMPORT =
      Pattern.compile("import (?:static )?(io\\.helyos(?:\\.[a-z]\\w*)*)\\.[A-Z].*;");

  private static Optional<String> packageOf(Source source) {
    return source.lines().stream()
        .map(PACKAGE::matcher)
        .filter(m -> m.matches())
        .map(m -> m.group(1))
        .findFirst();
  }

  private static Stream<String> importsOf(Source source) {
    return source.lines().stream()
        .map(IMPORT::matcher)
        .filter(m -> m.matches())
        .map(m -> m.group(1));
  }

  /// Each package with the packages of ours that it imports from.
  private static Map<String, Set<String>> graph() {
    var graph = new TreeMap<String, Set<String>>();
    for (var source : Sources.main()) {
      var name = packageOf(source).orElseThrow();
      var uses = graph.computeIfAbsent(name, _ -> new TreeSet<>());
      importsOf(source).filter(other -> !other.equals(name)).forEach(uses::add);
    }
    return graph;
  }

  private static boolean isIn(String name, List<String> modules) {
    return modules.stream().anyMatch(m -> name.equals(m) || name.startsWith(m + "."));
  }

  @Test
  void cli_knows_client_and_contract_only() {
    var cli = List.of("io.helyos.cli");
    var allowed = List.of("io.helyos.cli", "io.helyos.client", "io.helyos.contract");
    var packages = graph();
    assertThat(packages.keySet()).anyMatch(name -> isIn(name, cli));
    packages.forEach((name, uses) -> {
      if (isIn(name, cli)) {
        assertThat(uses).as(name).allMatch(other -> isIn(other, allowed));
      }
    });
  }

  @Test
  void only_the_daemon_and_those_who_measure_know_all() {
    var adapters =
        List.of(
            "io.helyos.docker", "io.helyos.persistence", "io.helyos.simulator", "io.helyos.http");
    graph()
        .forEach((name, uses) -> {
          if (isIn(name, List.of("io.helyos.daemon", "io.helyos.load"))) return;
          var own = adapters.stream().filter(adapter -> isIn(name, List.of(adapter))).toList();
          assertThat(uses)
              .as("%s knows no adapter but itself", name)
              .allMatch(other -> isIn(other, own) || !isIn(other, adapters));
        });
  }

  @Test
  void packages_import_each_other_in_no_circle() {
    var graph = graph();
    var done = new TreeSet<String>();
    for (var name : graph.keySet()) {
      circle(name, graph, new LinkedHashSet<>(), done)
          .ifPresent(circle -> assertThat(circle).as("a circle of packages").isEmpty());
    }
  }

  /// The way back to a package that is being visited, if there is one.
  private static Optional<List<String>> circle(
      String name, Map<String, Set<String>> graph, SequencedSet<String> path, Set<String> done) {
    if (path.contains(name)) {
      var way = new ArrayList<>(path);
      return Optional.of(way.subList(way.indexOf(name), way.size()));
    }
    if (!done.add(name)) return Optional.empty();
    path.add(name);
    for (var next : graph.getOrDefault(name, Set.of())) {
      var found = circle(next, graph, path, done);
      if (found.isPresent()) return found;
    }
    path.remove(name);
    return Optional.empty();
  }
}
