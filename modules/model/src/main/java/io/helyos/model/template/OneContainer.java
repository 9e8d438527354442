package io.helyos.model.template;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The template of one container of a pod of several, as if it were a pod: what is the container's
/// from the container, what is the pod's from the pod. Whoever runs it needs to know no more.
public final class OneContainer {
  private OneContainer() {}

  /// Empty when the pod has no such container.
  ///
  /// @param companion its name; empty for the pod's own container
  public static Optional<PodTemplate> of(PodTemplate pod, Optional<String> companion) {
    if (pod.companions().isEmpty()) {
      return companion.isEmpty() ? Optional.of(pod) : Optional.empty();
    }
    if (companion.isEmpty()) return Optional.of(own(pod));
    var name = companion.get();
    var others = pod.companions().get();
    return name.equals(Holder.NAME)
        ? Optional.of(Holder.of(pod))
        : find(others.init(), name)
            .map(found -> companion(pod, found, initRestart(pod), briefly(pod)))
            .or(() ->
                find(others.beside(), name)
                    .map(found -> companion(pod, found, pod.restart(), stop(pod))));
  }

  private static Optional<ContainerTemplate> find(List<ContainerTemplate> all, String name) {
    return all.stream().filter(c -> c.name().equals(name)).findFirst();
  }

  private static PodTemplate own(PodTemplate pod) {
    return pod.withNetwork(shared(pod)).withCompanions(Optional.empty());
  }

  /// On the node's own network there is nothing to share.
  private static NetworkMode shared(PodTemplate pod) {
    return pod.network() == NetworkMode.HOST ? NetworkMode.HOST : NetworkMode.POD;
  }

  /// What runs to success is over then, also in a pod whose containers always run.
  private static RestartPolicy initRestart(PodTemplate pod) {
    return pod.restart() == RestartPolicy.NEVER ? RestartPolicy.NEVER : RestartPolicy.ONFAILURE;
  }

  /// A container that gets no traffic has none to wait for.
  private static StopPolicy briefly(PodTemplate pod) {
    return new StopPolicy(pod.stop().grace(), pod.stop().signal());
  }

  /// The command before the signal is one of the pod's own container.
  private static StopPolicy stop(PodTemplate pod) {
    var stop = pod.stop();
    Duration drain = stop.drain();
    return StopPolicy.of(stop.grace(), stop.signal(), drain, List.of());
  }

  private static PodTemplate companion(
      PodTemplate pod, ContainerTemplate container, RestartPolicy restart, StopPolicy stop) {
    return new PodTemplate(
        container.image(),
        container.process(),
        container.ports(),
        container.volumes(),
        shared(pod),
        container.resources(),
        restart,
        pod.backoff(),
        stop,
        container.pull(),
        container.isolation(),
        container.health(),
        container.readiness());
  }
}
