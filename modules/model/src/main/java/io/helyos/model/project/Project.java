package io.helyos.model.project;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// A project as its events have left it.
public sealed interface Project {
  record Absent() implements Project {}

  /// A project that exists.
  ///
  /// @param deployments by name, as they have made themselves known
  record Active(String name, boolean suspended, Set<String> deployments) implements Project {
    public Active {
      deployments = Collections.unmodifiableSet(new TreeSet<>(deployments));
    }

    Active with(String deployment) {
      var more = new TreeSet<>(deployments);
      more.add(deployment);
      return new Active(name, suspended, more);
    }

    Active without(String deployment) {
      var fewer = new TreeSet<>(deployments);
      fewer.remove(deployment);
      return new Active(name, suspended, fewer);
    }
  }
}
