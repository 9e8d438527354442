package io.helyos.contract.spec.document;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;

/// Reads YAML 1.2 from the engine's event stream, which is lazy and flat: at the first level too
/// deep nothing behind it has been looked at. The engine's own tree of nodes would overflow the
/// stack, resolve aliases and pass over duplicate keys.
public final class YamlDocument {
  private static final LoadSettings SETTINGS = LoadSettings.builder().setUseMarks(true).build();

  private YamlDocument() {}

  public static DocumentReading read(String text) {
    try {
      return build(new Parse(SETTINGS).parseString(text));
    } catch (MarkedYamlEngineException e) {
      var at = position(e.getProblemMark().or(e::getContextMark));
      return new DocumentReading.Broken(at, problem(text, e));
    } catch (ReaderException e) {
      var units =
          text.offsetByCodePoints(
              0, Math.min(e.getPosition(), text.codePointCount(0, text.length())));
      return new DocumentReading.Broken(
          Position.after(text, units),
          "the character U+%04X: remove it".formatted(e.getCodePoint()));
    } catch (RuntimeException e) {
      // The engine lets other exceptions through for hostile escapes and directives.
      return new DocumentReading.Broken(
          Position.START, "a text that the parser gave up on: check its escapes and directives");
    }
  }

  private static DocumentReading build(Iterable<Event> events) {
    var tree = new TreeBuilder();
    for (var event : events) {
      var at = position(event.getStartMark());
      switch (event) {
        case DocumentStartEvent _ when tree.root().isPresent() -> {
          return new DocumentReading.Whole(tree.root().get(), Optional.of(at));
        }
        case MappingStartEvent _, SequenceStartEvent _ when !tree.hasRoom() -> {
          return new DocumentReading.TooDeep(at);
        }
        default -> add(tree, event, at);
      }
    }
    return tree.root()
        .<DocumentReading>map(root -> new DocumentReading.Whole(root, Optional.empty()))
        .orElseGet(DocumentReading.Nothing::new);
  }

  private static void add(TreeBuilder tree, Event event, Position at) {
    switch (event.getEventId()) {
      case Scalar -> {
        var scalar = (ScalarEvent) event;
        tree.add(new DocumentNode.Scalar(at, scalar.getValue(), scalar.isPlain()), scalar.getTag());
      }
      case Alias -> {
        var name = ((AliasEvent) event).getAlias().getValue();
        tree.add(new DocumentNode.Alias(at, name), Optional.empty());
      }
      case MappingStart -> tree.begin(at, true, ((MappingStartEvent) event).getTag());
      case SequenceStart -> tree.begin(at, false, ((SequenceStartEvent) event).getTag());
      case MappingEnd, SequenceEnd -> tree.end();
      case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment -> {}
    }
  }

  private static Position position(Optional<Mark> mark) {
    return mark.map(m -> new Position(m.getLine() + 1, m.getColumn() + 1)).orElse(Position.START);
  }

  private static String problem(String text, MarkedYamlEngineException e) {
    var at = e.getProblemMark().map(Mark::getIndex).orElse(0);
    var isTab =
        at < text.codePointCount(0, text.length())
            && text.codePointAt(text.offsetByCodePoints(0, at)) == '\t';
    return isTab
        ? "a tab in the indentation: use spaces"
        : "a syntax error (%s): check indentation, quotes and brackets".formatted(e.getProblem());
  }
}
