/// A whole journal as one file, to be carried from one kind of journal to another: what `helyosd
/// journal export` writes and `import` reads. An event keeps its offset, its sequence and every
/// byte. Nobody writes into such a file a second time.
///
/// Each line is a JSON object: first the format, then an event a line in the order of the feed
/// (`recorded` is base64 of [io.helyos.persistence.serialization.RecordedFormat]), at last how many
/// they are and the SHA-256 of all lines before.
@NullMarked
package io.helyos.persistence.archive;

import org.jspecify.annotations.NullMarked;
