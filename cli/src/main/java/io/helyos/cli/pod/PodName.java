package io.helyos.cli.pod;

import io.helyos.cli.shell.Shell;
import io.helyos.client.HelyosClient;
import io.helyos.client.failure.FailureKind;
import io.helyos.client.failure.RequestRefused;
import java.util.Optional;

/// A pod as a person writes it: `helyos-shop-api-0`, `pod/helyos-shop-api-0`, or `api-0` of a
/// project.
public record PodName(String written, Optional<String> project) {
  private static final String KIND = "pod/";
  private static final String WHOLE = "helyos-";

  /// Its whole name. What exists decides what was meant.
  public String find(Shell shell, HelyosClient client) {
    try {
      return client.pod(bare()).name();
    } catch (RequestRefused e) {
      if (e.kind() != FailureKind.NOT_FOUND || bare().startsWith(WHOLE)) throw e;
      return client.pod(whole(shell)).name();
    }
  }

  /// Its whole name by the looks of it, for a pod that may be gone.
  public String whole(Shell shell) {
    return bare().startsWith(WHOLE) ? bare() : WHOLE + shell.project(project) + "-" + bare();
  }

  private String bare() {
    return written.startsWith(KIND) ? written.substring(KIND.length()) : written;
  }
}
