package io.github.lambdalayer.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Divides a rectangle among weights so that the parts are as square as may be (Bruls, Huizing, van Wijk, "Squarified
 * Treemaps").
 */
final class Treemap {

    /** Something with a weight that is not negative. */
    record Item(String label, long weight) {}

    /** An area, its sides in per cent of the whole. */
    record Area(double x, double y, double width, double height) {

        private double shorter() {
            return Math.min(width, height);
        }
    }

    /** An item and its area. */
    record Cell(Item item, Area area) {}

    private final double perWeight;
    private final List<Cell> cells = new ArrayList<>();
    private Area left;

    private Treemap(Area whole, long total) {
        this.left = whole;
        this.perWeight = total == 0 ? 0 : whole.width() * whole.height() / total;
    }

    /** The areas, largest first; what has no weight has none. */
    static List<Cell> of(List<Item> items, Area whole) {
        List<Item> sorted = items.stream()
                .filter(item -> item.weight() > 0)
                .sorted(Comparator.comparingLong(Item::weight).reversed().thenComparing(Item::label))
                .toList();
        Treemap map = new Treemap(whole, sorted.stream().mapToLong(Item::weight).sum());
        map.divide(sorted);
        return map.cells;
    }

    private void divide(List<Item> sorted) {
        int begin = 0;
        while (begin < sorted.size()) {
            int end = begin + 1;
            while (end < sorted.size() && worst(sorted.subList(begin, end + 1)) <= worst(sorted.subList(begin, end))) {
                end++;
            }
            row(sorted.subList(begin, end));
            begin = end;
        }
    }

    /** How far from square the worst part of a row is. */
    private double worst(List<Item> row) {
        double total = size(row);
        double side = left.shorter();
        double largest = row.get(0).weight() * perWeight;
        double smallest = row.get(row.size() - 1).weight() * perWeight;
        return Math.max(side * side * largest / (total * total), total * total / (side * side * smallest));
    }

    private double size(List<Item> row) {
        return row.stream().mapToLong(Item::weight).sum() * perWeight;
    }

    /** Lays a row along the shorter side of what is left. */
    private void row(List<Item> row) {
        boolean upright = left.width() >= left.height();
        double thick = size(row) / left.shorter();
        double at = upright ? left.y() : left.x();
        for (Item item : row) {
            double length = item.weight() * perWeight / thick;
            cells.add(new Cell(
                    item, upright ? new Area(left.x(), at, thick, length) : new Area(at, left.y(), length, thick)));
            at += length;
        }
        left = upright
                ? new Area(left.x() + thick, left.y(), Math.max(0, left.width() - thick), left.height())
                : new Area(left.x(), left.y() + thick, left.width(), Math.max(0, left.height() - thick));
    }
}
