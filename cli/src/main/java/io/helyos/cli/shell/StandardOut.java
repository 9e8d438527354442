package io.helyos.cli.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Standard output. A print stream swallows what goes wrong, and a command whose answer did not
/// reach the disk would end as if it had; so this remembers it.
public final class StandardOut extends OutputStream {
  private final OutputStream to;
  private @Nullable IOException failure;

  public StandardOut(OutputStream to) {
    this.to = to;
  }

  @Override
  public void write(int single) throws IOException {
    write(new byte[] {(byte) single}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      to.write(bytes, from, length);
    } catch (IOException e) {
      if (failure == null) failure = e;
      throw e;
    }
  }

  /// What the process ends with, given what the command came to.
  public int exitCode(int code, PrintStream err) {
    if (failure == null) return code;
    var reason = Objects.requireNonNullElse(failure.getMessage(), "no reason");
    // A reader such as `head` that has seen enough is no failure.
    if (reason.contains("Broken pipe")) return code;
    err.println("error: Expected to write to standard output, found: " + reason + ".");
    return code == ExitCode.DONE ? ExitCode.FAILED : code;
  }
}
