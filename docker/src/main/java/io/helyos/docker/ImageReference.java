package io.helyos.docker;

/// The parts of an image's name, `registry:port/path:tag@digest`.
///
/// @param registry host and port, `docker.io` when the name has none
/// @param repository the name without tag and digest, as the user wrote it
/// @param version tag or digest; the digest when there are both, as it says more
record ImageReference(String registry, String repository, String version) {
  private static final String DOCKER_HUB = "docker.io";

  static ImageReference of(String image) {
    var at = image.indexOf('@');
    var named = at < 0 ? image : image.substring(0, at);
    // A colon before the last slash belongs to the registry's port.
    var colon = named.indexOf(':', named.lastIndexOf('/') + 1);
    var repository = colon < 0 ? named : named.substring(0, colon);
    var tag = colon < 0 ? "latest" : named.substring(colon + 1);
    return new ImageReference(
        registry(repository), repository, at < 0 ? tag : image.substring(at + 1));
  }

  private static String registry(String repository) {
    var slash = repository.indexOf('/');
    var first = slash < 0 ? "" : repository.substring(0, slash);
    var isHost = first.contains(".") || first.contains(":") || first.equals("localhost");
    return isHost && !first.equals("index.docker.io") ? first : DOCKER_HUB;
  }

  /// Docker Hub's images have short names and long ones: `nginx`, `docker.io/library/nginx`.
  boolean isSameRepository(ImageReference other) {
    return registry.equals(other.registry) && path().equals(other.path());
  }

  private String path() {
    var path = repository.replaceFirst("^(index\\.)?docker\\.io/", "");
    return isOnDockerHub() ? path.replaceFirst("^library/", "") : path;
  }

  boolean isOnDockerHub() {
    return registry.equals(DOCKER_HUB);
  }
}
