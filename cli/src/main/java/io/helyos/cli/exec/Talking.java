package io.helyos.cli.exec;

import io.helyos.cli.shell.Shell;
import io.helyos.client.HelyosClient;
import io.helyos.client.exec.ExecSpec;
import io.helyos.client.exec.ExecTalk;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;

/// Between the person's streams and the command's, until the command ends.
final class Talking {
  private static final int PIECE = 8 * 1024;

  private final Shell shell;
  private final ExecSpec wanted;

  private Talking(Shell shell, ExecSpec wanted) {
    this.shell = shell;
    this.wanted = wanted;
  }

  /// Returns the exit code of the command.
  static int on(Shell shell, HelyosClient client, String pod, ExecSpec wanted) {
    var talking = new Talking(shell, wanted);
    try (var talk = client.exec(pod, wanted, talking::hear)) {
      talking.listenToThePerson(talk);
      return talk.exitCode();
    }
  }

  /// The same, with the terminal handed over to the command meanwhile.
  static int onTerminal(Shell shell, HelyosClient client, String pod, ExecSpec wanted) {
    var size = TerminalMode.size();
    var sized = size.map(wanted::withTerminal).orElse(wanted);
    var talking = new Talking(shell, sized);
    try (var talk = client.exec(pod, sized, talking::hear);
        var _ = TerminalMode.raw()) {
      WindowChange.onEach(() -> TerminalMode.size().ifPresent(talk::resize));
      talking.listenToThePerson(talk);
      return talk.exitCode();
    }
  }

  /// On a thread of its own, which nobody waits for: a read of a terminal cannot be ended.
  private void listenToThePerson(ExecTalk talk) {
    if (!wanted.stdin()) return;
    Thread.ofPlatform().daemon().name("exec-input").start(() -> pass(talk));
  }

  private void pass(ExecTalk talk) {
    var bytes = new byte[PIECE];
    try {
      for (var read = shell.in().read(bytes); read >= 0; read = shell.in().read(bytes)) {
        talk.say(bytes, read);
      }
    } catch (IOException e) {
      // An input that cannot be read has come to its end.
    }
    talk.endInput();
  }

  private void hear(boolean stderr, ByteBuffer bytes) {
    var to = stream(stderr);
    var piece = new byte[bytes.remaining()];
    bytes.get(piece);
    to.write(piece, 0, piece.length);
    to.flush();
  }

  private PrintStream stream(boolean stderr) {
    return stderr ? shell.err() : shell.out();
  }
}
