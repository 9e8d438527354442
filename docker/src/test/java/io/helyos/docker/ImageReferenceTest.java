package io.helyos.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageReferenceTest {
  @ParameterizedTest
  @CsvSource({
    "nginx, docker.io, nginx, latest",
    "nginx:1.2, docker.io, nginx, 1.2",
    "library/nginx, docker.io, library/nginx, latest",
    "docker.io/library/nginx:1, docker.io, docker.io/library/nginx, 1",
    "index.docker.io/x/y, docker.io, index.docker.io/x/y, latest",
    "quay.io/a/b/c:v1, quay.io, quay.io/a/b/c, v1",
    "localhost/a, localhost, localhost/a, latest",
    "localhost:5000/a, localhost:5000, localhost:5000/a, latest",
    "h:5000/a:t, h:5000, h:5000/a, t",
    "h:5000/a@sha256:ab, h:5000, h:5000/a, sha256:ab",
    "h:5000/a:t@sha256:ab, h:5000, h:5000/a, sha256:ab"
  })
  void a_name_has_parts(String image, String registry, String repository, String version) {
    assertThat(ImageReference.of(image))
        .isEqualTo(new ImageReference(registry, repository, version));
  }

  @Test
  void short_and_long_names_of_docker_hub_are_the_same_repository() {
    var nginx = ImageReference.of("nginx:1");
    assertThat(ImageReference.of("docker.io/library/nginx@sha256:ab").isSameRepository(nginx))
        .isTrue();
    assertThat(ImageReference.of("quay.io/library/nginx").isSameRepository(nginx)).isFalse();
    assertThat(ImageReference.of("me/nginx").isSameRepository(nginx)).isFalse();
  }
}
