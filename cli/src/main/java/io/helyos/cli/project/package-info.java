/// Projects for people: the table and the commands that make, suspend, resume and delete one.
@NullMarked
package io.helyos.cli.project;

import org.jspecify.annotations.NullMarked;
