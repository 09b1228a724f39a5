package org.frechet.value;

import java.util.StringJoiner;

/** Values as people read them; large ones are cut off. */
final class Rendering {

  private static final int SHOWN = 8;

  private Rendering() {}

  static String render(Shape shape, Storage storage) {
    return switch (shape.kind()) {
      case SCALAR -> Double.toString(storage.get(0, 0));
      case VECTOR -> row(storage.transpose(), 0);
      case MATRIX -> rows(storage);
    };
  }

  private static String rows(Storage storage) {
    StringJoiner rows = new StringJoiner(",\n ", "[", "]");
    for (int i = 0; i < Math.min(SHOWN, storage.rows); i++) {
      rows.add(row(storage, i));
    }
    if (storage.rows > SHOWN) {
      rows.add("… " + storage.rows + " rows");
    }
    return rows.toString();
  }

  private static String row(Storage storage, int i) {
    StringJoiner entries = new StringJoiner(", ", "[", "]");
    for (int j = 0; j < Math.min(SHOWN, storage.columns); j++) {
      entries.add(Double.toString(storage.get(i, j)));
    }
    if (storage.columns > SHOWN) {
      entries.add("… " + storage.columns);
    }
    return entries.toString();
  }
}
