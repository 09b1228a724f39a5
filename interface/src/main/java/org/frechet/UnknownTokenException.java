package org.frechet;

import java.io.Serial;
import java.util.Collection;
import java.util.stream.Collectors;
import org.frechet.backend.AdType;

/** No installed backend handles a token. */
public final class UnknownTokenException extends IllegalArgumentException {

  @Serial private static final long serialVersionUID = 1L;

  UnknownTokenException(AdType token, Collection<Class<?>> installed) {
    super(
        "No backend for %s. Installed: %s. Add its artifact to the path, or install its module."
            .formatted(
                token,
                installed.stream()
                    .map(Class::getSimpleName)
                    .sorted()
                    .collect(Collectors.joining(", "))));
  }
}
