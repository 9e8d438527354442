package io.helyos.cli.deploy;

import io.helyos.contract.resource.PodResource;
import io.helyos.contract.resource.PodStatus;

/// The state of a pod in a line: status, reason and message.
final class PodLine {
  private PodLine() {}

  static String state(PodResource pod) {
    var text = new StringBuilder(pod.status().label());
    if (pod.status() == PodStatus.RUNNING && !pod.ready()) text.append(", not ready");
    if (!pod.reason().isEmpty()) text.append("  ").append(pod.reason());
    if (pod.exitCode() != null && pod.status() != PodStatus.RUNNING) {
      text.append("  exit ").append(pod.exitCode());
    }
    if (!pod.message().isEmpty()) text.append("  ").append(pod.message());
    return text.toString();
  }
}
