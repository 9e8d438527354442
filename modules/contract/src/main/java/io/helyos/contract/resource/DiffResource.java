package io.helyos.contract.resource;

import java.time.Instant;
import java.util.List;

/// In what the cluster, or a project, differs at two times.
public record DiffResource(Instant from, Instant to, List<Item> items) {
  public DiffResource {
    items = Absent.list(items);
  }

  /// A thing that came, went or is another one.
  ///
  /// @param kind `project`, `deployment`, `pod` or `node`
  /// @param name as commands take it: `shop/api`, `helyos-shop-api-0`
  /// @param change `added`, `removed` or `changed`
  public record Item(String kind, String name, String change, List<FieldChange> fields) {
    public Item {
      fields = Absent.list(fields);
    }
  }
}
