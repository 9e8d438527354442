package io.helyos.http.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenCertificateTest {
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

  @TempDir Path home;

  private GivenCertificate given(Instant now) {
    return new GivenCertificate(
        home.resolve("cert.pem"), home.resolve("key.pem"), InstantSource.fixed(now));
  }

  private void write(Identity identity, Instant at) throws IOException {
    Files.writeString(home.resolve("cert.pem"), Pem.of(identity.chain()));
    Files.writeString(home.resolve("key.pem"), Pem.of(identity.key()));
    Files.setLastModifiedTime(home.resolve("cert.pem"), FileTime.from(at));
    Files.setLastModifiedTime(home.resolve("key.pem"), FileTime.from(at));
  }

  private static Identity issued(String name) {
    return Authority.make(NOW).issue(Set.of(name), NOW);
  }

  @Test
  void a_certificate_of_the_operator_is_taken_and_its_authority_not_shown() throws IOException {
    write(issued("helyos.example"), NOW);
    assertThat(given(NOW).names()).containsExactly("helyos.example");
    assertThat(given(NOW).authority()).isEmpty();
  }

  @Test
  void files_that_change_are_read_again_and_bad_ones_are_not_used() throws IOException {
    write(issued("one.example"), NOW);
    var given = given(NOW);
    var first = given.context();
    assertThat(given.context()).isSameAs(first);
    write(issued("two.example"), NOW.plusSeconds(60));
    assertThat(given.context()).isNotSameAs(first);
    assertThat(given.names()).containsExactly("two.example");
    Files.writeString(home.resolve("key.pem"), "nothing");
    var second = given.context();
    assertThat(given.names()).containsExactly("two.example");
    assertThat(given.context()).isSameAs(second);
  }

  @Test
  void the_key_of_another_certificate_is_refused() throws IOException {
    write(issued("one.example"), NOW);
    Files.writeString(home.resolve("key.pem"), Pem.of(issued("other.example").key()));
    assertThatThrownBy(() -> given(NOW))
        .isInstanceOf(BadCertificate.class)
        .hasMessageContaining("found another");
  }

  @Test
  void a_certificate_that_has_ended_is_refused() throws IOException {
    write(issued("one.example"), NOW);
    assertThatThrownBy(() -> given(NOW.plus(Duration.ofDays(400))))
        .isInstanceOf(BadCertificate.class)
        .hasMessageContaining("Renew it");
  }

  @Test
  void files_without_what_they_should_hold_are_refused_by_name() throws IOException {
    write(issued("one.example"), NOW);
    Files.writeString(home.resolve("key.pem"), "");
    assertThatThrownBy(() -> given(NOW)).hasMessageContaining("key.pem, found none");
    Files.writeString(home.resolve("cert.pem"), "");
    write(issued("one.example"), NOW);
    Files.writeString(home.resolve("cert.pem"), "");
    assertThatThrownBy(() -> given(NOW)).hasMessageContaining("cert.pem, found none");
    Files.delete(home.resolve("cert.pem"));
    assertThatThrownBy(() -> given(NOW)).hasMessageContaining("cannot be read");
  }
}
