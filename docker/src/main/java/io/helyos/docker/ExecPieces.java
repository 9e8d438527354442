package io.helyos.docker;

import io.helyos.model.port.ExecPiece;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Cuts a command's output out of the engine's stream: frames of a stream's number, a length and
/// bytes, or bare bytes when there is a terminal.
///
/// @param ended run once, when the stream has ended in whatever way
record ExecPieces(boolean tty, Runnable ended) implements StreamPublisher.Format<ExecPiece> {
  private static final int STDERR = 2;

  @Override
  public StreamPublisher.Reader<ExecPiece> read(InputStream bytes) {
    return tty ? new Bare(bytes, ended) : new Framed(new DataInputStream(bytes), ended);
  }

  private record Bare(InputStream bytes, Runnable ended)
      implements StreamPublisher.Reader<ExecPiece> {
    @Override
    public @Nullable ExecPiece next() throws IOException {
      var piece = some(bytes, ExecPiece.LARGEST);
      if (piece.length > 0) return new ExecPiece(false, piece);
      ended.run();
      return null;
    }
  }

  private static final class Framed implements StreamPublisher.Reader<ExecPiece> {
    private final DataInputStream bytes;
    private final Runnable ended;
    private boolean stderr;
    private int left;

    Framed(DataInputStream bytes, Runnable ended) {
      this.bytes = bytes;
      this.ended = ended;
    }

    @Override
    public @Nullable ExecPiece next() throws IOException {
      while (left == 0) {
        var number = bytes.read();
        if (number < 0) {
          ended.run();
          return null;
        }
        stderr = number == STDERR;
        bytes.skipNBytes(3);
        left = bytes.readInt();
      }
      var piece = some(bytes, Math.min(left, ExecPiece.LARGEST));
      if (piece.length == 0) throw new IOException("the stream broke off within a frame");
      left -= piece.length;
      return new ExecPiece(stderr, piece);
    }
  }

  /// What is there, at least one byte; nothing at the end.
  private static byte[] some(InputStream bytes, int most) throws IOException {
    var buffer = new byte[most];
    var read = bytes.read(buffer);
    return read < 0 ? new byte[0] : Arrays.copyOf(buffer, read);
  }
}
