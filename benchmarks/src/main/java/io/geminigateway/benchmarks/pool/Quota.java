package io.geminigateway.benchmarks.pool;

/// A quota as Google keeps it. Times are seconds.
interface Quota {
    /// How long until `cost` is to be had; 0 if it is now.
    double wait(double cost, double now);

    void take(double cost, double now);

    /// A token bucket that holds a minute's worth.
    static Quota bucket(double perMinute) {
        return new Quota() {
            private double level = perMinute;
            private double asOf;

            @Override
            public double wait(double cost, double now) {
                refill(now);
                return level >= cost ? 0 : (cost - level) * 60 / perMinute;
            }

            @Override
            public void take(double cost, double now) {
                refill(now);
                level -= cost;
            }

            private void refill(double now) {
                level = Math.min(perMinute, level + (now - asOf) * perMinute / 60);
                asOf = now;
            }
        };
    }

    /// So much in each fixed stretch of time.
    static Quota window(double amount, double length) {
        return new Quota() {
            private double used;
            private double window = -1;

            @Override
            public double wait(double cost, double now) {
                turn(now);
                return used + cost <= amount ? 0 : (window + 1) * length - now;
            }

            @Override
            public void take(double cost, double now) {
                turn(now);
                used += cost;
            }

            private void turn(double now) {
                if (Math.floor(now / length) > window) {
                    window = Math.floor(now / length);
                    used = 0;
                }
            }
        };
    }
}
