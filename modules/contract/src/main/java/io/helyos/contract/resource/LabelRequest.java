package io.helyos.contract.resource;

import java.util.List;
import java.util.Map;

/// How the labels of a node shall change; the others stay.
///
/// @param set labels to give, in the place of those of the same names
/// @param remove labels to take away
public record LabelRequest(Map<String, String> set, List<String> remove) {
  public LabelRequest {
    set = Absent.map(set);
    remove = Absent.list(remove);
  }
}
