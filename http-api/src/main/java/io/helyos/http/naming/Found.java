package io.helyos.http.naming;

import io.helyos.model.view.Row;
import java.time.Instant;

/// A row of the view whose thing exists.
public record Found<S>(S state, long sequence, Instant createdAt, Instant updatedAt) {
  static <S> Found<S> of(Row<? super S> row, S state) {
    return new Found<>(state, row.sequence(), row.createdAt(), row.updatedAt());
  }
}
