package io.github.lambdalayer.python.requirement;

/** One side of a comparison in a marker. */
sealed interface MarkerOperand permits MarkerVariable, MarkerLiteral {}
