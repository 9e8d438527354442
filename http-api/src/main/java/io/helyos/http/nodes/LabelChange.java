package io.helyos.http.nodes;

import io.helyos.contract.resource.LabelRequest;
import io.helyos.contract.spec.text.LabelKey;
import io.helyos.contract.spec.text.Parsed;
import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import io.helyos.model.node.NodeCommand.Label;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Labels as a client wants them, checked: a value that no selector can name would be of no use.
final class LabelChange {
  private static final Pattern VALUE = Pattern.compile("[^\\s=!,()]{1,255}");

  private LabelChange() {}

  static Label of(LabelRequest wanted) {
    if (wanted.set().isEmpty() && wanted.remove().isEmpty()) {
      throw refused("expected labels to `set` or to `remove`, found none: name one");
    }
    wanted.set().forEach(LabelChange::check);
    for (var label : wanted.remove()) {
      if (wanted.set().containsKey(label)) {
        throw refused(
            "`%s` is both to be set and to be removed: choose one of them".formatted(label));
      }
    }
    return new Label(wanted.set(), new TreeSet<>(wanted.remove()));
  }

  private static void check(String label, @Nullable String value) {
    if (LabelKey.parse(label) instanceof Parsed.Refused<String>(_, var reason, _)) {
      throw refused("`set`: " + reason);
    }
    if (value == null || !VALUE.matcher(value).matches()) {
      throw refused(
          "`set.%s`: expected a value without spaces and without any of = ! , ( ), of 255 characters at most: write it so"
              .formatted(label));
    }
  }

  private static Refusal refused(String why) {
    return Refusal.of(ProblemKind.INVALID, why);
  }
}
