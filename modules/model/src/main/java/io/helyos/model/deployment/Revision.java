package io.helyos.model.deployment;

import io.helyos.model.template.PodTemplate;
import java.time.Instant;

/// An immutable copy of a deployment's template, and the image that its pods turned out to run.
///
/// @param madeAt the epoch when an older build has written it
/// @param digest that the engine reported of its image, empty until a pod ran; pods made after that
///   run it too, wherever the tag points by now
/// @param pinned whether what follows from it by a restart keeps that digest
public record Revision(PodTemplate template, Instant madeAt, String digest, boolean pinned) {
  static Revision of(PodTemplate template, Instant madeAt) {
    return new Revision(template, madeAt, "", false);
  }

  /// The first pod that ran says which image the tag meant.
  Revision ran(String seen) {
    return digest.isEmpty() && !seen.isEmpty()
        ? new Revision(template, madeAt, seen, pinned)
        : this;
  }

  /// The same once more: of what was pinned, with the same image.
  Revision again(Instant at) {
    return new Revision(template, at, pinned ? digest : "", pinned);
  }

  /// Whoever returns to a revision returns to its image too.
  Revision pin() {
    return new Revision(template, madeAt, digest, true);
  }

  /// The template as an agent is to run it: one revision is one image.
  public PodTemplate toRun() {
    return template.withImage(image());
  }

  /// The image with the digest that it had. An image that no registry knows has an id instead, and
  /// is found by its name only.
  public String image() {
    var image = template.image();
    var known = digest.startsWith("sha256:") ? "" : digest;
    var at = known.indexOf('@');
    return at < 0 || image.contains("@") ? image : image + known.substring(at);
  }
}
