package io.helyos.architecture;

import io.helyos.architecture.Bytecode.Body;
import io.helyos.model.port.CrashPoints;
import io.helyos.model.port.OutsideCall;
import java.lang.classfile.Instruction;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which calls are made between two crash points. A call is, when it stands in a lambda that is
/// given to [CrashPoints] at once; or in a method that is only ever called from such places.
final class PointedCalls {
  private static final String POINTS = Bytecode.internal(CrashPoints.class);
  private static final String STREAM = "io/helyos/daemon/crash/PointedStream";
  private static final Set<String> TAKERS = Set.of("around", "during");

  private final List<Body> bodies;

  PointedCalls(Bytecode bytecode) {
    this.bodies = bytecode.bodies();
  }

  /// A place in a method where another is called.
  record Site(Body body, InvokeInstruction call) {
    @Override
    public String toString() {
      return "%s calls %s.%s"
          .formatted(body, call.owner().asInternalName(), call.name().stringValue());
    }
  }

  List<Site> callsOf(String owner, String name) {
    var sites = new ArrayList<Site>();
    for (var body : bodies) {
      invocations(body).stream()
          .filter(call -> call.owner().asInternalName().equals(owner))
          .filter(call -> call.name().equalsString(name))
          .forEach(call -> sites.add(new Site(body, call)));
    }
    return sites;
  }

  boolean isPointed(Site site) {
    return isPointed(site.body(), new HashSet<>());
  }

  private boolean isPointed(Body body, Set<String> asked) {
    if (!asked.add(body.toString() + body.type())) return true;
    if (isLambda(body)) return isHandedToPoints(body);
    var callers =
        callsOf(body.className(), body.name()).stream()
            .filter(site -> site.call().type().equalsString(body.type()))
            .map(Site::body)
            .toList();
    return callers.stream().allMatch(caller -> isPointed(caller, asked)) && !isReferred(body);
  }

  /// Called by way of a method reference, from nobody knows where.
  private boolean isReferred(Body body) {
    return bodies.stream().anyMatch(other -> lambdas(other).contains(key(body)));
  }

  private static boolean isLambda(Body body) {
    return body.name().startsWith("lambda$");
  }

  private boolean isHandedToPoints(Body lambda) {
    var makers =
        bodies.stream()
            .filter(body -> body.className().equals(lambda.className()))
            .filter(body -> lambdas(body).contains(key(lambda)))
            .toList();
    return !makers.isEmpty()
        && makers.stream().allMatch(maker -> handsToPoints(maker, key(lambda)));
  }

  /// What comes right after the making of the lambda is the call that takes it.
  private static boolean handsToPoints(Body maker, String lambda) {
    var code = maker.code();
    for (var i = 0; i + 1 < code.size(); i++) {
      if (lambdaOf(code.get(i)).filter(lambda::equals).isPresent()) {
        return code.get(i + 1) instanceof InvokeInstruction call && takesPoints(call);
      }
    }
    return false;
  }

  static boolean takesPoints(InvokeInstruction call) {
    var owner = call.owner().asInternalName();
    return (owner.equals(POINTS) && TAKERS.contains(call.name().stringValue()))
        || (owner.equals(STREAM) && call.name().equalsString("<init>"));
  }

  static List<InvokeInstruction> invocations(Body body) {
    return body.code().stream()
        .filter(InvokeInstruction.class::isInstance)
        .map(InvokeInstruction.class::cast)
        .toList();
  }

  /// The methods that a method makes lambdas or references of.
  static List<String> lambdas(Body body) {
    return body.code().stream().flatMap(i -> lambdaOf(i).stream()).toList();
  }

  private static Optional<String> lambdaOf(Instruction instruction) {
    if (!(instruction instanceof InvokeDynamicInstruction dynamic)) return Optional.empty();
    return dynamic.invokedynamic().bootstrap().arguments().stream()
        .filter(MethodHandleEntry.class::isInstance)
        .map(PointedCalls::key)
        .findFirst();
  }

  private static String key(LoadableConstantEntry argument) {
    var target = ((MethodHandleEntry) argument).reference();
    return target.owner().asInternalName()
        + '.'
        + target.name().stringValue()
        + target.type().stringValue();
  }

  static String key(Body body) {
    return body.className() + '.' + body.name() + body.type();
  }

  /// The names that a method uses, in its order.
  static List<OutsideCall> names(Body body) {
    return body.code().stream()
        .filter(FieldInstruction.class::isInstance)
        .map(FieldInstruction.class::cast)
        .filter(
            field -> field.owner().asInternalName().equals(Bytecode.internal(OutsideCall.class)))
        .map(field -> OutsideCall.valueOf(field.name().stringValue()))
        .toList();
  }
}
