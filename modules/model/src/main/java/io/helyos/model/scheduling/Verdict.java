package io.helyos.model.scheduling;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// Which node is to be asked, and why not the others.
public sealed interface Verdict {
  /// The reason against each node that was ruled out.
  Map<String, String> against();

  record Chosen(String node, Map<String, Double> scores, Map<String, String> against)
      implements Verdict {
    public Chosen {
      scores = Collections.unmodifiableMap(new TreeMap<>(scores));
      against = Collections.unmodifiableMap(new TreeMap<>(against));
    }
  }

  record NoneFits(Map<String, String> against) implements Verdict {
    public NoneFits {
      against = Collections.unmodifiableMap(new TreeMap<>(against));
    }
  }
}
