package io.helyos.http.spec;

import io.helyos.contract.spec.ContainerSpec;
import io.helyos.contract.spec.DeploymentSpec;
import io.helyos.contract.spec.IsolationSpec;
import io.helyos.contract.spec.PlacementSpec;
import io.helyos.contract.spec.ResourcesSpec;
import io.helyos.contract.spec.UpdateSpec;
import io.helyos.model.DeploymentId;
import io.helyos.model.deployment.DeploymentCommand.Deploy;
import io.helyos.model.deployment.UpdatePolicy;
import io.helyos.model.node.NodeSelector;
import io.helyos.model.template.Backoff;
import io.helyos.model.template.Companions;
import io.helyos.model.template.ContainerTemplate;
import io.helyos.model.template.Isolation;
import io.helyos.model.template.NetworkMode;
import io.helyos.model.template.PodTemplate;
import io.helyos.model.template.PortSpec;
import io.helyos.model.template.ProcessSpec;
import io.helyos.model.template.PullPolicy;
import io.helyos.model.template.Resources;
import io.helyos.model.template.RestartPolicy;
import io.helyos.model.template.StopPolicy;
import io.helyos.model.template.VolumeSpec;
import java.util.List;
import java.util.Optional;

/// What a checked spec asks of the model.
public final class SpecMapping {
  private SpecMapping() {}

  public static Deploy toCommand(DeploymentSpec spec) {
    return new Deploy(
        new DeploymentId(spec.project(), spec.name()),
        toTemplate(spec),
        spec.replicas(),
        spec.labels(),
        policy(spec.update()),
        spec.expires(),
        spec.placement().mode() == PlacementSpec.Mode.EVERYNODE
            ? Optional.of(selectors(spec.placement()))
            : Optional.empty());
  }

  private static List<NodeSelector> selectors(PlacementSpec spec) {
    return spec.nodes().stream()
        .map(it ->
            new NodeSelector(
                it.label(), NodeSelector.Operator.valueOf(it.operator().name()), it.values()))
        .toList();
  }

  private static UpdatePolicy policy(UpdateSpec spec) {
    return new UpdatePolicy(
        UpdatePolicy.Strategy.valueOf(spec.strategy().name()),
        spec.maxSurge(),
        spec.maxUnavailable(),
        spec.minReady(),
        spec.progressDeadline(),
        UpdatePolicy.OnFailure.valueOf(spec.onFailure().name()),
        spec.failureThreshold());
  }

  public static PodTemplate toTemplate(DeploymentSpec spec) {
    var container = spec.container();
    return new PodTemplate(
        container.image(),
        process(container, spec.hostname()),
        ports(container),
        volumes(container),
        NetworkMode.valueOf(spec.network().mode().name()),
        resources(container.resources()),
        RestartPolicy.valueOf(spec.restart().name()),
        new Backoff(spec.backoff().initial(), spec.backoff().max()),
        StopPolicy.of(
            spec.stop().grace(), spec.stop().signal(), spec.stop().drain(), spec.stop().preStop()),
        PullPolicy.valueOf(container.pull().name()),
        isolation(container.isolation()),
        Probes.of(container.healthcheck(), container),
        Probes.of(container.readiness(), container),
        Companions.of(
            spec.initContainers().stream().map(SpecMapping::companion).toList(),
            spec.containers().stream().map(SpecMapping::companion).toList()));
  }

  private static ContainerTemplate companion(ContainerSpec container) {
    return new ContainerTemplate(
        container.name(),
        container.image(),
        process(container, Optional.empty()),
        ports(container),
        volumes(container),
        resources(container.resources()),
        PullPolicy.valueOf(container.pull().name()),
        isolation(container.isolation()),
        Probes.of(container.healthcheck(), container),
        Probes.of(container.readiness(), container));
  }

  private static ProcessSpec process(ContainerSpec container, Optional<String> hostname) {
    var command = container.command();
    return new ProcessSpec(
        command.command(),
        command.args(),
        command.env(),
        command.user(),
        command.workdir(),
        hostname,
        command.init());
  }

  private static List<PortSpec> ports(ContainerSpec container) {
    return container.ports().stream()
        .map(port ->
            new PortSpec(
                port.name().orElse(""),
                port.container(),
                port.host().orElse(0),
                port.ip().orElse(""),
                PortSpec.Protocol.valueOf(port.protocol().name())))
        .toList();
  }

  private static List<VolumeSpec> volumes(ContainerSpec container) {
    return container.volumes().stream().map(SpecMapping::volume).toList();
  }

  private static VolumeSpec volume(io.helyos.contract.spec.VolumeSpec volume) {
    return switch (volume) {
      case io.helyos.contract.spec.VolumeSpec.Named(var name, var mount) ->
          new VolumeSpec.Named(name, mount);
      case io.helyos.contract.spec.VolumeSpec.Bind(var path, var mount, var readonly) ->
          new VolumeSpec.Bind(path, mount, readonly);
      case io.helyos.contract.spec.VolumeSpec.Tmpfs(var bytes, var mount) ->
          new VolumeSpec.Tmpfs(bytes, mount);
    };
  }

  private static Resources resources(ResourcesSpec spec) {
    return new Resources(spec.memoryBytes().orElse(0), spec.cpuMillis().orElse(0));
  }

  private static Isolation isolation(IsolationSpec spec) {
    return new Isolation(
        spec.addCapabilities(),
        spec.dropCapabilities(),
        spec.securityOptions(),
        spec.readonlyRootfs());
  }
}
