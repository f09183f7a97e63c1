import { describe, expect, it } from 'vitest'
import { limitConcurrency } from './limit-concurrency.ts'

describe('taking turns', () => {
  it('runs so many at a time, in the order in which they came, also past a failure', async () => {
    const inTurn = limitConcurrency(2, 1_000)
    let running = 0
    const most: number[] = []
    const done: number[] = []
    await Promise.allSettled(
      [0, 1, 2, 3, 4, 5].map((each) =>
        inTurn(async () => {
          running += 1
          most.push(running)
          await Promise.resolve()
          running -= 1
          done.push(each)
          if (each === 1) throw new Error('fails')
        }),
      ),
    )
    expect(Math.max(...most)).toBe(2)
    expect(done).toEqual([0, 1, 2, 3, 4, 5])
  })

  it('gives up a turn that came too late', async () => {
    const inTurn = limitConcurrency(1, -1)
    await expect(inTurn(async () => 'done')).rejects.toMatchObject({ code: 'ETIMEDOUT' })
  })
})
