// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { leastSquares, linearFit } from './least-squares';

describe('least squares', () => {
  it('fits a line as by hand, with its covariance', () => {
    // y = 1, 2, 4 at x = 0, 1, 2: slope 3/2, at 0 5/6; residual sum of squares 1/6 with one degree of freedom.
    const { coefficients, covarianceRoot, residuals } = linearFit(
      [
        [1, 0],
        [1, 1],
        [1, 2],
      ],
      [1, 2, 4],
    );
    expect(coefficients[0]).toBeCloseTo(5 / 6, 12);
    expect(coefficients[1]).toBeCloseTo(3 / 2, 12);
    expect([...residuals].map((r) => r * 6).map(Math.round)).toEqual([1, -2, 1]);
    // Var(slope) = (1/6) / Σ(x − 1)² = 1/12.
    const row = covarianceRoot[1]!;
    expect(row.reduce((sum, root) => sum + root * root, 0)).toBeCloseTo(1 / 12, 12);
  });

  it('says when a column repeats another', () =>
    expect(() =>
      linearFit(
        [
          [1, 2],
          [2, 4],
          [3, 6],
        ],
        [1, 2, 3],
      ),
    ).toThrow(/column 1 says nothing/));

  it('finds the parameters of a curve', () => {
    const x = [0, 1, 2, 3, 4, 5];
    const y = x.map((at) => 7 * Math.exp(-0.4 * at) + 1);
    const { parameters, sumOfSquares } = leastSquares(
      ([a = 0, b = 0, c = 0]) =>
        Float64Array.from(x, (at, i) => a * Math.exp(-b * at) + c - (y[i] as number)),
      Float64Array.of(1, 1, 0),
    );
    expect(sumOfSquares).toBeLessThan(1e-12);
    expect([...parameters].map((value) => Math.round(value * 1e5) / 1e5)).toEqual([7, 0.4, 1]);
  });

  it("Rosenbrock's valley to its end", () => {
    const { parameters } = leastSquares(
      ([x = 0, y = 0]) => Float64Array.of(10 * (y - x * x), 1 - x),
      Float64Array.of(-1.2, 1),
    );
    expect(parameters[0]).toBeCloseTo(1, 6);
    expect(parameters[1]).toBeCloseTo(1, 6);
  });
});
