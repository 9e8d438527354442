package io.helyos.client.config;

import io.helyos.client.failure.BadConfig;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.function.UnaryOperator;

/// `~/.helyos/config.toml`, or where `HELYOS_CONFIG` says.
public final class ConfigFile {
  /// A file lock holds between processes; within one, it takes this.
  private static final Object TURN = new Object();

  private final Path path;

  public ConfigFile(Path path) {
    this.path = path;
  }

  /// The file that these environment variables and this home mean.
  public static ConfigFile of(Map<String, String> environment, Path home) {
    var named = environment.getOrDefault("HELYOS_CONFIG", "");
    return new ConfigFile(
        named.isEmpty() ? home.resolve(".helyos").resolve("config.toml") : Path.of(named));
  }

  public Path path() {
    return path;
  }

  /// Where other small state of the same person belongs.
  public Path sibling(String name) {
    var parent = path.toAbsolutePath().getParent();
    return parent == null ? Path.of(name) : parent.resolve(name);
  }

  /// What the file says; empty when there is none.
  public Config load() {
    try {
      return ConfigText.read(Files.readString(path), path.toString());
    } catch (NoSuchFileException e) {
      return Config.EMPTY;
    } catch (IOException e) {
      throw new BadConfig("Expected to read " + path + ", found: " + reason(e) + ".", e);
    }
  }

  /// Changes the file as a whole; others who change it at the same time wait their turn.
  public Config update(UnaryOperator<Config> change) {
    synchronized (TURN) {
      return updateInTurn(change);
    }
  }

  private Config updateInTurn(UnaryOperator<Config> change) {
    try {
      PrivateFiles.directory(path);
      var lock = sibling(path.getFileName() + ".lock");
      try (var channel =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var held = channel.lock()) {
        var after = change.apply(load());
        if (held.isValid() && Files.exists(path)) {
          PrivateFiles.write(sibling(path.getFileName() + ".bak"), Files.readAllBytes(path));
        }
        PrivateFiles.write(path, ConfigText.write(after));
        return after;
      }
    } catch (IOException e) {
      throw new BadConfig("Expected to write " + path + ", found: " + reason(e) + ".", e);
    }
  }

  /// Whether others on this machine can read the tokens in it.
  public boolean isExposed() {
    try {
      var permissions = Files.getPosixFilePermissions(path);
      return permissions.contains(PosixFilePermission.GROUP_READ)
          || permissions.contains(PosixFilePermission.OTHERS_READ);
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + " " + e.getMessage();
  }
}
