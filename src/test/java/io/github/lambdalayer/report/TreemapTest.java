package io.github.lambdalayer.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lambdalayer.report.Treemap.Area;
import io.github.lambdalayer.report.Treemap.Cell;
import io.github.lambdalayer.report.Treemap.Item;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TreemapTest {

    private static final Area WHOLE = new Area(0, 0, 100, 100);

    @Test
    void areasAreAsLargeAsTheWeightsAndCoverTheWhole() {
        Random random = new Random(1);
        for (int round = 0; round < 200; round++) {
            List<Item> items = IntStream.rangeClosed(0, random.nextInt(40))
                    .mapToObj(i -> new Item("i" + i, 1 + random.nextInt(100_000)))
                    .toList();
            long total = items.stream().mapToLong(Item::weight).sum();
            List<Cell> cells = Treemap.of(items, WHOLE);
            assertThat(cells).hasSameSizeAs(items).allSatisfy(cell -> {
                Area area = cell.area();
                assertThat(area.width() * area.height())
                        .isCloseTo(1e4 * cell.item().weight() / total, within(1e-6));
                assertThat(area.x()).isGreaterThan(-1e-6);
                assertThat(area.y()).isGreaterThan(-1e-6);
                assertThat(area.x() + area.width()).isLessThan(100 + 1e-6);
                assertThat(area.y() + area.height()).isLessThan(100 + 1e-6);
            });
        }
    }

    @Test
    void equalWeightsMakeSquares() {
        List<Item> items =
                IntStream.range(0, 4).mapToObj(i -> new Item("i" + i, 5)).toList();
        assertThat(Treemap.of(items, WHOLE))
                .extracting(Cell::area)
                .containsExactly(
                        new Area(0, 0, 50, 50),
                        new Area(0, 50, 50, 50),
                        new Area(50, 0, 50, 50),
                        new Area(50, 50, 50, 50));
    }

    @Test
    void whatHasNoWeightHasNoArea() {
        assertThat(Treemap.of(List.of(new Item("nothing", 0)), WHOLE)).isEmpty();
        assertThat(Treemap.of(List.of(), WHOLE)).isEmpty();
    }
}
