package io.github.lambdalayer.python.requirement;

import io.github.lambdalayer.python.name.ExtraName;

/** One comparison of a marker, such as {@code python_version < "3.11"}; names of extras are in normal form. */
record MarkerComparison(MarkerOperand left, MarkerOperator operator, MarkerOperand right) implements Marker {

    MarkerComparison {
        left = normalised(left, right);
        right = normalised(right, left);
    }

    private static MarkerOperand normalised(MarkerOperand operand, MarkerOperand other) {
        boolean isName = other instanceof MarkerVariable variable && variable.holdsNames();
        return isName && operand instanceof MarkerLiteral literal
                ? new MarkerLiteral(ExtraName.normalForm(literal.text()))
                : operand;
    }

    @Override
    public String toString() {
        return left + " " + operator + " " + right;
    }
}
