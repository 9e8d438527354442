package io.helyos.cli.deploy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.helyos.contract.problem.Problem;
import org.jspecify.annotations.Nullable;

/// A file of several that was not deployed, for programs.
///
/// @param project absent when the file does not say it in a way that can be read
/// @param status `refused`, or `unsent` because another one was refused
@JsonInclude(JsonInclude.Include.NON_NULL)
record NotDeployed(
    String file,
    @Nullable String project,
    @Nullable String name,
    String status,
    @Nullable Problem problem) {
  static NotDeployed refused(CheckedSpec of, Problem problem) {
    var spec = of.spec();
    return new NotDeployed(of.file().origin(), spec.project(), spec.name(), "refused", problem);
  }

  static NotDeployed invalid(SpecFile file, Problem problem) {
    return new NotDeployed(file.origin(), null, null, "refused", problem);
  }

  static NotDeployed unsent(CheckedSpec of) {
    var spec = of.spec();
    return new NotDeployed(of.file().origin(), spec.project(), spec.name(), "unsent", null);
  }
}
