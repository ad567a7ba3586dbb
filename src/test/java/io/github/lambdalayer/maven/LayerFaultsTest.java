package io.github.lambdalayer.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Problems;
import org.junit.jupiter.api.Test;

class LayerFaultsTest {

    private final LayerFaults faults = new LayerFaults();

    @Test
    void whatIsWrongWithAllLayersIsToldOnceAndTheRestWithItsLayer() {
        Problems web = faults.of("web");
        web.add(bad("<regions> is bad."));
        web.add(bad("<requirement> 1 is bad."));
        Problems ml = faults.of("ml");
        ml.add(bad("<requirement> 2 is bad."));
        ml.add(bad("<regions> is bad."));
        assertThat(told())
                .containsExactly(
                        "<regions> is bad.", "Layer web: <requirement> 1 is bad.", "Layer ml: <requirement> 2 is bad.");
    }

    @Test
    void theOnlyLayerNeedsNoName() {
        faults.of("web").add(bad("<regions> is bad."));
        assertThat(told()).containsExactly("<regions> is bad.");
    }

    @Test
    void whatIsWrongWithOneOfSeveralSaysWithWhich() {
        faults.of("web").add(bad("<regions> is bad."));
        faults.of("ml");
        assertThat(told()).containsExactly("Layer web: <regions> is bad.");
    }

    private Iterable<String> told() {
        Problems all = new Problems();
        faults.addTo(all);
        return all.found().stream().map(LayerException::sentence).toList();
    }

    private static LayerException bad(String sentence) {
        return new LayerException(PomProblem.BAD_PARAMETER, sentence);
    }
}
