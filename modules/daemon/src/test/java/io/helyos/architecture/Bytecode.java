package io.helyos.architecture;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The classes of the house as the compiler has left them: what the sources say between the lines,
/// such as who hands whom a lambda, is written out there.
record Bytecode(List<ClassModel> classes) {
  /// A method and what it does, one instruction after the other.
  record Body(ClassModel owner, MethodModel method, List<Instruction> code) {
    static Body of(ClassModel owner, MethodModel method) {
      var code = new ArrayList<Instruction>();
      method
          .code()
          .ifPresent(found ->
              found.forEach(element -> {
                if (element instanceof Instruction instruction) code.add(instruction);
              }));
      return new Body(owner, method, code);
    }

    String name() {
      return method.methodName().stringValue();
    }

    String type() {
      return method.methodType().stringValue();
    }

    String className() {
      return Bytecode.name(owner);
    }

    @Override
    public String toString() {
      return className().replace('/', '.') + '.' + name();
    }
  }

  /// All modules on this one's class path, without their tests.
  static Bytecode main() {
    var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var classes =
        Arrays.stream(all.split(File.pathSeparator))
            .map(Path::of)
            .filter(entry -> !entry.endsWith("test-classes"))
            .flatMap(entry ->
                Files.isDirectory(entry)
                    ? under(entry)
                    : entry.getFileName().toString().startsWith("helyos-")
                        ? inJar(entry)
                        : Stream.of())
            .toList();
    return new Bytecode(classes);
  }

  /// These classes alone.
  static Bytecode of(Class<?>... classes) {
    return new Bytecode(Arrays.stream(classes).map(Bytecode::read).toList());
  }

  private static ClassModel read(Class<?> type) {
    try (var in = type.getResourceAsStream('/' + internal(type) + ".class")) {
      if (in == null) throw new AssertionError("Expected to find the class file of " + type);
      return ClassFile.of().parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<ClassModel> inJar(Path jar) {
    try (var files = FileSystems.newFileSystem(jar)) {
      return under(files.getPath("/")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<ClassModel> under(Path root) {
    var ours = root.resolve("io/helyos");
    if (!Files.isDirectory(ours)) return Stream.of();
    try (var files = Files.walk(ours)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .map(Bytecode::parse)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ClassModel parse(Path file) {
    try {
      return ClassFile.of().parse(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Body> bodies() {
    return classes.stream()
        .flatMap(owner -> owner.methods().stream().map(method -> Body.of(owner, method)))
        .toList();
  }

  /// The classes that say of themselves that they are one of these.
  List<ClassModel> implementing(Class<?> port) {
    return classes.stream()
        .filter(model ->
            model.interfaces().stream().anyMatch(i -> i.asInternalName().equals(internal(port))))
        .toList();
  }

  /// Whether a class names another in any way: to make it, to call it, in a signature.
  static boolean mentions(ClassModel model, String internalName) {
    return StreamSupport.stream(model.constantPool().spliterator(), false)
        .anyMatch(entry ->
            entry instanceof Utf8Entry text
                && (text.equalsString(internalName)
                    || text.stringValue().contains('L' + internalName + ';')));
  }

  static String name(ClassModel model) {
    return model.thisClass().asInternalName();
  }

  static String internal(Class<?> type) {
    return type.getName().replace('.', '/');
  }
}
