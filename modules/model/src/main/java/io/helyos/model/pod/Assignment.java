package io.helyos.model.pod;

import io.helyos.model.PodId;
import io.helyos.model.template.Backoff;
import io.helyos.model.template.RestartPolicy;
import io.helyos.model.template.StopPolicy;

/// What a deployment wants a slot to run. The template itself stays in the deployment's revision;
/// only what the pod decides with is copied.
///
/// @param checked whether its container has a liveness check
/// @param gated whether its container has a readiness check of its own
public record Assignment(
    PodId pod,
    int revision,
    String image,
    Needs needs,
    RestartPolicy restart,
    Backoff backoff,
    StopPolicy stop,
    boolean checked,
    boolean gated) {}
