package io.helyos.http.compare;

import io.helyos.contract.resource.DiffResource.Item;
import io.helyos.http.naming.Names;
import io.helyos.model.deployment.Deployment.Mode;
import io.helyos.model.pod.Pod;
import io.helyos.model.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What exists in a view, by kind and name, and in what two views differ.
final class Things {
  private static final List<String> KINDS = List.of("project", "deployment", "pod", "node");

  private final Optional<String> project;
  private final Map<String, Map<String, Object>> states = new TreeMap<>();

  private Things(View view, Optional<String> project) {
    this.project = project;
    KINDS.forEach(kind -> states.put(kind, new TreeMap<>()));
    Names.projects(view)
        .forEach(it -> add("project", it.state().name(), it.state().name(), it.state()));
    Names.deployments(view)
        .filter(it -> it.state().mode() != Mode.REMOVING)
        .forEach(it -> {
          var id = it.state().id();
          add("deployment", id.project(), id.toString(), it.state());
        });
    Names.pods(view).forEach(it -> addPod(it.state()));
    // Nodes belong to no project.
    if (project.isEmpty()) {
      Names.nodes(view).forEach(it -> add("node", "", it.state().name(), it.state()));
    }
  }

  private void addPod(Pod pod) {
    var id = pod.lived().orElseThrow().assignment().pod();
    add("pod", id.project(), id.podName(), pod);
  }

  private void add(String kind, String owner, String name, Object state) {
    if (project.isPresent() && !project.get().equals(owner)) return;
    of(kind).put(name, state);
  }

  private Map<String, Object> of(String kind) {
    return states.computeIfAbsent(kind, _ -> new TreeMap<>());
  }

  /// @param project only of this one, when there is one
  static List<Item> between(View before, View after, Optional<String> project) {
    var old = new Things(before, project);
    var now = new Things(after, project);
    var items = new ArrayList<Item>();
    for (var kind : KINDS) {
      var names = new TreeSet<>(old.of(kind).keySet());
      names.addAll(now.of(kind).keySet());
      for (var name : names) {
        item(kind, name, old.of(kind).get(name), now.of(kind).get(name)).ifPresent(items::add);
      }
    }
    return items;
  }

  private static Optional<Item> item(
      String kind, String name, @Nullable Object was, @Nullable Object is) {
    var from = was == null ? new TreeMap<String, String>() : Fields.withStatus(was);
    var to = is == null ? new TreeMap<String, String>() : Fields.withStatus(is);
    var fields = Fields.between(from, to);
    if (was == null) return Optional.of(new Item(kind, name, "added", fields));
    if (is == null) return Optional.of(new Item(kind, name, "removed", fields));
    return fields.isEmpty()
        ? Optional.empty()
        : Optional.of(new Item(kind, name, "changed", fields));
  }
}
