package io.helyos.daemon;

import picocli.CommandLine.IVersionProvider;

/// Which build this is.
final class Version implements IVersionProvider {
  static String current() {
    var version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"helyosd " + current()};
  }
}
