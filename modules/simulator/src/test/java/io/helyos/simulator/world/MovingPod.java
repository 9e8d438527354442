package io.helyos.simulator.world;

import io.helyos.model.DeploymentId;
import io.helyos.model.EntityId;
import io.helyos.model.deployment.DeploymentCommand;
import io.helyos.model.node.NodeCommand;
import io.helyos.model.template.PodTemplate;
import io.helyos.model.template.StopPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// A pod that is placed, moved to the other machine and moved back, with one thing going wrong on
/// the way. Everything else is calm, so that each course but for that thing is the same.
final class MovingPod {
  private static final DeploymentId API = new DeploymentId("shop", "api");
  private static final Duration BETWEEN = Duration.ofSeconds(40);

  private final List<Network.Message> messages = new ArrayList<>();
  private final TreeSet<Instant> steps = new TreeSet<>();
  private final World world;

  MovingPod(Network.Fate fate) {
    this.world =
        new World(
            Rules.MODEL,
            Shape.plain(2),
            new Dice(1),
            new Story(true),
            message -> {
              steps.add(now());
              if (!isProtocol(message)) return Weather.CALM.of(message);
              messages.add(message);
              return fate.of(message);
            });
  }

  private Instant now() {
    return world.time().instant();
  }

  /// What passes between a pod and a node.
  private static boolean isProtocol(Network.Message message) {
    return (message.from().startsWith("pod|") && message.to().startsWith("node|"))
        || (message.from().startsWith("node|") && message.to().startsWith("pod|"));
  }

  /// The messages of the protocol in the order in which they were sent.
  List<Network.Message> messages() {
    return messages;
  }

  /// The instants at which something was sent or stored.
  List<Instant> steps() {
    world.journal().feed().forEach(stored -> steps.add(stored.time()));
    return List.copyOf(steps);
  }

  List<String> story() {
    return world.story();
  }

  /// At that instant, the pod and both nodes lose all that they have in memory.
  void crashAt(Instant when) {
    world
        .time()
        .after(
            Duration.between(now(), when),
            () -> {
              for (var daemon : world.daemons()) {
                for (var shell : daemon.shells()) {
                  var kind = shell.id().kind().word();
                  if (!kind.equals("pod") && !kind.equals("node")) continue;
                  shell.crash();
                  world.region().wake(shell.id());
                }
              }
            });
  }

  /// The course; what is amiss at its end.
  Optional<String> run() {
    world.start();
    pass(Duration.ofSeconds(2));
    deploy("helyos/api:1");
    pass(BETWEEN);
    move("n1", "n2", "helyos/api:2");
    move("n2", "n1", "helyos/api:3");
    say(API.entity(), new DeploymentCommand.Scale(API, 0));
    pass(BETWEEN);
    say(API.entity(), new DeploymentCommand.Scale(API, 1));
    pass(Duration.ofMinutes(8));
    var amiss = Ending.amiss(world);
    return world.watch().broken().or(() -> amiss.stream().findFirst());
  }

  private void move(String from, String to, String image) {
    say(EntityId.node(to), new NodeCommand.Uncordon());
    say(EntityId.node(from), new NodeCommand.Cordon());
    pass(Duration.ofSeconds(1));
    deploy(image);
    pass(BETWEEN);
  }

  private void deploy(String image) {
    var template = PodTemplate.of(image).withStop(new StopPolicy(Duration.ofSeconds(5), "SIGINT"));
    say(API.entity(), new DeploymentCommand.Deploy(API, template, 1, Map.of()));
  }

  private void say(EntityId to, Object command) {
    var request = Request.of(world.nextChange("user"));
    world.daemons().getFirst().post().ask("user", to, command, request, _ -> {});
  }

  private void pass(Duration time) {
    world.time().advance(time);
  }
}
