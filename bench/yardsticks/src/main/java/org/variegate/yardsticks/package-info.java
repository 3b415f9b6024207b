/** Two yardsticks for frames: a judge that knows photographs, and transfer to photographs. */
package org.variegate.yardsticks;
