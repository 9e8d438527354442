package io.helyos.http.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnCertificatesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");

  @TempDir Path home;
  private Instant now = NOW;

  private OwnCertificates own(Set<String> names) {
    return OwnCertificates.in(home.resolve("tls"), names, (InstantSource) () -> now);
  }

  private String fingerprint(Set<String> names) {
    return own(names).authority().orElseThrow().fingerprint();
  }

  private String text(String file) throws IOException {
    return Files.readString(home.resolve("tls").resolve(file));
  }

  private Identity kept() throws IOException {
    var text = text("server.pem");
    return new Identity(Pem.key(text, "server.pem"), Pem.certificates(text, "server.pem"));
  }

  @Test
  void the_first_start_makes_an_authority_and_a_certificate_by_it() throws IOException {
    var made = own(NAMES);
    var authority = Pem.certificates(text("ca.pem"), "ca.pem").getFirst();
    assertThat(authority.getBasicConstraints()).isZero();
    assertThat(made.authority().orElseThrow().pem()).isEqualTo(text("ca.pem"));
    assertThat(kept().names()).isEqualTo(NAMES);
    assertThat(kept().certificate().getBasicConstraints()).isEqualTo(-1);
    assertThat(kept().isPair()).isTrue();
    assertThat(made.authority().orElseThrow().hasIssued(kept().certificate())).isTrue();
    assertThat(made.context().createSSLEngine()).isNotNull();
  }

  @Test
  void nobody_else_can_read_the_keys() throws IOException {
    own(NAMES);
    for (var file : new String[] {"ca.key", "server.pem"}) {
      var permissions = Files.getPosixFilePermissions(home.resolve("tls").resolve(file));
      assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
    }
    var directory = Files.getPosixFilePermissions(home.resolve("tls"));
    assertThat(PosixFilePermissions.toString(directory)).isEqualTo("rwx------");
  }

  @Test
  void a_later_start_keeps_both() throws IOException {
    var before = fingerprint(NAMES);
    var certificate = text("server.pem");
    now = NOW.plus(Duration.ofDays(100));
    assertThat(fingerprint(NAMES)).isEqualTo(before);
    assertThat(text("server.pem")).isEqualTo(certificate);
  }

  @Test
  void another_address_needs_another_certificate_of_the_same_authority() throws IOException {
    var before = fingerprint(NAMES);
    assertThat(fingerprint(Set.of("10.0.0.7"))).isEqualTo(before);
    assertThat(kept().names()).containsExactly("10.0.0.7");
  }

  @Test
  void a_certificate_is_renewed_before_its_end_while_the_daemon_runs() throws IOException {
    var running = own(NAMES);
    var first = running.context();
    var certificate = text("server.pem");
    now = NOW.plus(Duration.ofDays(300));
    assertThat(running.context()).isSameAs(first);
    now = NOW.plus(Duration.ofDays(350));
    assertThat(running.context()).isNotSameAs(first);
    assertThat(text("server.pem")).isNotEqualTo(certificate);
    assertThat(kept().ends()).isAfter(NOW.plus(Duration.ofDays(700)));
  }

  @Test
  void a_certificate_that_was_damaged_is_made_anew() throws IOException {
    var before = fingerprint(NAMES);
    Files.writeString(home.resolve("tls/server.pem"), "nothing");
    assertThat(fingerprint(NAMES)).isEqualTo(before);
    assertThat(kept().isPair()).isTrue();
  }

  @Test
  void an_authority_without_its_key_is_not_replaced_silently() throws IOException {
    own(NAMES);
    Files.delete(home.resolve("tls/ca.key"));
    assertThatThrownBy(() -> own(NAMES))
        .isInstanceOf(BadCertificate.class)
        .hasMessageContaining("ca.key");
  }

  @Test
  void two_authorities_have_different_names() {
    assertThat(Authority.make(NOW).certificate().getSubjectX500Principal())
        .isNotEqualTo(Authority.make(NOW).certificate().getSubjectX500Principal());
  }
}
