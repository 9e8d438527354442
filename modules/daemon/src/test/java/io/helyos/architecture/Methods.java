package io.helyos.architecture;

import io.helyos.architecture.Sources.Source;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/// The methods of a source file by their braces. No compiler: strings and comments are blanked, and
/// a block that hangs on a type and has parameters is a method.
final class Methods {
  private static final Pattern NOT_CODE =
      Pattern.compile(
          "//[^\\n]*|/\\*.*?\\*/|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+'",
          Pattern.DOTALL);
  private static final Pattern TYPE =
      Pattern.compile("(?s).*\\b(class|interface|record|enum)\\s+\\w+.*");
  private static final Pattern COMPACT_CONSTRUCTOR =
      Pattern.compile("(public |protected |private )?[A-Z]\\w*");

  private static final Pattern ANNOTATION = Pattern.compile("@[\\w.]+(\\([^()]*\\))?\\s*");

  private Methods() {}

  /// A method, from its signature to its closing brace.
  record Method(Source source, int line, int lines) {
    @Override
    public String toString() {
      return "%s:%d has %d lines".formatted(source, line, lines);
    }
  }

  private enum Kind {
    TYPE,
    METHOD,
    OTHER
  }

  private record Block(Kind kind, int line) {}

  static List<Method> of(Source source) {
    var methods = new ArrayList<Method>();
    var open = new ArrayDeque<Block>();
    var header = new StringBuilder();
    var line = 1;
    var begun = 1;
    for (var c : blanked(source).toCharArray()) {
      switch (c) {
        case '{' -> {
          open.push(new Block(kind(header.toString().strip(), open), begun));
          header.setLength(0);
        }
        case '}' -> {
          var block = open.pop();
          if (block.kind() == Kind.METHOD) {
            methods.add(new Method(source, block.line(), line - block.line() + 1));
          }
          header.setLength(0);
        }
        case ';' -> header.setLength(0);
        default -> {
          if (header.isEmpty() && !Character.isWhitespace(c)) begun = line;
          if (!header.isEmpty() || !Character.isWhitespace(c)) header.append(c);
          if (c == '\n') line++;
          if (c == '\n' && isAnnotation(header)) header.setLength(0);
        }
      }
    }
    return methods;
  }

  /// The same text with as many lines, without what is no code.
  private static String blanked(Source source) {
    return NOT_CODE
        .matcher(String.join("\n", source.lines()))
        .replaceAll(
            match -> "\n".repeat((int) match.group().chars().filter(c -> c == '\n').count()));
  }

  private static boolean isAnnotation(CharSequence header) {
    return ANNOTATION.matcher(header).matches();
  }

  private static Kind kind(String header, Deque<Block> open) {
    if (TYPE.matcher(header).matches()) return Kind.TYPE;
    var isMember = open.peek() != null && open.peek().kind() == Kind.TYPE;
    if (!isMember || header.contains("=")) return Kind.OTHER;
    return header.contains("(") || COMPACT_CONSTRUCTOR.matcher(header).matches()
        ? Kind.METHOD
        : Kind.OTHER;
  }
}
