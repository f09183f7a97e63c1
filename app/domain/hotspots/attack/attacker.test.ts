import { describe, expect, it } from 'vitest'
import { type Bounds, narrow } from './attacker.ts'

const solve = (known: Record<string, [number, number]>, sums: Parameters<typeof narrow>[1]) => {
  const bounds = new Map(
    Object.entries(known).map(([name, [least, most]]): [string, Bounds] => [name, { least, most }]),
  )
  narrow(bounds, sums)
  return Object.fromEntries([...bounds].map(([name, { least, most }]) => [name, [least, most]]))
}

describe('an attacker with paper and patience', () => {
  it('finds the one number that a sum leaves over', () => {
    expect(solve({ all: [10, 10], a: [7, 7], b: [0, 10] }, [{ whole: 'all', parts: ['a', 'b'] }])).toMatchObject({
      b: [3, 3],
    })
  })

  it('goes from one sum to the next, whatever their order', () => {
    const sums = [
      { whole: 'row', parts: ['x', 'y'] },
      { whole: 'column', parts: ['x', 'z'] },
    ]
    const known = { row: [5, 5], column: [9, 9], x: [0, 9], y: [0, 9], z: [8, 8] } as Record<string, [number, number]>
    expect(solve(known, sums)).toEqual(solve(known, sums.toReversed()))
    expect(solve(known, sums)).toMatchObject({ x: [1, 1], y: [4, 4] })
  })

  it('keeps a range where the sums leave one', () => {
    const sums = [{ whole: 'all', parts: ['a', 'b'] }]
    expect(solve({ all: [10, 12], a: [0, 4], b: [0, 99] }, sums)).toMatchObject({ a: [0, 4], b: [6, 12] })
  })

  it('comes to an end where what is known contradicts itself', () => {
    const sums = [{ whole: 'all', parts: ['a', 'b'] }]
    expect(solve({ all: [10, 10], a: [1, 1], b: [1, 1] }, sums)).toMatchObject({ a: [1, 1], b: [1, 1] })
  })

  it('says so when a sum names what nothing is known of', () => {
    expect(() => solve({ all: [1, 1] }, [{ whole: 'all', parts: ['a'] }])).toThrow('Nothing at all is known of a')
  })
})
