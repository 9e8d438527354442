package io.helyos.model.port;

import io.helyos.model.template.PortSpec.Protocol;
import io.helyos.model.template.ProcessSpec;
import io.helyos.model.template.PublishedPort;
import io.helyos.model.template.Resources;
import io.helyos.model.template.StopPolicy;
import io.helyos.model.template.VolumeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A container specification in the making, with defaults fit for a test.
public final class SpecDraft {
  private String name;
  private String image;
  private ProcessSpec process;
  private String network = "none";
  private Resources resources = Resources.UNLIMITED;
  private StopPolicy stop = StopPolicy.DEFAULT;
  private boolean readonlyRootfs;
  private final Map<String, String> labels;
  private final List<PublishedPort> ports = new ArrayList<>();
  private final List<VolumeSpec> volumes = new ArrayList<>();
  private final List<String> capabilities = new ArrayList<>();

  public SpecDraft(String name, String image, ProcessSpec process, Map<String, String> labels) {
    this.name = name;
    this.image = image;
    this.process = process;
    this.labels = new TreeMap<>(labels);
  }

  public SpecDraft name(String value) {
    name = value;
    return this;
  }

  public SpecDraft image(String value) {
    image = value;
    return this;
  }

  public SpecDraft process(ProcessSpec value) {
    process = value;
    return this;
  }

  public SpecDraft network(String value) {
    network = value;
    return this;
  }

  public SpecDraft label(String key, String value) {
    labels.put(key, value);
    return this;
  }

  public SpecDraft publish(int host, int container) {
    ports.add(new PublishedPort(container, host, "", Protocol.TCP));
    return this;
  }

  public SpecDraft volume(VolumeSpec value) {
    volumes.add(value);
    return this;
  }

  public SpecDraft capability(String value) {
    capabilities.add(value);
    return this;
  }

  public SpecDraft memory(long bytes) {
    resources = new Resources(bytes, 0);
    return this;
  }

  public SpecDraft stop(StopPolicy value) {
    stop = value;
    return this;
  }

  public SpecDraft readonlyRootfs() {
    readonlyRootfs = true;
    return this;
  }

  public ContainerSpec done() {
    return new ContainerSpec(
        name,
        image,
        labels,
        process,
        volumes,
        network,
        ports,
        resources,
        stop,
        capabilities,
        List.of(),
        List.of(),
        readonlyRootfs,
        256,
        10_000_000,
        2);
  }
}
