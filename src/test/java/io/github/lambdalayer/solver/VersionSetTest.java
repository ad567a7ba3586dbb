package io.github.lambdalayer.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class VersionSetTest {

    private static final int[] SIZES = {0, 1, 2, 63, 64, 65, 127, 128, 129, 300};

    @Test
    void printsItsIndexes() {
        assertThat(VersionSet.of(4, i -> i != 1)).hasToString("{0, 2, 3}");
        assertThat(VersionSet.none(4)).hasToString("{}");
    }

    @Test
    void setsOverOtherListsDoNotMix() {
        assertThatThrownBy(() -> VersionSet.all(3).and(VersionSet.all(4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sets over 3 and 4 candidates");
    }

    @RepeatedTest(200)
    void behavesAsPlainBitsDo(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int size = SIZES[random.nextInt(SIZES.length)];
        BitSet bits = bits(size, random);
        BitSet others = bits(size, random);
        VersionSet set = VersionSet.of(size, bits::get);
        VersionSet other = VersionSet.of(size, others::get);

        same(set, size, bits::get);
        same(set.not(), size, i -> !bits.get(i));
        same(set.and(other), size, i -> bits.get(i) && others.get(i));
        same(set.or(other), size, i -> bits.get(i) || others.get(i));
        same(set.minus(other), size, i -> bits.get(i) && !others.get(i));
        assertThat(set.intersects(other)).isEqualTo(bits.intersects(others));
        BitSet rest = (BitSet) bits.clone();
        rest.andNot(others);
        assertThat(set.isSubsetOf(other)).isEqualTo(rest.isEmpty());
        assertThat(set.and(other).isSubsetOf(set)).isTrue();
        if (size > 0) {
            int index = random.nextInt(size);
            same(VersionSet.only(size, index), size, i -> i == index);
        }
    }

    private static void same(VersionSet set, int size, IntPredicate expected) {
        VersionSet fresh = VersionSet.of(size, expected);
        assertThat(set).isEqualTo(fresh).hasSameHashCodeAs(fresh);
        BitSet bits = new BitSet();
        for (int i = 0; i < size; i++) {
            bits.set(i, expected.test(i));
            assertThat(set.contains(i)).isEqualTo(expected.test(i));
        }
        assertThat(set.count()).isEqualTo(bits.cardinality());
        assertThat(set.isEmpty()).isEqualTo(bits.isEmpty());
        assertThat(set.isFull()).isEqualTo(bits.cardinality() == size);
        assertThat(set.lowest()).isEqualTo(bits.nextSetBit(0));
        assertThat(set.highest()).isEqualTo(bits.length() - 1);
        assertThat(set.indexes().toArray()).isEqualTo(bits.stream().toArray());
    }

    /** Single bits, runs and noise. */
    private static BitSet bits(int size, Random random) {
        BitSet bits = new BitSet();
        if (size == 0) {
            return bits;
        }
        switch (random.nextInt(4)) {
            case 0 -> bits.set(random.nextInt(size));
            case 1 -> bits.set(random.nextInt(size), size);
            case 2 -> bits.set(0, random.nextInt(size) + 1);
            default -> random.ints(size / 2, 0, size).forEach(bits::set);
        }
        if (random.nextInt(4) == 0) {
            bits.flip(0, size);
        }
        return bits;
    }
}
