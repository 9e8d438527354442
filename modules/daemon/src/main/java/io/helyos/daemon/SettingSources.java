package io.helyos.daemon;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueType;
import java.io.File;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Where a flag that is not given is looked for: the environment, then the HOCON file.
final class SettingSources implements IDefaultValueProvider {
  private final Map<String, String> environment;
  private final Config file;

  SettingSources(String[] arguments, Map<String, String> environment) {
    this.environment = environment;
    this.file = read(path(arguments, environment));
  }

  Config file() {
    return file;
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option)) return null;
    var name = option.longestName().replaceFirst("^--", "");
    var fromEnvironment =
        environment.get("HELYOS_" + name.toUpperCase(Locale.ROOT).replace('-', '_'));
    if (fromEnvironment != null && !fromEnvironment.isEmpty()) return fromEnvironment;
    if (!file.hasPath(name)) return null;
    return file.getValue(name).valueType() == ConfigValueType.LIST
        ? String.join(",", file.getStringList(name))
        : file.getString(name);
  }

  private static @Nullable String path(String[] arguments, Map<String, String> environment) {
    for (var i = 0; i < arguments.length; i++) {
      if (arguments[i].equals("--config") && i + 1 < arguments.length) return arguments[i + 1];
      if (arguments[i].startsWith("--config=")) return arguments[i].substring(9);
    }
    return environment.get("HELYOS_CONFIG_FILE");
  }

  private static Config read(@Nullable String path) {
    if (path == null) return ConfigFactory.empty();
    try {
      var file = new File(path);
      if (!file.isFile())
        throw new StartFailure("Expected a file for --config, found none: " + path);
      return ConfigFactory.parseFile(file).resolve();
    } catch (ConfigException e) {
      throw new StartFailure("Expected HOCON in %s: %s".formatted(path, e.getMessage()), e);
    }
  }
}
