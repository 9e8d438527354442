package io.helyos.cli.pod;

import io.helyos.contract.resource.PodResource;
import io.helyos.contract.resource.PodStatus;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// What a person can do about a pod's state: one hint for each reason, with the command to begin
/// with.
final class Remedy {
  private final PodResource pod;

  private Remedy(PodResource pod) {
    this.pod = pod;
  }

  /// Nothing for a pod that is well, and for reasons that this side does not know.
  static Optional<String> of(PodResource pod) {
    return new Remedy(pod).hint();
  }

  private Optional<String> hint() {
    return switch (pod.reason()) {
      case "OOMKilled" ->
          say("Raise resources.memory in the spec, or find what takes the memory: " + logs());
      case "Unhealthy" ->
          say(
              "See why it does not answer: %s. If it only needs more time, raise healthcheck.timeout, retries or startPeriod."
                  .formatted(logs()));
      case "NotReady" ->
          say("It gets no traffic until its check passes. See why it does not: " + logs());
      case "HealthcheckStarting" ->
          say(
              "Wait until its healthcheck passes. If it does not: %s. A healthcheck.startPeriod gives a slow start its time."
                  .formatted(logs()));
      case "ImagePull" -> say("Wait: node %s is fetching the image.".formatted(node()));
      case "ErrImagePull", "ImagePullBackoff" ->
          say(
              "Check name and tag of the image. If its registry wants a password: docker login, on node %s. It is tried again by itself."
                  .formatted(node()));
      case "NoFittingNode" ->
          say("See what is left on each node: helyos nodes. Free room, or ask for less.");
      case "PortTaken" ->
          say(
              "Leave the host port out to get a free one, choose another, or end what holds it on the node.");
      case "NameTaken" ->
          say(
              "Remove or rename the container %s on node %s: it is none of Helyos'."
                  .formatted(pod.name(), node()));
      case "EngineError" ->
          say(
              "It is tried again by itself. If it stays so, see what the Docker engine on node %s says in its own log."
                  .formatted(node()));
      case "NodeLost" -> say("See how the node is: helyos describe node " + node());
      case "Completed" -> completed();
      case "Error" -> ended();
      default -> Optional.empty();
    };
  }

  private Optional<String> completed() {
    return pod.status() == PodStatus.FAILED || pod.status() == PodStatus.STOPPED
        ? say(
            "Nothing: it has done its work. To remove it: helyos rm %s -p %s"
                .formatted(pod.deploymentName(), pod.project()))
        : say(
            "restart: always begins again whatever ends. For work that is to end, say restart: onfailure or never.");
  }

  private Optional<String> ended() {
    return switch (code()) {
      case 0 ->
          say("The engine could not start it, for the reason above: correct the spec and deploy.");
      case 126 ->
          say(
              "Check that the command is an executable file of the image, built for this machine: command and args in the spec.");
      case 127 ->
          say("Check that the command is a file of the image: command and args in the spec.");
      case 137 ->
          say(
              "Something outside its program killed it: an operator, or the machine when it ran out of memory. What it said: "
                  + logs());
      case 143 ->
          say(
              "Something outside Helyos asked it to end, such as docker stop. What it said: "
                  + logs());
      default -> say("See what it said: " + logs());
    };
  }

  /// The exit code, or the one that a shell would give for what the engine says about a command
  /// that it could not start; 0 for any other start that failed.
  private int code() {
    if (pod.exitCode() != null) return pod.exitCode();
    var said = pod.message().toLowerCase(Locale.ROOT);
    if (said.contains("permission denied") || said.contains("exec format error")) return 126;
    return said.contains("not found") || said.contains("no such file") ? 127 : 0;
  }

  private String logs() {
    return "helyos logs %s -p %s --pod %d"
        .formatted(pod.deploymentName(), pod.project(), pod.replicaIndex());
  }

  private String node() {
    return Objects.requireNonNullElse(pod.node(), "of the pod");
  }

  private static Optional<String> say(String hint) {
    return Optional.of(hint);
  }
}
