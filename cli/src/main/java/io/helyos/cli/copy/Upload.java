package io.helyos.cli.copy;

import io.helyos.cli.shell.CommandFailed;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import io.helyos.client.failure.FailureKind;
import io.helyos.client.failure.RequestRefused;
import io.helyos.client.files.PodFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// From here into a pod: into the target where that is a directory, else under its name into the
/// directory above it.
final class Upload {
  /// A quarter of the silence that a daemon bears.
  private static final Duration PACE = Duration.ofSeconds(5);

  private final Shell shell;
  private final PodFiles files;
  private final CopyPlace source;
  private final CopyPlace target;

  Upload(Shell shell, PodFiles files, CopyPlace source, CopyPlace target) {
    this.shell = shell;
    this.files = files;
    this.source = source;
    this.target = target;
  }

  void run() throws IOException {
    if (source.isStandard()) {
      files.write(target.path(), new SlowSource(shell.in(), PACE).awaited());
      return;
    }
    var path = shell.path(source.path());
    if (!Files.exists(path)) {
      throw new CommandFailed(
          ExitCode.NOT_FOUND, "Expected a file or a directory here, found no " + source.path());
    }
    var name = path.toAbsolutePath().normalize().getFileName();
    CpCommand.say(shell, sent(path.toRealPath(), name == null ? "" : name.toString()));
  }

  private Tally sent(Path path, String name) {
    var inside = new Packing(shell, path, source.isContents() ? "" : name);
    try {
      files.write(target.path(), inside);
      return inside.tally();
    } catch (RequestRefused refused) {
      if (!mayBeNew(path, refused)) throw refused;
      var under = new Packing(shell, path, target.name());
      files.write(target.parent(), under);
      return under.tally();
    }
  }

  /// Whether the target may be what the file or the directory is to be called.
  private boolean mayBeNew(Path path, RequestRefused refused) {
    if (target.name().isEmpty()) return false;
    if (Files.isDirectory(path)) return refused.kind() == FailureKind.NOT_FOUND;
    var isFile = refused.sentence().contains("not a directory");
    return !target.isDirectory() && (refused.kind() == FailureKind.NOT_FOUND || isFile);
  }
}
