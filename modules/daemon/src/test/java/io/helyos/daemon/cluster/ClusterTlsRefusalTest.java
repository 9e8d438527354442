package io.helyos.daemon.cluster;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helyos.daemon.ClusterTls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that cannot work are refused at the start, with what to do.
class ClusterTlsRefusalTest {
  @TempDir Path folder;

  @Test
  void a_certificate_of_another_authority_and_a_key_that_others_can_read_are_refused()
      throws IOException {
    var ours = new Certificates(folder.resolve("ours")).sign("a", "ip:127.0.0.1");
    var theirs = new Certificates(folder.resolve("theirs"));
    var authority = ours.authority();
    var certificate = ours.certificate("a");
    var key = ours.key("a");
    assertThatCode(() -> new ClusterTls(authority, certificate, key)).doesNotThrowAnyException();

    assertThatThrownBy(() -> new ClusterTls(theirs.authority(), certificate, key))
        .hasMessageContaining("signed by " + theirs.authority());
    assertThatThrownBy(() -> new ClusterTls(key, certificate, key))
        .hasMessageContaining("--cluster-ca");

    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> new ClusterTls(authority, certificate, key))
        .hasMessageContaining("chmod 600 " + key);
  }
}
