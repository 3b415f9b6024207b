/** Scenes with models from files. */
package org.variegate.source.models;
