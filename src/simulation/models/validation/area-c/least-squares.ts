// SPDX-License-Identifier: EUPL-1.2
/** Least squares, straight and with bends, for a handful of parameters. Pure. */

export interface LinearFit {
  readonly coefficients: Float64Array;
  /** Lower triangle L of the coefficients' covariance, L·Lᵀ: coefficients + L·z is a draw. */
  readonly covarianceRoot: readonly Float64Array[];
  readonly residuals: Float64Array;
}

/** Ordinary least squares by the normal equations. Throws where the columns do not tell each other apart. */
export function linearFit(rows: readonly (readonly number[])[], y: readonly number[]): LinearFit {
  const n = rows[0]?.length ?? 0;
  const [normal, right] = normalEquations(rows, y, n);
  const coefficients = solve(cholesky(normal), right);
  const residuals = Float64Array.from(rows, (row, i) => (y[i] as number) - dot(row, coefficients));
  const variance = dot(residuals, residuals) / (rows.length - n);
  const root = cholesky(normal);
  const covariance = Array.from({ length: n }, (_, k) =>
    solve(
      root,
      Float64Array.from({ length: n }, (_, i) => (i === k ? variance : 0)),
    ),
  );
  return { coefficients, covarianceRoot: cholesky(covariance), residuals };
}

/**
 * Levenberg–Marquardt (Marquardt 1963) with a Jacobian by differences: the parameters that make the
 * sum of squares of `residuals` least, from `start`. Ends where a step lowers it by less than a billionth.
 */
export function leastSquares(
  residuals: (parameters: Float64Array) => Float64Array,
  start: Float64Array,
): { parameters: Float64Array; sumOfSquares: number; iterations: number } {
  let parameters = start.slice();
  let at = residuals(parameters);
  let sumOfSquares = dot(at, at);
  let damping = 1e-3;
  let iterations = 0;
  for (; iterations < 100; iterations++) {
    const columns = Array.from(parameters, (value, k) => {
      const moved = parameters.slice();
      moved[k] = value + 1e-5;
      return residuals(moved).map((residual, i) => (residual - (at[i] as number)) / 1e-5);
    });
    const rows = Array.from(at, (_, i) => columns.map((column) => column[i] as number));
    const [normal, right] = normalEquations(rows, Array.from(at), parameters.length);
    let gain = 0;
    for (; damping < 1e12; damping *= 4) {
      const damped = normal.map((row, k) =>
        row.map((value, j) => (j === k ? value * (1 + damping) + 1e-12 : value)),
      );
      const step = solve(cholesky(damped), right);
      const tried = parameters.map((value, k) => value - (step[k] as number));
      const there = residuals(tried);
      const sum = dot(there, there);
      if (sum < sumOfSquares) {
        gain = sumOfSquares - sum;
        [parameters, at, sumOfSquares] = [tried, there, sum];
        damping /= 10;
        break;
      }
    }
    if (!(gain > 1e-9 * sumOfSquares)) break;
  }
  return { parameters, sumOfSquares, iterations };
}

function normalEquations(
  rows: readonly (readonly number[])[],
  y: readonly number[],
  n: number,
): [Float64Array[], Float64Array] {
  const normal = Array.from({ length: n }, () => new Float64Array(n));
  const right = new Float64Array(n);
  rows.forEach((row, i) => {
    for (let k = 0; k < n; k++) {
      right[k] = (right[k] as number) + (row[k] as number) * (y[i] as number);
      const of = normal[k] as Float64Array;
      for (let j = 0; j < n; j++) of[j] = (of[j] as number) + (row[k] as number) * (row[j] as number);
    }
  });
  return [normal, right];
}

function cholesky(matrix: readonly Float64Array[]): Float64Array[] {
  const root = matrix.map((row) => new Float64Array(row.length));
  matrix.forEach((row, i) => {
    const own = root[i] as Float64Array;
    for (let j = 0; j <= i; j++) {
      const other = root[j] as Float64Array;
      let sum = row[j] as number;
      for (let k = 0; k < j; k++) sum -= (own[k] as number) * (other[k] as number);
      if (i === j && !(sum > 0))
        throw new RangeError(`least squares: column ${i} says nothing that the others do not`);
      own[j] = i === j ? Math.sqrt(sum) : sum / (other[j] as number);
    }
  });
  return root;
}

function solve(root: readonly Float64Array[], right: Float64Array): Float64Array {
  const x = right.slice();
  const n = x.length;
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i] = (x[i] as number) - (root[i]?.[k] as number) * (x[k] as number);
    x[i] = (x[i] as number) / (root[i]?.[i] as number);
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i] = (x[i] as number) - (root[k]?.[i] as number) * (x[k] as number);
    x[i] = (x[i] as number) / (root[i]?.[i] as number);
  }
  return x;
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
