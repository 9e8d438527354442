package io.helyos.architecture;

import io.helyos.architecture.Bytecode.Body;
import io.helyos.model.port.OutsideCall;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// A class that puts crash points around each method of a port: what it lacks to be one.
final class Decorator {
  private final Class<?> port;
  private final List<Body> bodies;
  private final List<String> lacks = new ArrayList<>();
  private final List<OutsideCall> names = new ArrayList<>();

  private Decorator(Class<?> decorator, Class<?> port) {
    this.port = port;
    this.bodies = Bytecode.of(decorator).bodies();
  }

  /// Looks at every method that the port has, be it new or old.
  static Decorator of(Class<?> decorator, Class<?> port) {
    var looked = new Decorator(decorator, port);
    Arrays.stream(port.getMethods())
        .filter(method -> Modifier.isAbstract(method.getModifiers()))
        .forEach(looked::look);
    if (new HashSet<>(looked.names).size() < looked.names.size()) {
      looked.lacks.add("a name of its own for each method: " + looked.names);
    }
    return looked;
  }

  List<String> lacks() {
    return lacks;
  }

  List<OutsideCall> names() {
    return names;
  }

  private void look(Method method) {
    var type = type(method).descriptorString();
    var own =
        bodies.stream()
            .filter(body -> body.name().equals(method.getName()) && body.type().equals(type))
            .findFirst();
    var lack = own.map(body -> lack(body, method)).orElse(Optional.of("is not there"));
    lack.ifPresent(what -> lacks.add(method.getName() + ": " + what));
  }

  private static MethodTypeDesc type(Method method) {
    return MethodType.methodType(method.getReturnType(), method.getParameterTypes())
        .describeConstable()
        .orElseThrow();
  }

  /// One name, one lambda, one call that takes both; and in the lambda the same call on the port.
  private Optional<String> lack(Body own, Method method) {
    var used = PointedCalls.names(own);
    if (used.size() != 1) return Optional.of("expected one name, found " + used);
    names.addAll(used);
    var calls = PointedCalls.invocations(own);
    if (calls.size() != 1 || !PointedCalls.takesPoints(calls.getFirst())) {
      return Optional.of("expected one call, through the crash points");
    }
    var lambdas = PointedCalls.lambdas(own);
    if (lambdas.size() != 1) return Optional.of("expected one lambda, found " + lambdas);
    var inner =
        bodies.stream().filter(body -> PointedCalls.key(body).equals(lambdas.getFirst())).findAny();
    return inner.filter(body -> forwards(body, method)).isPresent()
        ? Optional.empty()
        : Optional.of("expected the same call on the port between the points");
  }

  private boolean forwards(Body lambda, Method method) {
    var calls = PointedCalls.invocations(lambda);
    if (calls.size() != 1) return false;
    var call = calls.getFirst();
    return call.owner().asInternalName().equals(Bytecode.internal(port))
        && call.name().equalsString(method.getName())
        && call.type().equalsString(type(method).descriptorString());
  }
}
