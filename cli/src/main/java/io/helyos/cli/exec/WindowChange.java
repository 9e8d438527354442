package io.helyos.cli.exec;

import java.lang.reflect.Proxy;

/// Hears when the person's window changes its size. The JDK has a class for signals that a program
/// may use and that its compiler refuses to name, so it is found at run time.
final class WindowChange {
  private static final String SIGNAL = "sun.misc.Signal";
  private static final String HANDLER = "sun.misc.SignalHandler";

  private WindowChange() {}

  /// Where there is no such signal, the size stays what it was.
  static void onEach(Runnable change) {
    try {
      var signal = Class.forName(SIGNAL);
      var handler = Class.forName(HANDLER);
      var ears =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (self, method, arguments) ->
                  switch (method.getName()) {
                    case "equals" -> Proxy.isProxyClass(arguments[0].getClass());
                    case "hashCode" -> System.identityHashCode(self);
                    case "toString" -> "window change";
                    default -> {
                      change.run();
                      yield null;
                    }
                  });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance("WINCH"), ears);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      // Not on this system.
    }
  }
}
