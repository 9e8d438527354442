package io.helyos.http.naming;

import io.helyos.model.DeploymentId;
import io.helyos.model.PodId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The ways in which a joined name can be taken apart. Hyphens are allowed within names, so only
/// what exists tells which one is meant.
public final class Splits {
  private static final String PREFIX = "helyos-";

  private Splits() {}

  /// `shop-api` is project `shop` and deployment `api`, and nothing else could be.
  public static List<DeploymentId> ofDeployment(String joined) {
    var ids = new ArrayList<DeploymentId>();
    for (var at = joined.indexOf('-'); at > 0; at = joined.indexOf('-', at + 1)) {
      if (at + 1 < joined.length()) {
        ids.add(new DeploymentId(joined.substring(0, at), joined.substring(at + 1)));
      }
    }
    return ids;
  }

  /// From a pod's name, with its prefix or without it.
  public static List<PodId> ofPod(String name) {
    var joined = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
    var last = joined.lastIndexOf('-');
    if (last < 0) return List.of();
    return index(joined.substring(last + 1)).stream()
        .flatMap(index ->
            ofDeployment(joined.substring(0, last)).stream().map(owner -> owner.pod(index)))
        .toList();
  }

  private static Optional<Integer> index(String text) {
    var isIndex =
        !text.isEmpty()
            && text.length() < 9
            && text.chars().allMatch(c -> c >= '0' && c <= '9')
            && (text.length() == 1 || text.charAt(0) != '0');
    return isIndex ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }
}
