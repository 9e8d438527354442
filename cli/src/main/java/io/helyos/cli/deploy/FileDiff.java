package io.helyos.cli.deploy;

import io.helyos.cli.output.OutputFormat;
import io.helyos.cli.shell.Shell;
import io.helyos.client.failure.FailureKind;
import io.helyos.client.failure.RequestRefused;
import io.helyos.contract.resource.DeploymentResource;
import io.helyos.contract.resource.FieldChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// In what a spec and what runs differ, with every default filled in on both sides.
public final class FileDiff {
  private final Shell shell;

  public FileDiff(Shell shell) {
    this.shell = shell;
  }

  /// Empty if the spec is invalid; the reasons are then printed.
  public Optional<List<FieldChange>> of(String origin) {
    return new SpecCheck(shell, OutputFormat.TABLE)
        .read(List.of(origin))
        .map(specs -> between(specs.getFirst()));
  }

  private List<FieldChange> between(CheckedSpec spec) {
    var wanted = shell.client().rehearse(spec.file().bytes(), spec.file().mediaType()).deployment();
    return TemplateDiff.between(present(spec), whole(wanted));
  }

  private Map<String, ?> present(CheckedSpec spec) {
    try {
      return whole(shell.client().deployment(spec.spec().project(), spec.spec().name()));
    } catch (RequestRefused e) {
      if (e.kind() == FailureKind.NOT_FOUND) return Map.of();
      throw e;
    }
  }

  private static Map<String, @Nullable Object> whole(DeploymentResource of) {
    var all = new LinkedHashMap<String, @Nullable Object>(of.template());
    all.put("replicas", of.spec().replicas());
    all.put("labels", of.labels());
    all.put("update", of.update());
    return all;
  }
}
