package io.helyos.model.usage;

import io.helyos.model.DeploymentId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Where what was found is written down: by version, and of each deployment how many pods were
/// there.
final class Books {
  private final Period period;
  private final Map<Version, Usage> usages = new HashMap<>();
  private final Map<Version, String> images = new HashMap<>();
  private final Map<DeploymentId, Presence> presences = new HashMap<>();

  Books(Period period) {
    this.period = period;
  }

  void add(Version version, Usage more) {
    usages.merge(version, more, Usage::plus);
  }

  /// The image as it was asked for, until a container of it has run.
  void named(Version version, String image) {
    images.putIfAbsent(version, image);
  }

  /// The image that it turned out to be. One revision is one image.
  void ran(Version version, String digest) {
    if (!digest.isEmpty()) images.put(version, digest);
  }

  Presence presence(DeploymentId id) {
    return presences.computeIfAbsent(id, _ -> new Presence(period));
  }

  /// For an image the pods count that were to run it, as nobody says how many it should be.
  Map<String, Usage> byImage(Predicate<String> project) {
    var some = new HashMap<>(usages);
    some.keySet().removeIf(version -> !project.test(version.deployment().project()));
    return by(some, version -> images.getOrDefault(version, ""));
  }

  Map<DeploymentId, Usage> byDeployment() {
    var sums = by(usages, Version::deployment);
    presences.keySet().forEach(id -> sums.putIfAbsent(id, Usage.NONE));
    sums.replaceAll((id, sum) -> presence(id).addedTo(sum));
    return sums;
  }

  Map<String, Usage> byProject() {
    return by(byDeployment(), DeploymentId::project);
  }

  private static <K, G> Map<G, Usage> by(Map<K, Usage> parts, Function<K, G> group) {
    return parts.entrySet().stream()
        .collect(
            Collectors.toMap(
                it -> group.apply(it.getKey()), Map.Entry::getValue, Usage::plus, HashMap::new));
  }
}
