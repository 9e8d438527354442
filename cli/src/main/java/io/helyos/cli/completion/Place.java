package io.helyos.cli.completion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Where in a command line the cursor stands.
///
/// @param command that was reached
/// @param option whose value comes next, if any
/// @param positional how many words of the command came already
/// @param given values of options so far, by their longest name
record Place(
    CommandSpec command, Optional<OptionSpec> option, int positional, Map<String, String> given) {
  static Place after(List<String> words, CommandSpec root) {
    var place = new Place(root, Optional.empty(), 0, Map.of());
    for (var word : words) place = place.next(word);
    return place;
  }

  private Place next(String word) {
    // bash splits --output=json into three words.
    if (option.isPresent() && word.equals("=")) return this;
    if (option.isPresent()) {
      return new Place(command, Optional.empty(), positional, with(option.get(), word));
    }
    if (word.startsWith("-") && word.length() > 1) return option(word);
    var sub = command.subcommands().get(word);
    if (sub != null) return new Place(sub.getCommandSpec(), Optional.empty(), 0, given);
    return new Place(command, Optional.empty(), positional + 1, given);
  }

  private Place option(String word) {
    var equals = word.indexOf('=');
    var name = equals < 0 ? word : word.substring(0, equals);
    var found = command.findOption(name);
    if (found == null || found.arity().max() == 0) return this;
    if (equals < 0) return new Place(command, Optional.of(found), positional, given);
    return new Place(
        command, Optional.empty(), positional, with(found, word.substring(equals + 1)));
  }

  private Map<String, String> with(OptionSpec which, String value) {
    var all = new LinkedHashMap<>(given);
    all.put(which.longestName(), value);
    return all;
  }
}
