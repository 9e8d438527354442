package io.helyos.contract.spec;

import io.helyos.contract.spec.shape.Field;
import java.util.Set;

/// The fields that are read and checked but not carried out. A spec that uses one is refused rather
/// than half done; who carries one out deletes its line here.
final class NotYet {
  static final Set<Field<?>> FIELDS =
      Set.of(
          ContainerFields.SECRETS,
          NetworkFields.PUBLIC,
          NetworkFields.DOMAIN,
          NetworkFields.HTTPS,
          PlacementFields.SPREAD,
          PlacementFields.EXCLUSIVE);

  private NotYet() {}
}
