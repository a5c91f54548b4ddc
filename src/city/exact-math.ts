// SPDX-License-Identifier: EUPL-1.2
/**
 * Exponential and logarithm that give the same bits in every engine: `Math.exp` and `Math.log` may
 * differ in the last one (Chromium's and Node's do), and results are compared by hash. Only sums,
 * products and quotients are used here, which IEEE 754 rounds alike everywhere. Method: argument
 * reduction and the polynomials of fdlibm (Sun Microsystems 1993); errors below 1 ulp.
 */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const INVERSE_LN2 = Math.LOG2E;
const LN10 = Math.LN10;

const [E1, E2, E3, E4, E5] = [
  0.16666666666666602, -0.0027777777777015593, 6.613756321437934e-5, -1.6533902205465252e-6,
  4.1381367970572385e-8,
] as const;
const [L1, L2, L3, L4, L5, L6, L7] = [
  0.6666666666666735, 0.3999999999940942, 0.2857142874366239, 0.22222198432149784, 0.1818357216161805,
  0.15313837699209373, 0.14798198605116586,
] as const;

/** 2^k for k from −1022 to 1023, at k + 1022. */
const POWERS = new Float64Array(2046);
POWERS[1022] = 1;
for (let k = 1; k < 1024; k++) POWERS[1022 + k] = (POWERS[1021 + k] as number) * 2;
for (let k = 1; k < 1023; k++) POWERS[1022 - k] = (POWERS[1023 - k] as number) / 2;

const OVERFLOW = 709.782712893384;
const UNDERFLOW = -745.1332191019411;
/** Beside it e^x is 1 to the last bit. */
const TINY = 2 ** -28;

/** e^x. */
export function exp(x: number): number {
  if (!(x <= OVERFLOW)) return x > OVERFLOW ? Number.POSITIVE_INFINITY : x;
  if (x < UNDERFLOW) return 0;
  if (x < TINY && x > -TINY) return 1 + x;
  const k = Math.round(x * INVERSE_LN2);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c = r - t * (E1 + t * (E2 + t * (E3 + t * (E4 + t * E5))));
  const y = 1 - (low - (r * c) / (2 - c) - high);
  if (k > 1023) return y * 2 * (POWERS[1022 + k - 1] as number);
  if (k >= -1022) return y * (POWERS[1022 + k] as number);
  // Below the least normal number, in two steps so that it is rounded once.
  return y * (POWERS[1022 + k + 1000] as number) * (POWERS[22] as number);
}

const one = new Float64Array(1);
const words = new Uint32Array(one.buffer);
const SQRT_HALF = Math.SQRT1_2;

/** Natural logarithm; −∞ of 0, NaN of what is less. */
export function log(x: number): number {
  if (!(x > 0) || x === Number.POSITIVE_INFINITY)
    return x === 0 ? Number.NEGATIVE_INFINITY : x < 0 ? Number.NaN : x;
  // Numbers too small to be normal are made so.
  const isSmall = x < 2.2250738585072014e-308;
  one[0] = isSmall ? x * 2 ** 54 : x;
  let k = ((words[1] as number) >>> 20) - 1023 - (isSmall ? 54 : 0);
  words[1] = ((words[1] as number) & 0xfffff) | 0x3ff00000;
  let m = one[0];
  if (m > 2 * SQRT_HALF) {
    m /= 2;
    k++;
  }
  const f = m - 1;
  if (f === 0) return k === 0 ? 0 : k * LN2_HIGH + k * LN2_LOW;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (L2 + w * (L4 + w * L6));
  const odd = z * (L1 + w * (L3 + w * (L5 + w * L7)));
  const half = 0.5 * f * f;
  const tail = s * (half + even + odd);
  return k === 0 ? f - (half - tail) : k * LN2_HIGH - (half - (tail + k * LN2_LOW) - f);
}

/** Decimal logarithm. */
export const log10 = (x: number): number => log(x) / LN10;

/** x^y of a positive x. */
export const power = (x: number, y: number): number => exp(y * log(x));
