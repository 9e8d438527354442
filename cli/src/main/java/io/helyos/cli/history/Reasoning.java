package io.helyos.cli.history;

import io.helyos.cli.event.EventText;
import io.helyos.cli.output.SafeText;
import io.helyos.cli.shell.Shell;
import io.helyos.contract.resource.EventResource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A chain of causes in words: what is, because of what, down to who commanded it.
final class Reasoning {
  /// A chain that is longer is told by its newest steps and its beginning.
  private static final int LONG = 14;

  private static final int NEWEST = 8;
  private static final int OLDEST = 4;

  private final Shell shell;

  Reasoning(Shell shell) {
    this.shell = shell;
  }

  /// @param all every step of a long chain too
  void print(List<EventResource> chain, boolean all) {
    if (chain.isEmpty()) return;
    say("", chain.getFirst());
    obstacles(chain.getFirst());
    if (all || chain.size() <= LONG) {
      because(chain.subList(1, chain.size()));
    } else {
      because(chain.subList(1, NEWEST));
      shell
          .out()
          .println(
              "  ... %d steps between; --all tells them."
                  .formatted(chain.size() - NEWEST - OLDEST));
      because(chain.subList(chain.size() - OLDEST, chain.size()));
    }
    author(chain.getLast());
  }

  private void because(List<EventResource> steps) {
    steps.forEach(step -> say("  because ", step));
  }

  private void say(String lead, EventResource event) {
    shell
        .out()
        .println(
            lead
                + SafeText.line(
                    event.time() + "  " + EventText.subject(event) + "  " + event.message()));
  }

  /// What each node had against a pod that waits for room.
  private void obstacles(EventResource event) {
    if (!event.type().equals("pod.unplaceable")) return;
    if (!(event.data().get("against") instanceof Map<?, ?> against)) return;
    against.forEach(
        (node, reason) -> shell.out().println("  node " + text(node) + ": " + text(reason)));
    shell.out().println("  It starts by itself as soon as one of these is no longer so.");
  }

  private static String text(@Nullable Object value) {
    return SafeText.line(String.valueOf(value));
  }

  private void author(EventResource root) {
    var words =
        root.cause().isEmpty()
            ? "  commanded by %s, change %s".formatted(root.author(), root.change())
            : "  ... and on: the chain is longer than is told.";
    shell.out().println(SafeText.line(words));
  }
}
