package io.helyos.cli.deployment;

import io.helyos.cli.output.OutputOption;
import io.helyos.cli.shell.Shell;
import io.helyos.client.Change;
import io.helyos.contract.resource.Written;
import java.util.Map;

/// What a write did, for people a sentence with the change's id, for programs the object.
public final class Outcome {
  private Outcome() {}

  public static void print(Shell shell, OutputOption output, Change<?> change, String sentence) {
    var id = change.answer().change();
    var told = id.isEmpty() ? sentence + "." : sentence + " (change " + id + ").";
    output.printer(shell).outcome(document(change), told);
  }

  private static Object document(Change<?> change) {
    if (change.object().isPresent()) {
      return new Written<>(change.object().get(), change.answer());
    }
    return change.answer().change().isEmpty() ? Map.of("removed", true) : change.answer();
  }
}
