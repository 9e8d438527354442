package io.helyos.simulator.world;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One course of a world from its number: a bad time in which no promise may be broken, and then a
/// quiet one in which everything must come to be as it is wanted.
public final class Simulation {
  private static final Duration STEP = Duration.ofSeconds(1);
  private static final Duration LATEST_MESSAGE = Duration.ofSeconds(181);
  private static final Duration SETTLING = Duration.ofMinutes(20);
  private static final int STEADY = 90;

  private final World world;
  private final Dice dice;
  private final Users users;
  private final Chaos chaos;

  private Simulation(long seed, Rules rules, Story story) {
    this.dice = new Dice(seed);
    this.world = new World(rules, Shape.drawn(dice), dice.split(), story, Weather.CALM);
    this.users = new Users(world, dice.split());
    this.chaos = new Chaos(world, dice.split());
  }

  /// How a course went.
  ///
  /// @param broken the first promise that did not hold, if any
  /// @param story what happened, if it was asked for
  /// @param events how many are in the journal
  public record Course(long seed, Optional<String> broken, List<String> story, int events) {
    /// Fit for the failure of a test.
    public String text() {
      return "Seed %d: %s%n%s"
          .formatted(seed, broken.orElse("all is well"), String.join("\n", story));
    }
  }

  /// Runs the course of this number. The same number takes the same course.
  public static Course of(long seed, Rules rules) {
    return of(seed, rules, false);
  }

  /// The same, and tells what happens.
  public static Course told(long seed, Rules rules) {
    return of(seed, rules, true);
  }

  private static Course of(long seed, Rules rules, boolean told) {
    var story = new Story(told);
    var simulation = new Simulation(seed, rules, story);
    var broken = simulation.run();
    return new Course(seed, broken, story.lines(), simulation.world.journal().feed().size());
  }

  private Optional<String> run() {
    try {
      world.start();
      var fine = badTime() && quietTime();
      return fine ? Optional.empty() : world.watch().broken();
    } catch (RuntimeException fault) {
      var trace = fault.getStackTrace();
      return Optional.of(
          "A decision ended in %s at %s".formatted(fault, trace.length > 0 ? trace[0] : "?"));
    }
  }

  private boolean badTime() {
    pass(Duration.ofSeconds(5));
    chaos.begin();
    var left = dice.between(Duration.ofMinutes(3), Duration.ofMinutes(12));
    while (left.isPositive()) {
      var pause = dice.seconds(1, 40);
      users.act();
      if (!pass(pause)) return false;
      left = left.minus(pause);
    }
    return true;
  }

  private boolean quietTime() {
    users.calmDown();
    chaos.end();
    if (!pass(LATEST_MESSAGE)) return false;
    users.putInOrder();
    List<String> amiss = List.of();
    for (var left = SETTLING; left.isPositive(); left = left.minus(STEP.multipliedBy(10))) {
      if (!pass(STEP.multipliedBy(10))) return false;
      amiss = Ending.amiss(world);
      if (amiss.isEmpty()) return steady() && isFolded();
    }
    world.watch().broken("I5", "it does not come to rest: " + String.join("; ", amiss));
    return false;
  }

  /// It stays as it is.
  private boolean steady() {
    if (!pass(STEP.multipliedBy(STEADY))) return false;
    var amiss = Ending.amiss(world);
    world
        .watch()
        .expect(amiss.isEmpty(), "I5", () -> "it does not stay at rest: %s".formatted(amiss));
    return amiss.isEmpty();
  }

  /// Folding the journal from nothing gives what there is.
  private boolean isFolded() {
    for (var id : world.journal().entities()) {
      world
          .watch()
          .expect(
              world.journal().replay(id).state().equals(world.journal().state(id)),
              "I4",
              () -> "%s replays to something else".formatted(id));
    }
    return world.watch().broken().isEmpty();
  }

  private boolean pass(Duration time) {
    for (var left = time; left.isPositive(); left = left.minus(STEP)) {
      world.time().advance(left.compareTo(STEP) < 0 ? left : STEP);
      world.watch().look();
      var touched = chaos.strangers().touched();
      world
          .watch()
          .expect(touched.isEmpty(), "I7", () -> "somebody has touched %s".formatted(touched));
      if (world.watch().broken().isPresent()) return false;
    }
    return true;
  }
}
