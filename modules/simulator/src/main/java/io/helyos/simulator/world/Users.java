package io.helyos.simulator.world;

import io.helyos.model.DeploymentId;
import io.helyos.model.EntityId;
import io.helyos.model.delivery.Answer;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.deployment.DeploymentCommand;
import io.helyos.model.deployment.Rollout;
import io.helyos.model.node.NodeCommand;
import io.helyos.model.project.ProjectCommand;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// People who deploy, scale, stop and remove. They repeat what was not answered, under the same id,
/// and at times they give up.
final class Users {
  /// The last two are the same letters, split in two ways.
  static final List<DeploymentId> DEPLOYMENTS =
      List.of(
          new DeploymentId("shop", "api"),
          new DeploymentId("shop", "web"),
          new DeploymentId("a-b", "c"),
          new DeploymentId("a", "b-c"));

  static final int MOST_REPLICAS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(12);
  private static final Duration AGAIN = Duration.ofSeconds(2);

  private final World world;
  private final Dice dice;
  private final Programs programs;
  private boolean quiet;

  Users(World world, Dice dice) {
    this.world = world;
    this.dice = dice;
    this.programs = new Programs(dice.split());
  }

  /// One of the things that people do.
  void act() {
    var id = dice.pick(DEPLOYMENTS);
    var machine = dice.pick(List.copyOf(world.machines())).name();
    switch (dice.below(20)) {
      case 0, 1, 2, 3, 4, 5, 6 ->
          say(
              id.entity(),
              new DeploymentCommand.Deploy(
                  id, programs.any(), dice.below(MOST_REPLICAS + 1), Map.of()));
      case 7, 8, 9, 10, 11 ->
          say(id.entity(), new DeploymentCommand.Scale(id, dice.below(MOST_REPLICAS + 1)));
      case 12, 13 -> say(id.entity(), new DeploymentCommand.Stop(id));
      case 14, 15 -> say(id.entity(), new DeploymentCommand.Remove(id));
      case 16 -> say(EntityId.project(id.project()), new ProjectCommand.Suspend());
      case 17 -> say(EntityId.project(id.project()), new ProjectCommand.Resume());
      case 18 -> say(EntityId.node(machine), new NodeCommand.Cordon());
      default -> say(EntityId.node(machine), new NodeCommand.Uncordon());
    }
  }

  /// No more patience with what has not been answered in the bad time.
  void calmDown() {
    quiet = true;
  }

  /// What runs badly, or cannot run everywhere, is replaced by something that does.
  void putInOrder() {
    for (var machine : world.machines()) {
      insist(EntityId.node(machine.name()), new NodeCommand.Uncordon());
    }
    for (var id : DEPLOYMENTS) {
      if (!(world.journal().state(id.entity()) instanceof Deployment.Active active)
          || !active.id().equals(id)
          || active.mode() != Deployment.Mode.RUNNING) {
        continue;
      }
      var fits = !Programs.isPicky(active.template());
      var failed = active.rollout().state() == Rollout.State.STOPPED;
      if (!Programs.lasts(active.template()) || !fits || failed) {
        insist(
            id.entity(),
            new DeploymentCommand.Deploy(id, programs.simple(), active.replicas(), Map.of()));
      }
    }
  }

  private void say(EntityId to, Object command) {
    var request = Request.ofUser(world);
    world.story("user", () -> "%s says to %s: %s".formatted(request.change(), to, command));
    attempt(to, command, request, dice.chance(0.3) ? 1 : 10, false);
  }

  private void insist(EntityId to, Object command) {
    var request = Request.ofUser(world);
    world.story("user", () -> "%s insists to %s: %s".formatted(request.change(), to, command));
    attempt(to, command, request, Integer.MAX_VALUE, true);
  }

  void attempt(EntityId to, Object command, Request request, int tries, boolean late) {
    if (tries == 0 || (quiet && !late)) return;
    var up = world.daemons().stream().filter(Daemon::isUp).toList();
    if (up.isEmpty()) {
      world.time().after(AGAIN, () -> attempt(to, command, request, tries - 1, late));
      return;
    }
    var done = new boolean[1];
    dice.pick(up)
        .post()
        .ask(
            "user",
            to,
            command,
            request,
            answer -> {
              if (answer.isEmpty() || done[0]) return;
              done[0] = true;
              if (answer.get() instanceof Answer.Done ack) {
                world.watch().acknowledged(command, request, ack);
              }
            });
    world
        .time()
        .after(
            PATIENCE,
            () -> {
              if (!done[0]) attempt(to, command, request, tries - 1, late);
            });
  }
}
