package io.helyos.contract.spec.shape;

import io.helyos.contract.spec.document.Position;
import io.helyos.contract.spec.text.Code;
import java.util.Optional;

/// Takes the mistakes in as they are found.
public interface Report {
  void add(Position at, String path, Code code, String message, Optional<String> suggestion);
}
