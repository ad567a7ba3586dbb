package io.github.lambdalayer.python.requirement;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.target.MarkerEnvironment;
import io.github.lambdalayer.python.version.Specifier;
import io.github.lambdalayer.python.version.Version;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.stream.Collectors;

/** Judges markers where they stand: in a package's metadata, or in a lock file. */
final class MarkerContext {

    private final MarkerEnvironment environment;
    private final boolean inLock;
    private final Set<String> extras;
    private final Set<String> groups;

    private MarkerContext(MarkerEnvironment environment, boolean inLock, Set<String> extras, Set<String> groups) {
        this.environment = environment;
        this.inLock = inLock;
        this.extras = extras;
        this.groups = groups;
    }

    static MarkerContext ofMetadata(MarkerEnvironment environment, Set<ExtraName> extras) {
        return new MarkerContext(environment, false, values(extras), Set.of());
    }

    static MarkerContext ofLock(MarkerEnvironment environment, Set<ExtraName> extras, Set<String> groups) {
        Set<String> normal = groups.stream().map(ExtraName::normalForm).collect(Collectors.toSet());
        return new MarkerContext(environment, true, values(extras), normal);
    }

    private static Set<String> values(Set<ExtraName> names) {
        return names.stream().map(ExtraName::value).collect(Collectors.toSet());
    }

    /** Goes as deep as the parser's limit on parentheses lets a marker be. */
    boolean holds(Marker marker) {
        if (marker instanceof MarkerAnd and) {
            return and.all().stream().allMatch(this::holds);
        }
        if (marker instanceof MarkerOr or) {
            return or.any().stream().anyMatch(this::holds);
        }
        return holds((MarkerComparison) marker);
    }

    private boolean holds(MarkerComparison comparison) {
        if (isSet(comparison.left()) || isSet(comparison.right())) {
            return holdsForSet(comparison);
        }
        boolean versions = isVersion(comparison.left()) || isVersion(comparison.right());
        boolean negative = comparison.operator().isNegative();
        for (String left : values(comparison, comparison.left())) {
            for (String right : values(comparison, comparison.right())) {
                if (compare(comparison, left, right, versions) != negative) {
                    return !negative;
                }
            }
        }
        return negative;
    }

    /** The values that a side can have: one, but for {@code extra}, which has one for each extra asked for. */
    private Set<String> values(MarkerComparison comparison, MarkerOperand operand) {
        if (operand instanceof MarkerLiteral literal) {
            return Set.of(literal.text());
        }
        MarkerVariable variable = (MarkerVariable) operand;
        if (variable != MarkerVariable.EXTRA) {
            return Set.of(value(variable));
        }
        if (inLock) {
            throw undefined(comparison, "the variable extra does not exist in a lock file");
        }
        return extras.isEmpty() ? Set.of("") : extras;
    }

    /** Builds of Python from a working copy end in a bare {@code +}, which no version does. */
    private String value(MarkerVariable variable) {
        String value = environment.get(variable.toString());
        return value.endsWith("+") ? value + "local" : value;
    }

    private boolean holdsForSet(MarkerComparison comparison) {
        if (!inLock) {
            throw undefined(comparison, "the variables extras and dependency_groups exist in lock files only");
        }
        if (!comparison.operator().isMembership() || !(comparison.left() instanceof MarkerLiteral name)) {
            throw undefined(comparison, "a set is asked with \"name\" in or \"name\" not in");
        }
        Set<String> set = comparison.right() == MarkerVariable.EXTRAS ? extras : groups;
        boolean contained = set.contains(name.text());
        return contained == (comparison.operator() == MarkerOperator.IN);
    }

    private static boolean compare(MarkerComparison comparison, String left, String right, boolean versions) {
        MarkerOperator operator = comparison.operator();
        if (operator.isMembership()) {
            return contains(comparison, left, right) == (operator == MarkerOperator.IN);
        }
        Optional<Version> version = versions ? Version.tryParse(left) : Optional.empty();
        Optional<Specifier> specifier = version.flatMap(v -> specifier(operator, right));
        if (specifier.isPresent()) {
            return specifier.get().accepts(version.get());
        }
        return compareTexts(comparison, left, right);
    }

    private static Optional<Specifier> specifier(MarkerOperator operator, String version) {
        return Specifier.tryParse(operator + version);
    }

    /** Texts have no order: {@code <=} and {@code >=} mean equal, {@code <} and {@code >} never hold. */
    private static boolean compareTexts(MarkerComparison comparison, String left, String right) {
        return switch (comparison.operator()) {
            case EQUAL, LESS_OR_EQUAL, GREATER_OR_EQUAL -> left.equals(right);
            case NOT_EQUAL -> !left.equals(right);
            case LESS, GREATER -> false;
            case ARBITRARY, COMPATIBLE, IN, NOT_IN ->
                throw undefined(comparison, comparison.operator() + " compares versions only");
        };
    }

    /** {@code python_version in "3.10 3.11"} is meant as a list; everything else is a part of a text. */
    private static boolean contains(MarkerComparison comparison, String part, String whole) {
        if (!isVersion(comparison.left())) {
            return whole.contains(part);
        }
        return Collections.list(new StringTokenizer(whole, " ,|")).contains(part);
    }

    private static boolean isVersion(MarkerOperand operand) {
        return operand instanceof MarkerVariable variable && variable.kind() == MarkerVariable.Kind.VERSION;
    }

    private static boolean isSet(MarkerOperand operand) {
        return operand instanceof MarkerVariable variable && variable.kind() == MarkerVariable.Kind.SET;
    }

    private static LayerException undefined(MarkerComparison comparison, String because) {
        return new LayerException(
                RequirementProblem.UNDEFINED_MARKER, "The marker " + comparison + " has no answer: " + because + ".");
    }
}
