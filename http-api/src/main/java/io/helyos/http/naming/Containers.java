package io.helyos.http.naming;

import io.helyos.http.exchange.Call;
import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import io.helyos.model.DeploymentId;
import io.helyos.model.template.Companions;
import io.helyos.model.template.ContainerTemplate;
import io.helyos.model.template.Holder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which container of its pods a client means. The pods' own has the deployment's name.
public final class Containers {
  private Containers() {}

  /// The companion that the query names; empty for the pods' own container.
  public static Optional<String> companion(Call call, DeploymentId owner) {
    return call.query()
        .text("container")
        .filter(name -> !name.equals(owner.name()))
        .map(name -> known(call, owner, name));
  }

  private static String known(Call call, DeploymentId owner, String name) {
    var others =
        Names.getDeployment(call.view(), owner)
            .state()
            .template()
            .companions()
            .map(Containers::names)
            .orElse(List.of());
    if (others.contains(name)) return name;
    var all = Stream.concat(Stream.of(owner.name()), others.stream()).toList();
    throw Refusal.of(
        ProblemKind.NOT_FOUND,
        "Expected one of the containers of %s (%s), found `%s`."
            .formatted(owner, String.join(", ", all), name));
  }

  private static List<String> names(Companions companions) {
    return Stream.concat(companions.all().map(ContainerTemplate::name), Stream.of(Holder.NAME))
        .toList();
  }
}
