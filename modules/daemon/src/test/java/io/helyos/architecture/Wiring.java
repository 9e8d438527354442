package io.helyos.architecture;

import io.helyos.architecture.Bytecode.Body;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Follows a value that is not yet behind its decorator: from where it comes up to the next call,
/// which has to be the making of the decorator.
final class Wiring {
  private final Set<String> bare;
  private final Set<String> decorators;
  private final List<String> strays = new ArrayList<>();
  private int wrapped;

  /// For types by their internal names.
  ///
  /// @param bare what must not be passed around
  /// @param decorators what makes it fit for that
  Wiring(Set<String> bare, Set<String> decorators) {
    this.bare = bare;
    this.decorators = decorators;
  }

  void look(Body body) {
    var parameters = parameters(body);
    for (var i = 0; i < body.code().size(); i++) {
      if (!isBare(body.code().get(i), parameters)) continue;
      if (isWrapped(body.code(), i + 1)) wrapped++;
      else strays.add("%s has a bare one by %s".formatted(body, body.code().get(i)));
    }
    PointedCalls.lambdas(body).stream()
        .filter(key -> !key.startsWith(body.className() + ".lambda$"))
        .filter(this::isOfBare)
        .forEach(key -> strays.add("%s refers to %s".formatted(body, key)));
  }

  /// A method of a bare one, or one that takes or gives one.
  private boolean isOfBare(String key) {
    return bare.stream()
        .anyMatch(type -> key.startsWith(type + '.') || key.contains('L' + type + ';'));
  }

  List<String> strays() {
    return strays;
  }

  int wrapped() {
    return wrapped;
  }

  /// Where the parameters lie that are bare.
  private Map<Integer, Boolean> parameters(Body body) {
    var slots = new HashMap<Integer, Boolean>();
    var slot = body.method().flags().has(AccessFlag.STATIC) ? 0 : 1;
    for (var type : body.method().methodTypeSymbol().parameterList()) {
      slots.put(slot, isBare(type));
      slot += type.descriptorString().matches("[JD]") ? 2 : 1;
    }
    return slots;
  }

  private boolean isBare(ClassDesc type) {
    return bare.stream().anyMatch(name -> type.descriptorString().equals('L' + name + ';'));
  }

  private boolean isBare(Instruction instruction, Map<Integer, Boolean> parameters) {
    return switch (instruction) {
      case InvokeInstruction call ->
          call.name().equalsString("<init>")
              ? bare.contains(call.owner().asInternalName())
              : isBare(call.typeSymbol().returnType());
      case FieldInstruction field -> isRead(field) && isBare(field.typeSymbol());
      case LoadInstruction load -> parameters.getOrDefault(load.slot(), false);
      case TypeCheckInstruction check -> isBare(check.type().asSymbol());
      default -> false;
    };
  }

  private static boolean isRead(FieldInstruction field) {
    return field.opcode() == Opcode.GETFIELD || field.opcode() == Opcode.GETSTATIC;
  }

  private boolean isWrapped(List<Instruction> code, int from) {
    for (var i = from; i < code.size(); i++) {
      switch (code.get(i)) {
        case InvokeInstruction call -> {
          return call.name().equalsString("<init>")
              && decorators.contains(call.owner().asInternalName());
        }
        case LoadInstruction _ -> {}
        case FieldInstruction field when isRead(field) -> {}
        default -> {
          return false;
        }
      }
    }
    return false;
  }
}
