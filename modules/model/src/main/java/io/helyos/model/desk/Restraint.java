package io.helyos.model.desk;

import io.helyos.model.reconciliation.Step;

/// What keeps a desk from a step that its order and the containers alone would ask for.
final class Restraint {
  private Restraint() {}

  static Step of(Desk desk, Step step) {
    // What another order is about to replace is not begun any more.
    if (Clearance.begins(step) && desk.coming().isPresent()) return new Step.Rest();
    // One start, one container: that it is gone is news, and no reason to begin it once more.
    return step instanceof Step.BringUp && desk.talk().started().isPresent()
        ? new Step.Rest()
        : desk.sight().minding(step);
  }
}
