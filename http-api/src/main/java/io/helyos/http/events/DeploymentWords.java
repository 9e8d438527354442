package io.helyos.http.events;

import static io.helyos.http.events.EventWords.say;

import io.helyos.model.deployment.DeploymentEvent;
import io.helyos.model.deployment.RolloutEvent;
import io.helyos.model.pod.PodReport;
import java.util.List;
import java.util.Set;

/// What happened to a deployment, in words.
final class DeploymentWords {
  private DeploymentWords() {}

  static EventWords of(DeploymentEvent event) {
    return switch (event) {
      case DeploymentEvent.Deployed deployed when deployed.everyNode().isPresent() ->
          say(
              "deployed",
              "Revision %d was deployed, one pod on each matching node."
                  .formatted(deployed.revision()));
      case DeploymentEvent.NodesMatched(var joined, var left, _) ->
          say("nodes", matched(joined.keySet(), left));
      case DeploymentEvent.Deployed deployed ->
          say(
              "deployed",
              "Revision %d with %d replicas was deployed."
                  .formatted(deployed.revision(), deployed.replicas()));
      case DeploymentEvent.Scaled(var from, var to, _) ->
          say("scaled", "It was scaled from %d to %d.".formatted(from, to));
      case DeploymentEvent.DeploymentStopped _ -> say("stopped", "It was stopped.");
      case DeploymentEvent.RemovalRequested _ -> say("removing", "It is being removed.");
      case DeploymentEvent.DeploymentExpired(var at, _) ->
          say("expired", "Its time was over at %s; it is being removed.".formatted(at));
      case DeploymentEvent.DeploymentRemoved() -> say("removed", "Nothing of it is left.");
      case DeploymentEvent.DeploymentSuspended() ->
          say("suspended", "It was suspended with its project.");
      case DeploymentEvent.DeploymentResumed() ->
          say("resumed", "It was resumed with its project.");
      case DeploymentEvent.SlotUpdated(var index, var from, var to) when from == to ->
          say("moving", "Pod %d leaves its node for another one.".formatted(index));
      case DeploymentEvent.SlotUpdated(var index, var from, var to) ->
          say("updating", "Pod %d goes from revision %d to %d.".formatted(index, from, to));
      case RolloutEvent rollout -> RolloutWords.of(rollout);
      case DeploymentEvent.PodReported(var report, _) -> reported(report);
    };
  }

  private static String matched(Set<String> joined, List<String> left) {
    if (joined.isEmpty() && left.isEmpty()) return "No node matches.";
    var more = joined.isEmpty() ? "" : "A pod comes on %s.".formatted(String.join(", ", joined));
    var fewer = left.isEmpty() ? "" : " A pod goes from %s.".formatted(String.join(", ", left));
    return (more + fewer).strip();
  }

  private static EventWords reported(PodReport report) {
    return say(
        "reported", "Pod %d is %s.".formatted(report.index(), EventWords.word(report.phase())));
  }
}
