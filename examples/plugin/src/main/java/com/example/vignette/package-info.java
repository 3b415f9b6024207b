/** Darkens images towards their corners. */
package com.example.vignette;
