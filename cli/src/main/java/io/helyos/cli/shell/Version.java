package io.helyos.cli.shell;

/// Which release this is.
public final class Version {
  /// From the jar; a build that runs from classes alone has no number.
  public static final String TEXT = text();

  private Version() {}

  private static String text() {
    var of = Version.class.getPackage().getImplementationVersion();
    return of == null ? "dev" : of;
  }
}
