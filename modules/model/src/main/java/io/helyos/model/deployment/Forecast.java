package io.helyos.model.deployment;

import io.helyos.model.deployment.DeploymentEffect.EnsurePod;
import io.helyos.model.pod.Assignment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// What a deploy would do to the pods, in this order, if each of them came up well.
///
/// @param moves the first of them
/// @param isWhole whether these are all
public record Forecast(List<Move> moves, boolean isWhole) {
  /// Nobody reads more.
  private static final int MOST_MOVES = 1000;

  /// One step.
  ///
  /// @param round moves of the same round happen together
  /// @param assignment that the pod would get, or had
  public record Move(int round, Action action, Assignment assignment) {}

  /// What is done to a pod.
  public enum Action {
    ADD,
    REPLACE,
    REMOVE
  }

  public Forecast {
    moves = List.copyOf(moves);
  }

  /// From the state before a deploy, and the one that it leads to.
  ///
  /// @param seen which nodes match, by what is known now
  public static Forecast of(
      Deployment before,
      Deployment after,
      Instant now,
      Function<EveryNode, Map<String, Boolean>> seen) {
    var course = new GoodCourse(after, now, seen);
    var moves = new ArrayList<Move>();
    var had = wanted(before);
    for (var round = 1; moves.size() < MOST_MOVES; round++) {
      var wanted = wanted(course.state());
      compare(round, had, wanted, moves);
      had = wanted;
      if (!course.goOn()) return new Forecast(moves, true);
    }
    return new Forecast(moves.subList(0, MOST_MOVES), false);
  }

  private static Map<Integer, Assignment> wanted(Deployment deployment) {
    var wanted = new TreeMap<Integer, Assignment>();
    for (var effect : DeploymentEffects.of(deployment)) {
      if (effect instanceof EnsurePod(var assignment)) {
        wanted.put(assignment.pod().index(), assignment);
      }
    }
    return wanted;
  }

  private static void compare(
      int round, Map<Integer, Assignment> had, Map<Integer, Assignment> wanted, List<Move> moves) {
    wanted.forEach((index, assignment) -> {
      var old = had.get(index);
      if (assignment.equals(old)) return;
      moves.add(new Move(round, old == null ? Action.ADD : Action.REPLACE, assignment));
    });
    had.forEach((index, old) -> {
      if (!wanted.containsKey(index)) moves.add(new Move(round, Action.REMOVE, old));
    });
  }
}
