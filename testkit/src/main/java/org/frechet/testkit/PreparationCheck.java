package org.frechet.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.frechet.PreparedJacobian;
import org.frechet.ValueAndJacobian;

/**
 * Preparation is only speed: prepared at either point, used at both, twice, and by several threads
 * at once, an operator gives the same.
 */
final class PreparationCheck {

  private static final int THREADS = 4;
  private static final int ROUNDS = 8;

  /** Compares what an operator gave at a point with what is due there. */
  @FunctionalInterface
  interface Expectation {
    void expect(String what, ValueAndJacobian<Object> given, Object x);
  }

  private final Scenario scenario;
  private final Operators operators;
  private final Expectation expectation;

  PreparationCheck(Scenario scenario, Operators operators, Expectation expectation) {
    this.scenario = scenario;
    this.operators = operators;
    this.expectation = expectation;
  }

  void run(Findings findings) {
    findings.check("prepared", () -> prepared(scenario.x(), "prepared at this point"));
    findings.check(
        "prepared elsewhere", () -> prepared(scenario.elsewhere(), "prepared elsewhere"));
    findings.check("threads", this::threads);
  }

  private void prepared(Object at, String name) {
    PreparedJacobian<Object, Object> plan = operators.prepareJacobian(at);
    ValueAndJacobian<Object> first = plan.valueAndJacobian(scenario.x());
    expectation.expect("jacobian, " + name, first, scenario.x());
    expectation.expect(
        "jacobian, " + name + ", called at the other point",
        plan.valueAndJacobian(scenario.elsewhere()),
        scenario.elsewhere());
    expectation.expect(
        "jacobian, " + name + ", called again", plan.valueAndJacobian(scenario.x()), scenario.x());
    expectation.expect("an earlier jacobian, " + name, first, scenario.x());
  }

  private void threads() {
    PreparedJacobian<Object, Object> plan = operators.prepareJacobian(scenario.x());
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<List<ValueAndJacobian<Object>>>> running = started(pool, plan);
      for (int t = 0; t < THREADS; t++) {
        for (ValueAndJacobian<Object> given : result(running.get(t))) {
          expectation.expect("jacobian, by several threads at once", given, point(t));
        }
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private List<Future<List<ValueAndJacobian<Object>>>> started(
      ExecutorService pool, PreparedJacobian<Object, Object> plan) {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    List<Future<List<ValueAndJacobian<Object>>>> running = new ArrayList<>();
    for (int t = 0; t < THREADS; t++) {
      Object x = point(t);
      Callable<List<ValueAndJacobian<Object>>> task =
          () -> {
            start.await();
            return rounds(plan, x);
          };
      running.add(pool.submit(task));
    }
    return running;
  }

  private Object point(int thread) {
    return thread % 2 == 0 ? scenario.x() : scenario.elsewhere();
  }

  private static List<ValueAndJacobian<Object>> rounds(
      PreparedJacobian<Object, Object> plan, Object x) {
    List<ValueAndJacobian<Object>> given = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      given.add(plan.valueAndJacobian(x));
    }
    return given;
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("by several threads at once: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
