package io.helyos.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.InternetProtocol;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;
import com.github.dockerjava.api.model.RestartPolicy;
import io.helyos.model.port.ContainerSpec;
import io.helyos.model.port.RuntimeFailure;
import io.helyos.model.port.RuntimeFailure.Kind;
import io.helyos.model.template.PortSpec.Protocol;
import io.helyos.model.template.ProcessSpec;
import io.helyos.model.template.PublishedPort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A container specification in the engine's words: what it says and nothing else.
final class ContainerRequests {
  private static final String NO_NEW_PRIVILEGES = "no-new-privileges";

  private ContainerRequests() {}

  static CreateContainerCmd create(DockerClient docker, ContainerSpec spec, List<Mount> mounts) {
    var request =
        docker
            .createContainerCmd(spec.image())
            .withName(spec.name())
            .withLabels(spec.labels())
            .withStopSignal(spec.stop().signal())
            .withStopTimeout(seconds(spec.stop().grace()))
            .withHostConfig(hostConfig(spec, mounts));
    setProcess(request, spec.process());
    if (!spec.ports().isEmpty()) {
      request.withExposedPorts(
          spec.ports().stream().map(ContainerRequests::exposed).distinct().toList());
    }
    return request;
  }

  private static void setProcess(CreateContainerCmd request, ProcessSpec process) {
    if (!process.command().isEmpty()) {
      request.withEntrypoint(process.command());
    }
    if (!process.args().isEmpty()) {
      request.withCmd(process.args());
    }
    request.withEnv(
        process.env().entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
    process.user().ifPresent(request::withUser);
    process.workdir().ifPresent(request::withWorkingDir);
    process.hostname().ifPresent(request::withHostName);
  }

  private static HostConfig hostConfig(ContainerSpec spec, List<Mount> mounts) {
    var host =
        HostConfig.newHostConfig()
            // An engine that restarts by itself would revive what has been moved elsewhere.
            .withRestartPolicy(RestartPolicy.noRestart())
            .withNetworkMode(spec.network())
            .withCapAdd(capabilities(spec.addCapabilities()))
            .withCapDrop(capabilities(spec.dropCapabilities()))
            .withSecurityOpts(securityOptions(spec.securityOptions()))
            .withReadonlyRootfs(spec.readonlyRootfs())
            .withInit(spec.process().init())
            .withLogConfig(logConfig(spec))
            .withMounts(mounts)
            .withPortBindings(spec.ports().stream().map(ContainerRequests::binding).toList());
    if (spec.pidsLimit() > 0) {
      host.withPidsLimit(spec.pidsLimit());
    }
    if (spec.resources().memoryBytes() > 0) {
      // Equal to memory: no swap beyond the limit.
      host.withMemory(spec.resources().memoryBytes())
          .withMemorySwap(spec.resources().memoryBytes());
    }
    if (spec.resources().cpuMillis() > 0) {
      host.withNanoCPUs(spec.resources().cpuMillis() * 1_000_000);
    }
    return host;
  }

  private static LogConfig logConfig(ContainerSpec spec) {
    return new LogConfig(
        LogConfig.LoggingType.JSON_FILE,
        Map.of(
            "max-size", Long.toString(spec.logMaxBytes()),
            "max-file", Integer.toString(spec.logFiles())));
  }

  /// Last, so that no other option can take it back.
  private static List<String> securityOptions(List<String> wanted) {
    var options = new ArrayList<>(wanted);
    options.removeIf(option -> option.startsWith(NO_NEW_PRIVILEGES));
    options.add(NO_NEW_PRIVILEGES);
    return options;
  }

  private static Capability[] capabilities(List<String> names) {
    return names.stream().map(ContainerRequests::capability).toArray(Capability[]::new);
  }

  private static Capability capability(String name) {
    try {
      return Capability.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new RuntimeFailure(
          Kind.INVALID, "unknown capability '" + name + "': expected a name such as NET_ADMIN", e);
    }
  }

  private static ExposedPort exposed(PublishedPort port) {
    return new ExposedPort(port.container(), protocol(port.protocol()));
  }

  private static PortBinding binding(PublishedPort port) {
    var host = Integer.toString(port.host());
    return new PortBinding(
        port.ip().isEmpty() ? Binding.bindPortSpec(host) : new Binding(port.ip(), host),
        exposed(port));
  }

  private static InternetProtocol protocol(Protocol protocol) {
    return switch (protocol) {
      case TCP -> InternetProtocol.TCP;
      case UDP -> InternetProtocol.UDP;
    };
  }

  /// The engine counts in whole seconds; a started second is granted.
  static int seconds(Duration duration) {
    return Math.toIntExact(duration.plusNanos(999_999_999).toSeconds());
  }
}
