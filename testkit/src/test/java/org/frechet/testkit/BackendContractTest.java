package org.frechet.testkit;

import java.util.stream.Stream;
import org.frechet.backend.AutoFiniteDiff;
import org.frechet.backend.AutoForward;
import org.frechet.backend.AutoReverse;
import org.frechet.backend.SecondOrder;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class BackendContractTest {

  @TestFactory
  Stream<DynamicTest> contract() {
    return BackendContract.tests(
        new AutoForward(),
        new AutoForward(2),
        new AutoReverse(),
        new AutoFiniteDiff(),
        SecondOrder.of(new AutoForward(), new AutoReverse()),
        SecondOrder.of(new AutoReverse(), new AutoForward()),
        SecondOrder.of(new AutoFiniteDiff(), new AutoReverse()));
  }
}
