package io.helyos.contract.spec.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {
  private static final String SHA256 = "sha256:" + "0a".repeat(32);

  @ParameterizedTest
  @CsvSource({
    "nginx,                         '',                  nginx,        ''",
    "nginx:1.27,                    '',                  nginx,        1.27",
    "library/nginx:_x,              '',                  library/nginx, _x",
    "localhost/a,                   localhost,           a,            ''",
    "localhost:5000/a:b,            localhost:5000,      a,            b",
    "[::1]:5000/a,                  '[::1]:5000',        a,            ''",
    "[2001:db8::1]/a,               '[2001:db8::1]',     a,            ''",
    "10.0.0.1:5000/team/app:1,      10.0.0.1:5000,       team/app,     1",
    "ghcr.io/o/r/i:v1.2.3-rc.1,     ghcr.io,             o/r/i,        v1.2.3-rc.1",
    "HOST/a,                        HOST,                a,            ''",
    "a__b,                          '',                  a__b,         ''",
    "a--b,                          '',                  a--b,         ''",
    "a.b/c,                         a.b,                 c,            ''",
    "a_b/c.d-e,                     '',                  a_b/c.d-e,    ''",
  })
  void a_reference_is_taken_apart(String text, String registry, String path, String tag) {
    assertThat(Refusals.accepted(ImageReference.parse(text)))
        .isEqualTo(new ImageReference(some(registry), path, some(tag), Optional.empty()));
    assertThat(Refusals.accepted(ImageReference.parse(text + "@" + SHA256)))
        .isEqualTo(new ImageReference(some(registry), path, some(tag), Optional.of(SHA256)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "NGINX",
        "nginx:",
        "nginx@",
        "nginx:TAG with space",
        ":tag",
        "a//b",
        "/a",
        "a/",
        "-a",
        "a-",
        "http://x/y",
        "nginx:.x",
        "nginx:-x",
        "a@sha256:short",
        "a@md5:" + "0a0a0a0a",
        "host:99999/a",
        "host:0/a",
        "host:/a",
        "a___b",
        "a..b",
        "a.-b",
        "_a",
        "a/_b",
        "é",
        "a b",
        "[::1/a",
        "[]/a",
        "[::1]5000/a",
        "[nohex]/a",
        "-host.x/a",
        "host-.x/a",
        "host..x/a",
        "[",
        "[/a",
        "localhost/",
        "a:b:c",
        "a@b@c",
        "a\n",
        "nginx:1\n",
        "@",
        ":",
        "/",
        "a/B",
        "a:t/b"
      })
  void what_is_no_reference_is_refused(String text) {
    Refusals.refused(ImageReference::parse, text);
  }

  @ParameterizedTest
  @MethodSource("tooLong")
  void what_is_too_long_or_an_id_is_refused(String text) {
    Refusals.refused(ImageReference::parse, text);
  }

  static Stream<String> tooLong() {
    return Stream.of(
        "a".repeat(256),
        "a:" + "t".repeat(129),
        "0a".repeat(32),
        "a@" + SHA256 + "0",
        "a@sha512:" + "0a".repeat(32),
        "a@" + SHA256.toUpperCase(Locale.ROOT),
        "a.".repeat(60_000) + "/b");
  }

  @Test
  void the_limits_themselves_are_accepted() {
    assertThat(ImageReference.parse("a".repeat(255) + ":" + "t".repeat(128)))
        .isInstanceOf(Parsed.Value.class);
    assertThat(ImageReference.parse("a@sha512:" + "0a".repeat(64)))
        .isInstanceOf(Parsed.Value.class);
    assertThat(ImageReference.parse("0a".repeat(31))).isInstanceOf(Parsed.Value.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "169.254.169.254/x",
        "169.254.169.254:80/x",
        "127.0.0.1:2375/x",
        "host.x:2376/x",
        "metadata.google.internal/x",
        "[fe80::1]/x"
      })
  void no_image_comes_from_a_metadata_service_or_an_engine(String text) {
    var image = Refusals.accepted(ImageReference.parse(text));

    assertThat(RegistryHost.check(image))
        .isInstanceOfSatisfying(
            Parsed.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(Code.NOT_ALLOWED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nginx", "localhost:5000/x", "127.0.0.1:5000/x", "[::1]:5000/x"})
  void images_come_from_any_registry(String text) {
    var image = Refusals.accepted(ImageReference.parse(text));

    assertThat(RegistryHost.check(image)).isEqualTo(Parsed.of(image));
  }

  private static Optional<String> some(String text) {
    return Optional.of(text).filter(t -> !t.isEmpty());
  }
}
