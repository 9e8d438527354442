package io.helyos.http.spec;

import io.helyos.contract.resource.SpecResource;
import io.helyos.contract.resource.VolumeResource;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.template.PodTemplate;
import io.helyos.model.template.PortSpec;
import io.helyos.model.template.Resources;
import io.helyos.model.template.VolumeSpec;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A deployment in the shape that existing clients decode.
public final class SpecShape {
  private SpecShape() {}

  public static SpecResource of(Deployment.Active deployment) {
    var template = deployment.template();
    return new SpecResource(
        deployment.id().project(),
        new SpecResource.Name(deployment.id().name()),
        deployment.replicas(),
        template.image(),
        template.ports().stream().map(PortSpec::container).distinct().toList(),
        template.process().env(),
        volumes(template),
        List.of(),
        null,
        Probes.shape(template.health()),
        template.restart().name().toLowerCase(Locale.ROOT),
        limits(template.resources()));
  }

  private static List<VolumeResource> volumes(PodTemplate template) {
    return template.volumes().stream()
        .flatMap(volume ->
            switch (volume) {
              case VolumeSpec.Named(var name, var mount) ->
                  Stream.of(VolumeResource.named(name, mount));
              case VolumeSpec.Bind(var path, var mount, var readonly) ->
                  Stream.of(VolumeResource.bind(path, mount, readonly));
              case VolumeSpec.Tmpfs _ -> Stream.<VolumeResource>empty();
            })
        .toList();
  }

  /// The old shape has both limits or none.
  private static SpecResource.@Nullable Limits limits(Resources resources) {
    if (resources.memoryBytes() == 0 || resources.cpuMillis() == 0) return null;
    return new SpecResource.Limits(
        Sizes.text(resources.memoryBytes()), resources.cpuMillis() / 1000.0);
  }
}
