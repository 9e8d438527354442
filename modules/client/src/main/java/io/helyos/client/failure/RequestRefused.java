package io.helyos.client.failure;

import io.helyos.contract.problem.Problem;

/// The daemon answered, and the answer is no.
public final class RequestRefused extends HelyosException {
  // Exceptions are serializable by their type; a problem never needs to be.
  private final transient Problem problem;

  public RequestRefused(Problem problem) {
    super(problem.sentence(), null);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }

  @Override
  public FailureKind kind() {
    return FailureKind.ofStatus(problem.status());
  }
}
