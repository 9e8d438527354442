package io.helyos.cli.completion;

import io.helyos.cli.shell.Shell;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;

/// What could be written at a place: commands, options, fixed words, or names that live in the
/// cluster, told apart by the label of the argument.
final class Candidates {
  private final Place place;
  private final LiveNames names;

  Candidates(Shell shell, Place place) {
    this.place = place;
    this.names = new LiveNames(shell, place.given());
  }

  List<String> all(String typed) {
    var equals = place.option().isEmpty() && typed.startsWith("--") ? typed.indexOf('=') : -1;
    if (equals > 0) return joined(typed.substring(0, equals), typed.substring(equals + 1));
    return candidates(typed).filter(it -> it.startsWith(typed)).sorted().distinct().toList();
  }

  /// `--output=j`: the shell takes it as one word and wants one back.
  private List<String> joined(String option, String typed) {
    var known = place.command().findOption(option);
    if (known == null || known.arity().max() == 0) return List.of();
    return values(known)
        .filter(it -> it.startsWith(typed))
        .sorted()
        .distinct()
        .map(it -> option + "=" + it)
        .toList();
  }

  private Stream<String> candidates(String typed) {
    if (place.option().isPresent()) return values(place.option().get());
    if (typed.startsWith("-")) return options();
    return Stream.concat(commands(), positional());
  }

  private Stream<String> commands() {
    return place.command().subcommands().entrySet().stream()
        .filter(it -> !it.getValue().getCommandSpec().usageMessage().hidden())
        .map(it -> it.getKey());
  }

  private Stream<String> options() {
    return place.command().options().stream()
        .filter(it -> !it.hidden())
        .flatMap(it -> Arrays.stream(it.names()))
        .filter(it -> it.startsWith("--"));
  }

  private Stream<String> positional() {
    return place.command().positionalParameters().stream()
        .filter(it -> it.index().contains(place.positional()))
        .findFirst()
        .map(this::values)
        .orElse(Stream.empty());
  }

  private Stream<String> values(ArgSpec argument) {
    var type = argument.type();
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(it -> it.toString().toLowerCase(Locale.ROOT));
    }
    return names.of(argument.paramLabel());
  }
}
