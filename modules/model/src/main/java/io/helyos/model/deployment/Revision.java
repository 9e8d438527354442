package io.helyos.model.deployment;

import io.helyos.model.pod.PodReport;
import io.helyos.model.template.Companions;
import io.helyos.model.template.PodTemplate;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// An immutable copy of a deployment's template, and the images that its pods turned out to run.
///
/// @param madeAt the epoch when an older build has written it
/// @param digest that the engine reported of its image, empty until a pod ran; pods made after that
///   run it too, wherever the tag points by now
/// @param pinned whether what follows from it by a restart keeps its digests
/// @param companions the digests of its further containers by name, those of init containers among
///   them; empty until a pod ran, and for a pod of one container
public record Revision(
    PodTemplate template,
    Instant madeAt,
    String digest,
    boolean pinned,
    Optional<Map<String, String>> companions) {
  public Revision {
    companions = companions.map(all -> Collections.unmodifiableMap(new TreeMap<>(all)));
  }

  static Revision of(PodTemplate template, Instant madeAt) {
    return new Revision(template, madeAt, "", false, Optional.empty());
  }

  /// The first pod that ran says which images the tags meant.
  Revision ran(PodReport report) {
    var own = digest.isEmpty() ? report.digest() : digest;
    return new Revision(template, madeAt, own, pinned, seen(report));
  }

  private Optional<Map<String, String>> seen(PodReport report) {
    if (report.digests().isEmpty()) return companions;
    var all = new TreeMap<>(report.digests().get());
    companions.ifPresent(all::putAll);
    return Optional.of(all);
  }

  /// The same once more: of what was pinned, with the same images.
  Revision again(Instant at) {
    return pinned ? new Revision(template, at, digest, true, companions) : of(template, at);
  }

  /// Whoever returns to a revision returns to its images too.
  Revision pin() {
    return new Revision(template, madeAt, digest, true, companions);
  }

  /// The template as an agent is to run it: one revision is one image for each of its containers.
  public PodTemplate toRun() {
    return template.withImage(image()).withCompanions(template.companions().map(this::pinned));
  }

  private Companions pinned(Companions others) {
    var known = companions.orElse(Map.of());
    return others.changed(c -> c.withImage(pinned(c.image(), known.getOrDefault(c.name(), ""))));
  }

  /// The image with the digest that it had.
  public String image() {
    return pinned(template.image(), digest);
  }

  /// An image that no registry knows has an id instead, and is found by its name only.
  private static String pinned(String image, String digest) {
    var known = digest.startsWith("sha256:") ? "" : digest;
    var at = known.indexOf('@');
    return at < 0 || image.contains("@") ? image : image + known.substring(at);
  }
}
