package io.helyos.contract.spec;

import io.helyos.contract.spec.document.Position;
import io.helyos.contract.spec.shape.Report;
import io.helyos.contract.spec.text.Code;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Collects what is wrong and puts it into the order of the document.
final class Violations implements Report {
  /// So many are more than a person reads; a hostile document has thousands.
  private static final int MOST = 500;

  private final List<Violation> found = new ArrayList<>();

  @Override
  public void add(
      Position at, String path, Code code, String message, Optional<String> suggestion) {
    found.add(of(at, path, code, message, suggestion));
  }

  static Violation of(
      Position at, String path, Code code, String message, Optional<String> suggestion) {
    return new Violation(at.line(), at.column(), path, code.word(), message, suggestion);
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<Violation> inOrder() {
    var sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparingInt(Violation::line).thenComparingInt(Violation::column));
    if (sorted.size() <= MOST) {
      return sorted;
    }
    var last = sorted.get(MOST - 1);
    var message =
        "expected a spec with few mistakes, found %d: mend these first, the others follow"
            .formatted(sorted.size());
    var cut = new ArrayList<>(sorted.subList(0, MOST));
    cut.add(
        of(
            new Position(last.line(), last.column()),
            "",
            Code.TOO_MANY_VIOLATIONS,
            message,
            Optional.empty()));
    return cut;
  }
}
