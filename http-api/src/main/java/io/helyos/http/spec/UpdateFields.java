package io.helyos.http.spec;

import io.helyos.contract.spec.text.DurationText;
import io.helyos.model.deployment.UpdatePolicy;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// How a rollout moves the pods, in the field names of the spec.
public final class UpdateFields {
  private UpdateFields() {}

  public static Map<String, Object> of(UpdatePolicy policy) {
    var all = new LinkedHashMap<String, Object>();
    all.put("strategy", policy.strategy().name().toLowerCase(Locale.ROOT));
    all.put("maxSurge", policy.maxSurge());
    all.put("maxUnavailable", policy.maxUnavailable());
    all.put("minReady", DurationText.show(policy.minReady()));
    all.put("progressDeadline", DurationText.show(policy.progressDeadline()));
    all.put("onFailure", policy.onFailure().name().toLowerCase(Locale.ROOT));
    all.put("failureThreshold", policy.failureThreshold());
    return all;
  }
}
