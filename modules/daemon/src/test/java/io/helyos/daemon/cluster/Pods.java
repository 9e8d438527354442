package io.helyos.daemon.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.helyos.daemon.harness.Api;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/// The pods of a project, as one answer of one daemon shows them.
record Pods(List<JsonNode> all) {
  static Pods of(Api api, String project) {
    return of(api, project, "");
  }

  /// As they stand after a write.
  static Pods of(Api api, String project, String mark) {
    var body = api.get("/api/v1/pods?project=" + project, mark).ok().body();
    return new Pods(StreamSupport.stream(body.spliterator(), false).toList());
  }

  boolean allRun(int count) {
    return all.size() == count
        && all.stream().allMatch(pod -> pod.get("status").asText().equals("running"));
  }

  /// How many there are on each node.
  Map<String, Integer> byNode() {
    var count = new TreeMap<String, Integer>();
    all.forEach(pod -> count.merge(pod.path("node").asText(), 1, Integer::sum));
    return count;
  }
}
