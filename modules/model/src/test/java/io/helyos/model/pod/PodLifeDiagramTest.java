package io.helyos.model.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.RandomWalk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The picture of a pod's life in the documentation has exactly the arrows that lives take.
class PodLifeDiagramTest {
  private static final Path PAGE = Path.of("docs", "architecture", "pod-life.md");
  private static final Pattern ARROW = Pattern.compile(" *(\\w+) --> (\\w+): (\\w+)");

  @Test
  void the_diagram_shows_what_pods_do() throws IOException {
    assertThat(drawn())
        .as("arrows in %s; the test's own list is what belongs there", PAGE)
        .containsExactlyInAnyOrderElementsOf(lived());
  }

  /// Every step from one state to another that some of many random lives took.
  private static Set<String> lived() {
    var arrows = new TreeSet<String>();
    var life = new PodLifecycle();
    RandomWalk.seeds()
        .forEach(seed -> {
          var walk = RandomWalk.of(life, seed, PodDice::draw);
          walk.forEachStep(step -> {
            // One decision may be several steps in the picture.
            var state = step.before();
            for (var event : step.events()) {
              var next = life.evolve(state, event);
              var from = name(state);
              var to = name(next);
              if (!from.equals(to)) arrows.add("%s --> %s: %s".formatted(from, to, name(event)));
              state = next;
            }
          });
        });
    return arrows;
  }

  private static String name(Object one) {
    return one.getClass().getSimpleName();
  }

  private static Set<String> drawn() throws IOException {
    var arrows = new TreeSet<String>();
    for (var line : Files.readAllLines(page())) {
      var arrow = ARROW.matcher(line);
      if (arrow.matches()) arrows.add(line.strip());
    }
    return arrows;
  }

  private static Path page() {
    var here = Path.of("").toAbsolutePath();
    while (here != null && !Files.exists(here.resolve(PAGE))) here = here.getParent();
    if (here == null) throw new IllegalStateException("Expected %s above here.".formatted(PAGE));
    return here.resolve(PAGE);
  }
}
