package io.geminigateway.pool;

import java.util.random.RandomGenerator;

/// The order in which a roster is gone through: by its numbers when it is short; else every so many
/// places from a random start, so that stopping early leaves a random part of it, and nothing is
/// allocated for that.
record Walk(int start, int stride, int size) {
    static Walk over(int size, int shortOnes, RandomGenerator random) {
        if (size <= shortOnes) {
            return new Walk(0, 1, size);
        }
        return new Walk(random.nextInt(size), coprime(size, random), size);
    }

    int at(int step) {
        return (int) ((start + (long) step * stride) % size);
    }

    /// Such a stride meets every place once.
    private static int coprime(int size, RandomGenerator random) {
        while (true) {
            var stride = 1 + random.nextInt(size - 1);
            if (greatestCommonDivisor(stride, size) == 1) {
                return stride;
            }
        }
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
