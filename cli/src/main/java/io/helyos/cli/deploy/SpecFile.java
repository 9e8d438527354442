package io.helyos.cli.deploy;

import io.helyos.cli.shell.CommandFailed;
import io.helyos.cli.shell.Shell;
import io.helyos.contract.spec.Format;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;

/// The text of a spec and where it came from.
///
/// @param origin as the person named it; `-` is the input
public record SpecFile(String origin, byte[] bytes, Format format) {
  /// Enough to see that a file is too large, without reading all of one that never ends.
  private static final int MOST = 1 << 20;

  static SpecFile read(String origin, Shell shell) {
    try {
      return origin.equals("-") ? of("-", shell.in()) : ofPath(origin, shell);
    } catch (NoSuchFileException e) {
      throw CommandFailed.usage("Expected the file " + origin + ", found none.");
    } catch (AccessDeniedException e) {
      throw CommandFailed.usage(
          "Expected to be allowed to read " + origin + ", found no permission.");
    } catch (IOException e) {
      throw CommandFailed.usage("Expected to read " + origin + ", found: " + e.getMessage() + ".");
    }
  }

  String mediaType() {
    return format == Format.JSON ? "application/json" : "application/yaml";
  }

  List<String> lines() {
    return new String(bytes, StandardCharsets.UTF_8).lines().toList();
  }

  private static SpecFile ofPath(String origin, Shell shell) throws IOException {
    var path = shell.path(origin);
    if (Files.isDirectory(path)) {
      throw CommandFailed.usage(
          "Expected a file, found the directory " + origin + ".",
          "name its files: " + origin + "/*.yaml");
    }
    try (var in = Files.newInputStream(path)) {
      return of(origin, in);
    }
  }

  private static SpecFile of(String origin, InputStream in) throws IOException {
    var bytes = in.readNBytes(MOST);
    return new SpecFile(origin, bytes, isJson(origin, bytes) ? Format.JSON : Format.YAML);
  }

  /// The input has no name; a JSON object begins with a brace.
  private static boolean isJson(String origin, byte[] bytes) {
    if (!origin.equals("-")) return origin.endsWith(".json");
    for (var b : bytes) if (b > ' ') return b == '{';
    return false;
  }
}
