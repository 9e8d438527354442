package io.helyos.http;

import io.helyos.model.DeploymentId;
import io.helyos.model.EntityId;
import io.helyos.model.PodId;
import io.helyos.model.node.NodeCommand;
import io.helyos.model.node.NodeFacts;
import io.helyos.model.pod.Assignment;
import io.helyos.model.pod.Needs;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.template.Backoff;
import io.helyos.model.template.PortSpec;
import io.helyos.model.template.PublishedPort;
import io.helyos.model.template.RestartPolicy;
import io.helyos.model.template.StopPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What the tests deploy and run.
final class Specs {
  static final DeploymentId API = new DeploymentId("shop", "api");

  private Specs() {}

  static String yaml(String project, String name, int replicas) {
    return """
    project: %s
    deployment: {name: %s}
    image: registry:5000/%s:1
    replicas: %d
    """
        .formatted(project, name, name, replicas);
  }

  /// A node with eight cores and eight GiB.
  static void register(FakeCore core, String name) {
    var facts =
        new NodeFacts("10.0.0.1", "amd64", "Docker 29.0.1", 8000, 8L << 30, 20_000, 32_767, 110);
    core.tell(EntityId.node(name), new NodeCommand.Register(name, facts, Map.of("zone", "a")));
  }

  /// A pod that wants port 3000 and has no node yet.
  static PodId pending(FakeCore core, int index) {
    var pod = API.pod(index);
    var needs = new Needs(64 << 20, 100, List.of(PortSpec.free(3000)));
    core.tell(
        pod.entity(),
        new PodCommand.Assign(
            new Assignment(
                pod,
                1,
                "api:1",
                needs,
                RestartPolicy.ALWAYS,
                Backoff.DEFAULT,
                StopPolicy.DEFAULT,
                false,
                false)));
    return pod;
  }

  /// A pod that runs on node `one`.
  static PodId running(FakeCore core, int index) {
    var pod = pending(core, index);
    var port = new PublishedPort(3000, 20_000 + index, "", PortSpec.Protocol.TCP);
    core.tell(pod.entity(), new PodCommand.ChoosePlacement(1, "one", Map.of("one", 1.0), Map.of()));
    core.tell(pod.entity(), new PodCommand.ReportGranted(1, "one", List.of(port)));
    var container = new Pod.Container("c" + index, "172.18.0.5", "sha256:abc", Instant.EPOCH);
    core.tell(pod.entity(), new PodCommand.ReportStarted(1, 1, container));
    return pod;
  }
}
