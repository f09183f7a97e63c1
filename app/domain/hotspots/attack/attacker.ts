/** What the attacker knows about an integer: bounds, both inclusive. */
export interface Bounds {
  least: number
  most: number
}

/** A set of incidents that is the disjoint union of others, all by name: one equation of the attack. */
export interface Sum {
  whole: string
  parts: readonly string[]
}

/**
 * Tightens the bounds of every set by every equation in which it occurs, until no bound changes: interval constraint
 * propagation, which is inclusion and exclusion repeated to a fixpoint. Changes `known`.
 */
export function narrow(known: Map<string, Bounds>, sums: readonly Sum[]): void {
  const touching = new Map<string, number[]>()
  for (const [at, { whole, parts }] of sums.entries())
    for (const name of [whole, ...parts]) {
      const there = touching.get(name)
      if (there) there.push(at)
      else touching.set(name, [at])
    }
  const waiting = new Set(sums.keys())
  for (const at of waiting) {
    waiting.delete(at)
    const sum = sums[at]
    if (!sum) continue
    for (const name of narrowOne(known, sum))
      for (const other of touching.get(name) ?? []) if (other !== at) waiting.add(other)
  }
}

/** @returns the names of the sets whose bounds became tighter */
function narrowOne(known: Map<string, Bounds>, { whole, parts }: Sum): string[] {
  const total = boundsOf(known, whole)
  let least = 0
  let most = 0
  for (const part of parts) {
    const bounds = boundsOf(known, part)
    least += bounds.least
    most += bounds.most
  }
  const narrowed: string[] = []
  const tighten = (name: string, low: number, high: number) => {
    const bounds = boundsOf(known, name)
    const next = { least: Math.max(bounds.least, low), most: Math.min(bounds.most, high) }
    // Bounds that contradict each other give no information, and following them might not terminate.
    if (next.least > next.most || (next.least === bounds.least && next.most === bounds.most)) return
    known.set(name, next)
    narrowed.push(name)
  }
  tighten(whole, least, most)
  for (const part of parts) {
    const bounds = boundsOf(known, part)
    tighten(part, total.least - (most - bounds.most), total.most - (least - bounds.least))
  }
  return narrowed
}

function boundsOf(known: Map<string, Bounds>, name: string): Bounds {
  const bounds = known.get(name)
  if (!bounds) throw new Error(`Nothing at all is known of ${name}.`)
  return bounds
}
