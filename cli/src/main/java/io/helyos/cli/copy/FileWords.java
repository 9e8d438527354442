package io.helyos.cli.copy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// What went wrong with a file, in words: the JDK often says no more than its name.
final class FileWords {
  private FileWords() {}

  static String of(IOException failure) {
    return switch (failure) {
      case AccessDeniedException e -> e.getFile() + " may not be read or written by you";
      case NoSuchFileException e -> e.getFile() + " is not there";
      case FileAlreadyExistsException e -> e.getFile() + " is there and no directory";
      case DirectoryNotEmptyException e -> e.getFile() + " is a directory";
      case FileSystemException e -> e.getFile() + ": " + e.getReason();
      default -> wrapped(failure);
    };
  }

  private static String wrapped(IOException failure) {
    return failure.getCause() instanceof IOException cause
        ? of(cause)
        : String.valueOf(failure.getMessage());
  }
}
