package io.helyos.cli.output;

import io.helyos.cli.shell.Terminal;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/// Prints rows under headers: left-aligned, no borders, two spaces between. On a terminal lines are
/// cut at its width; in a pipe they never are.
public final class TablePrinter {
  private static final String GAP = "  ";

  private final PrintStream out;
  private final int width;
  private final Paint paint;
  private int[] widths = {};

  public TablePrinter(PrintStream out, Terminal terminal) {
    this.out = out;
    this.width = terminal.out() ? terminal.columns() : 0;
    this.paint = Paint.ofOut(terminal);
  }

  public <T> void print(List<Column<T>> columns, List<T> rows) {
    var lines = new ArrayList<List<String>>();
    lines.add(columns.stream().map(Column::title).toList());
    rows.forEach(row -> lines.add(cells(columns, row)));
    widths = widest(lines, columns.size());
    line(lines.getFirst(), List.of());
    lines.stream().skip(1).forEach(cells -> line(cells, columns));
  }

  /// One more row under a table that is already there, in its widths or wider.
  public <T> void add(List<Column<T>> columns, T row) {
    var cells = cells(columns, row);
    // A table that began empty has no widths but those of its headers.
    for (var i = 0; i < widths.length; i++) widths[i] = Math.max(widths[i], length(cells.get(i)));
    line(cells, columns);
  }

  static <T> List<String> cells(List<Column<T>> columns, T row) {
    return columns.stream().map(column -> SafeText.line(column.value().apply(row))).toList();
  }

  private static int[] widest(List<List<String>> lines, int columns) {
    var widest = new int[columns];
    for (var line : lines) {
      for (var i = 0; i < columns; i++) widest[i] = Math.max(widest[i], length(line.get(i)));
    }
    return widest;
  }

  private void line(List<String> cells, List<? extends Column<?>> columns) {
    var text = new StringBuilder();
    var room = width > 0 ? width : Integer.MAX_VALUE;
    for (var i = 0; i < cells.size() && room > 0; i++) {
      var last = i == cells.size() - 1;
      var cell = cut(last ? cells.get(i) : padded(cells.get(i), widths[i]) + GAP, room);
      room -= length(cell);
      var status = !columns.isEmpty() && columns.get(i).title().equals("Status");
      text.append(status ? paint.status(cells.get(i), cell) : cell);
    }
    out.println(text.toString().stripTrailing());
  }

  private static String padded(String cell, int to) {
    return cell + " ".repeat(Math.max(0, to - length(cell)));
  }

  private static String cut(String cell, int room) {
    if (length(cell) <= room) return cell;
    return cell.substring(0, cell.offsetByCodePoints(0, room));
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
