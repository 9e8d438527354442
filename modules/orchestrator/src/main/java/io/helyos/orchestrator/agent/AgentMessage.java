package io.helyos.orchestrator.agent;

import io.helyos.model.Seat;
import io.helyos.model.agent.Order;
import io.helyos.model.delivery.Answer;
import io.helyos.model.desk.StepOutcome;
import io.helyos.model.health.Checkup;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.port.ContainerEvent;
import io.helyos.model.port.ContainerState;
import io.helyos.model.port.EngineDescription;
import io.helyos.model.port.ProbeAnswer;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;

/// What an agent hears.
public sealed interface AgentMessage {
  /// An order from a pod; answered when it is on disk.
  record Take(Order order, ActorRef<Taken> replyTo) implements AgentMessage {}

  /// The order is on disk, or an equal or later one was there before.
  record Taken() {}

  record Saved(Order order, Optional<ActorRef<Taken>> replyTo) implements AgentMessage {}

  record SaveFailed(Order order, String why) implements AgentMessage {}

  record Connected(EngineDescription engine) implements AgentMessage {}

  /// The engine tells of one container.
  record EngineSaid(ContainerEvent event) implements AgentMessage {}

  /// The engine has listed all containers of this agent.
  ///
  /// @param asked when, in the agent's own count of what it has heard
  record Listed(List<ContainerState> containers, long asked) implements AgentMessage {}

  /// The node is known to the cluster, and the agent to what it has to clear.
  record Counted() implements AgentMessage {}

  /// The engine does not answer, or the stream of its events broke.
  record EngineLost(String why) implements AgentMessage {}

  /// A step was carried out; this is what is now known of its container.
  record StepDone(Order order, StepOutcome outcome) implements AgentMessage {}

  /// The image of an order is there, or cannot be had.
  record Fetched(Order order, Optional<StepOutcome.CannotStart> failure) implements AgentMessage {}

  /// A report is made up, under this order.
  record Made(Order order, PodCommand report) implements AgentMessage {}

  /// What a report needs could not be gathered.
  record NotMade(Seat seat) implements AgentMessage {}

  /// The pod has answered a report.
  record Told(Seat seat, PodCommand report, Answer answer) implements AgentMessage {}

  /// Nobody answered; the report is told again.
  record NotTold(Seat seat, String why) implements AgentMessage {}

  /// A container has answered a check, or has not.
  record Probed(Seat seat, String container, Checkup.Kind kind, ProbeAnswer answer)
      implements AgentMessage {}

  /// The time to look at a desk again has come.
  record LookAgain(Seat seat) implements AgentMessage {}

  /// The pod of a container without an order has said whether it knows it.
  record Claimed(Seat seat, long incarnation, boolean known) implements AgentMessage {}

  /// After the last pod of its project here: the network was taken away, or it could not be.
  record Left(Seat seat, boolean gone) implements AgentMessage {}

  enum Tick implements AgentMessage {
    /// Connect to the engine.
    CONNECT,
    /// Compare with what the engine lists.
    COMPARE,
    /// The same, once, because something is unclear.
    COMPARE_SOON
  }
}
