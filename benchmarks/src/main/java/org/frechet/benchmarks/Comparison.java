package org.frechet.benchmarks;

/** How a benchmark is compared with another one. */
enum Comparison {
  /** Its time, divided by the other's. */
  RATIO {
    @Override
    double of(Measured each, Measured other) {
      return each.nanoseconds() / other.nanoseconds();
    }

    @Override
    String show(double number, String against) {
      return "%.3g × %s".formatted(number, against);
    }
  },

  /** Its time without the other's. */
  NANOSECONDS_BEYOND {
    @Override
    double of(Measured each, Measured other) {
      return each.nanoseconds() - other.nanoseconds();
    }

    @Override
    String show(double number, String against) {
      return "%.1f ns beyond %s".formatted(number, against);
    }
  },

  /** What it allocates without what the other does; the harness itself leaves parts of a byte. */
  BYTES_BEYOND {
    @Override
    double of(Measured each, Measured other) {
      return Math.round(each.bytes() - other.bytes());
    }

    @Override
    String show(double number, String against) {
      return "%.0f B beyond %s".formatted(number, against);
    }
  },

  /** What it allocates. */
  BYTES {
    @Override
    double of(Measured each, Measured other) {
      return each.bytes();
    }

    @Override
    String show(double number, String against) {
      return "%.0f B an operation".formatted(number);
    }
  },

  /** The memory that it was given, in GiB, if it has finished with that. */
  GIBIBYTES {
    @Override
    double of(Measured each, Measured other) {
      return each.heap() / Math.scalb(1.0, 30);
    }

    @Override
    String show(double number, String against) {
      return "finished in %.3g GiB".formatted(number);
    }
  };

  abstract double of(Measured each, Measured other);

  abstract String show(double number, String against);
}
