package io.helyos.persistence.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Nothing could be read or written, and why. The message is fit for an operator's eyes.
public final class StorageFailure extends RuntimeException {
  public StorageFailure(String message) {
    super(message);
  }

  public StorageFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /// Says what an error of SQLite means for this file, and what to do about it.
  static StorageFailure of(Path file, Throwable cause) {
    if (cause instanceof StorageFailure known) return known;
    return new StorageFailure(advice(file, cause), cause);
  }

  /// Rows that are there already stand in the way: another writer was faster.
  static boolean isConflict(Throwable failure) {
    return failure instanceof SQLException sql && primary(sql) == SQLiteErrorCode.SQLITE_CONSTRAINT;
  }

  private static String advice(Path file, Throwable cause) {
    if (!(cause instanceof SQLException sql)) return file + ": " + cause;
    var found = " (" + sql.getMessage() + ")";
    return switch (primary(sql)) {
      case SQLITE_CONSTRAINT ->
          "These rows are already in %s: somebody else has written them. Read again before writing."
              .formatted(file);
      case SQLITE_FULL ->
          "No space left on the disk that holds %s%s. Free some space, then try again."
              .formatted(file, found);
      case SQLITE_BUSY, SQLITE_LOCKED ->
          "%s is locked by another program%s. Close that program, then try again."
              .formatted(file, found);
      case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN, SQLITE_AUTH ->
          "%s cannot be opened or written%s. Check its owner, its permissions and its folder."
              .formatted(file, found);
      case SQLITE_CORRUPT, SQLITE_NOTADB ->
          "%s is damaged or no database%s. Keep a copy of it, then restore it from a backup."
              .formatted(file, found);
      case SQLITE_IOERR ->
          "The disk that holds %s reports an error%s. Check the disk and the kernel's log."
              .formatted(file, found);
      default -> "SQLite refuses to work on %s%s.".formatted(file, found);
    };
  }

  /// SQLite puts its detail into the upper bits of a code; the lowest eight say what it is about.
  private static SQLiteErrorCode primary(SQLException failure) {
    var code = failure instanceof SQLiteException sqlite ? sqlite.getResultCode().code : 0;
    return SQLiteErrorCode.getErrorCode(code & 0xff);
  }
}
