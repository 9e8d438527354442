package io.helyos.cli.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.helyos.cli.shell.CommandFailed;
import io.helyos.cli.shell.Shell;
import io.helyos.contract.resource.CheckpointResource;
import io.helyos.contract.resource.WireFormat;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;

/// A checkpoint as it lies in a file.
final class CheckpointFile {
  private static final ObjectMapper JSON = WireFormat.requests();

  private CheckpointFile() {}

  static CheckpointResource read(String file, Shell shell) {
    try {
      return JSON.readValue(Files.readAllBytes(shell.path(file)), CheckpointResource.class);
    } catch (NoSuchFileException e) {
      throw CommandFailed.usage("Expected the file " + file + ", found none.");
    } catch (JsonProcessingException e) {
      throw CommandFailed.usage(
          "Expected "
              + file
              + " to be a checkpoint as helyos audit checkpoint writes it, found"
              + " something else.");
    } catch (IOException e) {
      throw CommandFailed.usage("Expected to read " + file + ", found: " + e.getMessage() + ".");
    }
  }

  /// An old checkpoint is evidence, and never written over.
  static void write(String file, CheckpointResource checkpoint, Shell shell) {
    try {
      Files.write(
          shell.path(file), JSON.writeValueAsBytes(checkpoint), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw CommandFailed.usage("Expected no file " + file + ", found one. Name a new one.");
    } catch (IOException e) {
      throw CommandFailed.usage("Expected to write " + file + ", found: " + e.getMessage() + ".");
    }
  }
}
