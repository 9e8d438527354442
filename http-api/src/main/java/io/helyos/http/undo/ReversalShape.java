package io.helyos.http.undo;

import io.helyos.contract.resource.ReversalResource;
import io.helyos.http.compare.Fields;
import io.helyos.http.exchange.Answers;
import io.helyos.model.undo.Plan;
import io.helyos.model.undo.Plan.Step;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Plans in the shape that clients read, and the tag that stands for what was shown.
final class ReversalShape {
  private static final int TAG_BYTES = 16;

  private ReversalShape() {}

  static List<ReversalResource.Step> steps(Plan plan) {
    return plan.shown().stream().map(ReversalShape::step).toList();
  }

  /// As they stand in the books.
  static List<String> words(Plan plan) {
    return plan.shown().stream().map(Step::words).toList();
  }

  private static ReversalResource.Step step(Step step) {
    return new ReversalResource.Step(
        step.action(),
        step.entity().kind().word(),
        step.subject(),
        Fields.between(Fields.of(step.before()), Fields.of(step.after())));
  }

  /// Equal for plans that look the same, on every daemon.
  static String tag(ReversalResource shape) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(Answers.bytes(shape));
      return '"' + HexFormat.of().formatHex(hash, 0, TAG_BYTES) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
