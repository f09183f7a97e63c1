/**
 * The two-sided p-value of a standard normal score, erfc(|z| / √2), to about 14 digits: by the power series of erf for small
 * arguments, by the continued fraction of erfc for large ones (Abramowitz and Stegun 1964, 7.1.5 and 7.1.14).
 */
export function twoSidedTail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  return x < 2 ? 1 - erfBySeries(x) : erfcByFraction(x)
}

function erfBySeries(x: number): number {
  let term = x
  let sum = x
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n += 1) {
    term *= (-x * x) / n
    sum += term / (2 * n + 1)
  }
  return (2 / Math.sqrt(Math.PI)) * sum
}

function erfcByFraction(x: number): number {
  // erfc x = exp(-x²)/√π · 1/(x + (1/2)/(x + 1/(x + (3/2)/(x + …)))), evaluated from the inside out; 200 terms are more than enough for x ≥ 2.
  let fraction = x
  for (let n = 200; n >= 1; n -= 1) fraction = x + n / 2 / fraction
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / fraction
}
