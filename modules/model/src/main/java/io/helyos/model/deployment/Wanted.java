package io.helyos.model.deployment;

import io.helyos.model.pod.Needs;
import io.helyos.model.pod.Part;
import io.helyos.model.pod.Part.Role;
import io.helyos.model.template.Companions;
import io.helyos.model.template.ContainerTemplate;
import io.helyos.model.template.Holder;
import io.helyos.model.template.NetworkMode;
import io.helyos.model.template.PodTemplate;
import io.helyos.model.template.PortSpec;
import io.helyos.model.template.Resources;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/// What a template asks of a pod and of its node, all its containers together.
final class Wanted {
  private Wanted() {}

  /// Init containers run before the others: what they need is needed then, and not beside it.
  static Needs needs(PodTemplate template) {
    return new Needs(
        most(template, Resources::memoryBytes),
        most(template, Resources::cpuMillis),
        template.network() == NetworkMode.BRIDGE ? ports(template) : List.of());
  }

  private static long most(PodTemplate template, ToLongFunction<Resources> amount) {
    var beside = containers(template, Companions::beside).map(ContainerTemplate::resources);
    var together = Stream.concat(Stream.of(template.resources()), beside).mapToLong(amount).sum();
    var init = containers(template, Companions::init).map(ContainerTemplate::resources);
    return Math.max(together, init.mapToLong(amount).max().orElse(0));
  }

  private static Stream<ContainerTemplate> containers(
      PodTemplate template, Function<Companions, List<ContainerTemplate>> which) {
    return template.companions().map(which).stream().flatMap(List::stream);
  }

  private static List<PortSpec> ports(PodTemplate template) {
    var others = containers(template, Companions::beside).flatMap(c -> c.ports().stream());
    return Stream.concat(template.ports().stream(), others).toList();
  }

  static List<Part> parts(Companions companions) {
    return Stream.of(
            Stream.of(new Part(Holder.NAME, Role.HOLDER, false, false)),
            companions.init().stream().map(c -> part(c, Role.INIT)),
            companions.beside().stream().map(c -> part(c, Role.BESIDE)))
        .flatMap(parts -> parts)
        .toList();
  }

  /// What runs to success is not asked whether it is well.
  private static Part part(ContainerTemplate container, Role role) {
    return new Part(
        container.name(), role, container.health().isPresent(), container.readiness().isPresent());
  }
}
