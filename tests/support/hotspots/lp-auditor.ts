import highs from 'highs'
import type { Bounds, Sum } from '../../../app/domain/hotspots/attack/attacker.ts'

/**
 * The exact least and most that sums allow a number to be, by linear programming: nothing sharper can be known from them.
 * A second opinion on the attacker who narrows step by step.
 */
export async function exactBounds(known: ReadonlyMap<string, Bounds>, sums: readonly Sum[], names: readonly string[]) {
  const solver = await highs()
  const numbers = new Map<string, string>()
  const variable = (name: string) => {
    const there = numbers.get(name)
    if (there) return there
    const made = `x${numbers.size}`
    numbers.set(name, made)
    return made
  }
  const rows = sums.flatMap(({ whole, parts }) => {
    const { least, most } = known.get(whole) ?? { least: 0, most: 1e9 }
    const sum = parts.map(variable).join(' + ')
    return [`${sum} >= ${least}`, `${sum} <= ${most}`]
  })
  const limits = [...numbers].map(([name, short]) => `0 <= ${short} <= ${known.get(name)?.most ?? 1e9}`)
  const solve = (goal: 'Minimize' | 'Maximize', name: string) => {
    const problem = [
      goal,
      ` obj: ${variable(name)}`,
      'Subject To',
      ...rows.map((row) => ` ${row}`),
      'Bounds',
      ...limits,
      'End',
    ]
    const { Status, ObjectiveValue } = solver.solve(problem.join('\n'))
    if (Status !== 'Optimal') throw new Error(`The auditor found no answer: ${Status}.`)
    return ObjectiveValue
  }
  return new Map(
    names.map((name): [string, Bounds] => [name, { least: solve('Minimize', name), most: solve('Maximize', name) }]),
  )
}
