package io.helyos.model.template;

import io.helyos.model.Merge;

/// A template without one earlier change of it. Fields are named as in a spec.
public final class TemplateMerge {
  private TemplateMerge() {}

  public static PodTemplate of(Merge<PodTemplate> change) {
    return new PodTemplate(
        change.field("image", PodTemplate::image),
        change.part("", PodTemplate::process, TemplateMerge::process),
        change.field("ports", PodTemplate::ports),
        change.field("volumes", PodTemplate::volumes),
        change.field("network", PodTemplate::network),
        change.part("resources", PodTemplate::resources, TemplateMerge::resources),
        change.field("restart", PodTemplate::restart),
        change.field("backoff", PodTemplate::backoff),
        change.field("stop", PodTemplate::stop),
        change.field("pull", PodTemplate::pull),
        change.part("", PodTemplate::isolation, TemplateMerge::isolation),
        change.field("healthcheck", PodTemplate::health),
        change.field("readiness", PodTemplate::readiness),
        change.field("containers", PodTemplate::companions));
  }

  private static ProcessSpec process(Merge<ProcessSpec> change) {
    return new ProcessSpec(
        change.field("command", ProcessSpec::command),
        change.field("args", ProcessSpec::args),
        change.entries("env", ProcessSpec::env),
        change.field("user", ProcessSpec::user),
        change.field("workdir", ProcessSpec::workdir),
        change.field("hostname", ProcessSpec::hostname),
        change.field("init", ProcessSpec::init));
  }

  private static Resources resources(Merge<Resources> change) {
    return new Resources(
        change.field("memory", Resources::memoryBytes), change.field("cpu", Resources::cpuMillis));
  }

  private static Isolation isolation(Merge<Isolation> change) {
    return new Isolation(
        change.field("capabilities.add", Isolation::addCapabilities),
        change.field("capabilities.drop", Isolation::dropCapabilities),
        change.field("securityOpt", Isolation::securityOptions),
        change.field("readonlyRootfs", Isolation::readonlyRootfs));
  }
}
