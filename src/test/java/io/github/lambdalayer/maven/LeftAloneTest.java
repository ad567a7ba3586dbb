package io.github.lambdalayer.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeftAloneTest {

    private static final String OTHERS = "Functions in other accounts cannot be checked.";

    private final LeftAlone leftAlone = new LeftAlone();

    @Test
    void whatIsTrueOfAllLayersNeedsNoNames() {
        leftAlone.add("data", 3, false, false);
        leftAlone.add("ml", 1, false, true);
        leftAlone.add("new", 0, true, false);
        assertThat(leftAlone.lines())
                .containsExactly("Nothing was deleted; add -Dlambda-layer.confirm to delete them.", OTHERS);
    }

    @Test
    void layersThatAreTreatedDifferentlyAreNamed() {
        leftAlone.add("data", 3, true, false);
        leftAlone.add("ml", 1, true, true);
        leftAlone.add("web", 2, true, true);
        assertThat(leftAlone.lines()).containsExactly("Nothing was deleted of ml, web: dryRun is true.", OTHERS);
        leftAlone.add("etl", 1, false, false);
        assertThat(leftAlone.lines())
                .containsExactly(
                        "Nothing was deleted of ml, web: dryRun is true.",
                        "Nothing was deleted of etl; add -Dlambda-layer.confirm to delete them.",
                        OTHERS);
    }

    @Test
    void nothingIsSaidWhereAllIsDeleted() {
        leftAlone.add("data", 3, true, false);
        assertThat(leftAlone.lines()).isEmpty();
    }
}
