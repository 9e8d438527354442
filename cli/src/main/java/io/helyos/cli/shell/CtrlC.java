package io.helyos.cli.shell;

/// Something to say when the person ends the command with Ctrl-C. The process then ends with 130.
public final class CtrlC implements AutoCloseable {
  private final Thread hook;

  private CtrlC(Runnable word) {
    this.hook = Thread.ofPlatform().unstarted(word);
  }

  public static CtrlC then(Runnable word) {
    var ctrlC = new CtrlC(word);
    Runtime.getRuntime().addShutdownHook(ctrlC.hook);
    return ctrlC;
  }

  /// From here on the command ends by itself.
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The shutdown has begun, and the word is being said.
    }
  }
}
