package io.helyos.daemon.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// An authority and what it signs, made by the JDK's own tool.
final class Certificates {
  private static final String PASSWORD = "for-tests";

  private final Path folder;

  Certificates(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
      keytool("ca", "-ext", "bc:c=ca:true", "-ext", "ku:c=keyCertSign,cRLSign");
      write("ca.pem", "CERTIFICATE", store().getCertificate("ca").getEncoded());
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Signs a key of its own for a daemon at this address, such as `ip:127.0.0.1`.
  Certificates sign(String name, String address) {
    try {
      keytool(name, "-signer", "ca", "-ext", "san=" + address);
      write(name + ".pem", "CERTIFICATE", store().getCertificate(name).getEncoded());
      var key = store().getKey(name, PASSWORD.toCharArray());
      write(name + ".key", "PRIVATE KEY", key.getEncoded());
      return this;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  Path authority() {
    return folder.resolve("ca.pem");
  }

  Path certificate(String name) {
    return folder.resolve(name + ".pem");
  }

  Path key(String name) {
    return folder.resolve(name + ".key");
  }

  private void keytool(String alias, String... more) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-keyalg", "RSA", "-keysize", "2048", "-validity", "2"));
    command.addAll(List.of("-alias", alias, "-dname", "CN=" + alias, "-storepass", PASSWORD));
    command.addAll(List.of("-keystore", folder.resolve("store.p12").toString()));
    command.addAll(List.of(more));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.onExit().join().exitValue() != 0) throw new IOException(said);
  }

  private KeyStore store() throws IOException, GeneralSecurityException {
    return KeyStore.getInstance(folder.resolve("store.p12").toFile(), PASSWORD.toCharArray());
  }

  private void write(String name, String kind, byte[] bytes) {
    var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    try {
      var file = folder.resolve(name);
      Files.writeString(
          file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, text, kind));
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
