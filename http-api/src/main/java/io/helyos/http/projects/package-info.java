/// The routes of projects. Called by the front door; each sends one command or reads one row.
@NullMarked
package io.helyos.http.projects;

import org.jspecify.annotations.NullMarked;
