package io.helyos.http.spec;

import io.helyos.contract.spec.text.DurationText;
import io.helyos.model.template.ContainerTemplate;
import io.helyos.model.template.Isolation;
import io.helyos.model.template.PodTemplate;
import io.helyos.model.template.PortSpec;
import io.helyos.model.template.Probe;
import io.helyos.model.template.ProcessSpec;
import io.helyos.model.template.Resources;
import io.helyos.model.template.StopPolicy;
import io.helyos.model.template.VolumeSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A pod template in the field names of the spec, whole. What is empty is left out.
public final class TemplateFields {
  private final Map<String, Object> fields = new LinkedHashMap<>();

  private TemplateFields() {}

  public static Map<String, Object> of(PodTemplate template) {
    var all = new TemplateFields();
    all.container(
        template.image(),
        template.process(),
        template.ports(),
        template.volumes(),
        template.resources());
    all.put("network", Map.of("mode", word(template.network())));
    all.checks(template.health(), template.readiness());
    all.put("restart", word(template.restart()));
    all.put(
        "backoff",
        pair(
            "initial", DurationText.show(template.backoff().initial()),
            "max", DurationText.show(template.backoff().max())));
    all.put("stop", stop(template.stop()));
    all.put("pull", word(template.pull()));
    all.isolation(template.isolation());
    template
        .companions()
        .ifPresent(others -> {
          all.put("containers", others.beside().stream().map(TemplateFields::of).toList());
          all.put("initContainers", others.init().stream().map(TemplateFields::of).toList());
        });
    return all.fields;
  }

  private static Map<String, Object> of(ContainerTemplate template) {
    var all = new TemplateFields();
    all.put("name", template.name());
    all.container(
        template.image(),
        template.process(),
        template.ports(),
        template.volumes(),
        template.resources());
    all.checks(template.health(), template.readiness());
    all.put("pull", word(template.pull()));
    all.isolation(template.isolation());
    return all.fields;
  }

  private void container(
      String image,
      ProcessSpec process,
      List<PortSpec> ports,
      List<VolumeSpec> volumes,
      Resources resources) {
    put("image", image);
    process(process);
    put("ports", ports.stream().map(TemplateFields::port).toList());
    put("volumes", volumes.stream().map(TemplateFields::volume).toList());
    put("resources", resources(resources));
  }

  private void checks(Optional<Probe> health, Optional<Probe> readiness) {
    health.map(Probes::fields).ifPresent(it -> put("healthcheck", it));
    readiness.map(Probes::fields).ifPresent(it -> put("readiness", it));
  }

  private static Map<String, Object> stop(StopPolicy stop) {
    var all = new TemplateFields();
    all.put("grace", DurationText.show(stop.grace()));
    all.put("signal", stop.signal());
    stop.leave().ifPresent(leave -> all.put("drain", DurationText.show(leave.drain())));
    all.put("preStop", stop.preStop());
    return all.fields;
  }

  private void process(ProcessSpec process) {
    put("command", process.command());
    put("args", process.args());
    put("env", process.env());
    put("user", process.user().orElse(""));
    put("workdir", process.workdir().orElse(""));
    put("hostname", process.hostname().orElse(""));
    fields.put("init", process.init());
  }

  private void isolation(Isolation isolation) {
    var capabilities = new TemplateFields();
    capabilities.put("add", isolation.addCapabilities());
    capabilities.put("drop", isolation.dropCapabilities());
    put("capabilities", capabilities.fields);
    put("securityOpt", isolation.securityOptions());
    if (isolation.readonlyRootfs()) fields.put("readonlyRootfs", true);
  }

  private static Map<String, Object> port(PortSpec port) {
    var all = new TemplateFields();
    all.put("name", port.name());
    all.fields.put("container", port.container());
    if (port.isFixed()) all.fields.put("host", port.host());
    all.put("ip", port.ip());
    all.put("protocol", word(port.protocol()));
    return all.fields;
  }

  private static Map<String, Object> volume(VolumeSpec volume) {
    return switch (volume) {
      case VolumeSpec.Named(var name, var mount) -> pair("name", name, "mount", mount);
      case VolumeSpec.Bind(var path, var mount, var readonly) -> {
        var all = pair("path", path, "mount", mount);
        all.put("readonly", readonly);
        yield all;
      }
      case VolumeSpec.Tmpfs(var bytes, var mount) ->
          pair("tmpfs", Sizes.text(bytes), "mount", mount);
    };
  }

  /// In this order in every answer; a plain map would be shuffled anew by each start of the JVM.
  private static Map<String, Object> pair(String first, Object one, String second, Object other) {
    var all = new LinkedHashMap<String, Object>();
    all.put(first, one);
    all.put(second, other);
    return all;
  }

  private static Map<String, Object> resources(Resources resources) {
    var all = new TemplateFields();
    if (resources.memoryBytes() > 0) all.put("memory", Sizes.text(resources.memoryBytes()));
    if (resources.cpuMillis() > 0) all.fields.put("cpu", resources.cpuMillis() / 1000.0);
    return all.fields;
  }

  private void put(String name, String text) {
    if (!text.isEmpty()) fields.put(name, text);
  }

  private void put(String name, List<?> list) {
    if (!list.isEmpty()) fields.put(name, list);
  }

  private void put(String name, Map<String, ?> map) {
    if (!map.isEmpty()) fields.put(name, map);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
