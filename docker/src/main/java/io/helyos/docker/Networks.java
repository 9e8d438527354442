package io.helyos.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Network;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Bridges that the pods of a project share.
final class Networks {
  private static final int FORBIDDEN = 403;

  private final DockerClient docker;

  Networks(DockerClient docker) {
    this.docker = docker;
  }

  /// Engines do not keep names of networks unique when two requests race. So one at a time here,
  /// and of what another process may have made meanwhile, all keep the same one.
  synchronized void ensure(String name, Map<String, String> labels) {
    if (!named(name).isEmpty()) {
      return;
    }
    try {
      docker
          .createNetworkCmd()
          .withName(name)
          .withDriver("bridge")
          .withCheckDuplicate(true)
          .withLabels(labels)
          .exec();
    } catch (ConflictException e) {
      return;
    }
    named(name).stream().skip(1).forEach(twin -> remove(twin.getId()));
  }

  private List<Network> named(String name) {
    // The engine's own filter also finds names that merely contain this one.
    return docker.listNetworksCmd().withNameFilter(name).exec().stream()
        .filter(network -> network.getName().equals(name))
        .sorted(Comparator.comparing(Network::getId))
        .toList();
  }

  /// Leaves a network alone that containers use, or that is not there.
  void remove(String network) {
    try {
      docker.removeNetworkCmd(network).exec();
    } catch (NotFoundException e) {
      // As wanted.
    } catch (DockerException e) {
      var used =
          e.getHttpStatus() == FORBIDDEN
              || String.valueOf(e.getMessage()).contains("active endpoints");
      if (!used) {
        throw e;
      }
    }
  }
}
