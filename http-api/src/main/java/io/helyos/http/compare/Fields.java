package io.helyos.http.compare;

import io.helyos.contract.resource.FieldChange;
import io.helyos.http.spec.PlacementFields;
import io.helyos.http.spec.TemplateFields;
import io.helyos.http.spec.UpdateFields;
import io.helyos.model.cluster.Cluster;
import io.helyos.model.cluster.Token;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.deployment.Deployment.Mode;
import io.helyos.model.deployment.DeploymentStatus;
import io.helyos.model.node.Node;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.PodStatus;
import io.helyos.model.project.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A state as flat fields, and in what two of them differ. Of a deployment these are the fields of
/// its spec and what users decide beside it. What is not there has none.
public final class Fields {
  private final SortedMap<String, String> all = new TreeMap<>();

  private Fields() {}

  /// All fields of a state of any kind.
  public static SortedMap<String, String> of(Object state) {
    var fields = new Fields();
    switch (state) {
      case Deployment.Active active when active.mode() != Mode.REMOVING -> fields.add(active);
      case Pod pod -> fields.add(pod);
      case Node.Registered node -> fields.add(node);
      case Project.Active project -> fields.put("suspended", project.suspended());
      case Cluster.Founded cluster -> cluster.tokens().values().forEach(fields::add);
      default -> {}
    }
    return fields.all;
  }

  /// The same with how its pods are, which is no part of what users decide.
  static SortedMap<String, String> withStatus(Object state) {
    var fields = of(state);
    if (!fields.isEmpty() && state instanceof Deployment.Active active) {
      fields.put("status", DeploymentStatus.of(active).word());
      fields.put("ready", Integer.toString(DeploymentStatus.ready(active)));
    }
    return fields;
  }

  public static List<FieldChange> between(
      SortedMap<String, String> before, SortedMap<String, String> after) {
    var names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    var changes = new ArrayList<FieldChange>();
    for (var name : names) {
      var from = before.get(name);
      var to = after.get(name);
      if (!Objects.equals(from, to)) changes.add(new FieldChange(name, from, to));
    }
    return changes;
  }

  private void add(Deployment.Active deployment) {
    TemplateFields.of(deployment.template()).forEach(this::put);
    put("update", UpdateFields.of(deployment.update()));
    put("placement", PlacementFields.of(deployment.everyNode()));
    put("labels", deployment.labels());
    put("revision", deployment.revision());
    put("stopped", deployment.mode() == Mode.STOPPED);
    put("suspended", deployment.suspended());
    put("paused", deployment.rollout().paused());
    deployment.expires().ifPresent(at -> put("expires", at));
    // On each node means as many as match; nobody decides the number.
    if (deployment.everyNode().isEmpty()) put("replicas", deployment.replicas());
  }

  private void add(Pod pod) {
    pod.lived()
        .ifPresent(life -> {
          put("revision", life.assignment().revision());
          put("image", life.assignment().image());
          put("incarnation", life.incarnation());
          put("restarts", life.restarts());
        });
    PodStatus.of(pod).ifPresent(status -> put("status", status.json()));
    PodStatus.trouble(pod).ifPresent(why -> put("reason", why.reason()));
    pod.placed().ifPresent(placement -> put("node", placement.node()));
  }

  private void add(Node.Registered node) {
    var facts = node.facts();
    put("cordoned", node.cordoned());
    put("lost", node.isLost());
    put("labels", node.labels());
    put("address", facts.address());
    put("engine", facts.engineVersion());
    put("cpu", facts.cpuMillis() / 1000.0);
    put("memory", facts.memoryBytes());
    put("maxPods", facts.maxPods());
  }

  private void add(Token token) {
    put("tokens." + token.name(), token.revokedAt().isPresent() ? "revoked" : "valid");
  }

  private void put(String path, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Map<?, ?> map -> map.forEach((key, inner) -> put(path + "." + key, inner));
      case List<?> list -> {
        for (var i = 0; i < list.size(); i++) put(path + "[" + i + "]", list.get(i));
      }
      case Object other -> all.put(path, other.toString());
    }
  }
}
