package org.frechet.rule;

import java.util.List;
import org.frechet.value.Indexing;
import org.frechet.value.Indexing.Block;
import org.frechet.value.Indexing.Embed;
import org.frechet.value.Indexing.Entry;
import org.frechet.value.Indexing.OneHot;
import org.frechet.value.Matrix;
import org.frechet.value.Reductions;
import org.frechet.value.Shaping;
import org.frechet.value.Shaping.Fill;
import org.frechet.value.Shaping.Reshape;
import org.frechet.value.Vector;

/** Entries, blocks, and other rearrangements: all linear, in adjoint pairs. */
final class IndexingRules implements RuleSet {

  @Override
  public void declare(RuleBinder rules) {
    rules.on(Shaping.TRANSPOSE).linear((y, x, gy) -> gy.transpose());
    rules
        .on(Entry.class)
        .frule((get, y, x, dx) -> get.apply(dx))
        .rrule((get, y, x, gy) -> new OneHot(x.shape(), get.row(), get.column()).apply(gy))
        .selection();
    rules
        .on(OneHot.class)
        .frule((put, y, x, dx) -> put.apply(dx))
        .rrule((put, y, x, gy) -> new Entry(put.row(), put.column()).apply(gy));
    rules
        .on(Block.class)
        .frule((cut, y, x, dx) -> cut.apply(dx))
        .rrule((cut, y, x, gy) -> new Embed(x.shape(), cut.row(), cut.column()).apply(gy));
    rules
        .on(Embed.class)
        .frule((put, y, x, dx) -> put.apply(dx))
        .rrule((put, y, x, gy) -> new Block(x.shape(), put.row(), put.column()).apply(gy));
    rules
        .on(Reshape.class)
        .frule((reshape, y, x, dx) -> reshape.apply(dx))
        .rrule((reshape, y, x, gy) -> Shaping.reshape(gy, x.shape()));
    rules
        .on(Fill.class)
        .frule((fill, y, x, dx) -> fill.apply(dx))
        .rrule((fill, y, x, gy) -> Reductions.sum(gy));
    rules.on(Indexing.DIAGONAL).linear((y, x, gy) -> embeddedDiagonal(x, gy));
    rules.on(Indexing.DIAGONAL_MATRIX).linear((y, x, gy) -> gy.diagonal());
    rules
        .on(Indexing.STACK)
        .frule((y, xs, dxs) -> Indexing.STACK.apply(dxs))
        .rrule((y, xs, i, gy) -> gy.get(i));
    rules
        .on(Indexing.BESIDE)
        .frule((y, xs, dxs) -> Matrix.beside(dxs))
        .rrule((y, xs, i, gy) -> gy.block(0, columnsBefore(xs, i), gy.rows(), xs.get(i).columns()));
  }

  private static Matrix embeddedDiagonal(Matrix like, Vector diagonal) {
    Matrix square = Matrix.diagonal(diagonal);
    return square.hasShapeOf(like) ? square : (Matrix) new Embed(like.shape(), 0, 0).apply(square);
  }

  private static int columnsBefore(List<Matrix> matrices, int i) {
    return matrices.subList(0, i).stream().mapToInt(Matrix::columns).sum();
  }
}
