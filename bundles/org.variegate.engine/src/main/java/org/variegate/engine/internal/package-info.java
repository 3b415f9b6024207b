/** The engine as a component: configurations, services, and what became of them. */
package org.variegate.engine.internal;
