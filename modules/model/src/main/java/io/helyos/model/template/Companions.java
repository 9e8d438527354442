package io.helyos.model.template;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The containers that a pod has beside its own.
///
/// @param init run to success one after the other, before all others
/// @param beside run as long as the pod's own does
public record Companions(List<ContainerTemplate> init, List<ContainerTemplate> beside) {
  public Companions {
    init = List.copyOf(init);
    beside = List.copyOf(beside);
  }

  /// Empty when there are none: a pod of one container needs nothing that is shared.
  public static Optional<Companions> of(
      List<ContainerTemplate> init, List<ContainerTemplate> beside) {
    return init.isEmpty() && beside.isEmpty()
        ? Optional.empty()
        : Optional.of(new Companions(init, beside));
  }

  /// The same, each of them changed.
  public Companions changed(UnaryOperator<ContainerTemplate> change) {
    return new Companions(init.stream().map(change).toList(), beside.stream().map(change).toList());
  }

  /// All of them, in the order in which they start.
  public Stream<ContainerTemplate> all() {
    return Stream.concat(init.stream(), beside.stream());
  }
}
