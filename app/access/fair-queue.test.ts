import { describe, expect, it } from 'vitest'
import { fairQueue, TooBusy } from './fair-queue.ts'

/** Jobs that end when the test says so, and the order in which they began. */
function workshop(longest: number) {
  const takeTurn = fairQueue(longest)
  const begun: string[] = []
  const ends: (() => void)[] = []
  const outcomes: Promise<string>[] = []
  const send = (lane: string, name: string) => {
    const turn = takeTurn(lane, () => {
      begun.push(name)
      return new Promise<void>((resolve) => ends.push(resolve))
    })
    outcomes.push(
      turn.then(
        () => `${name} done`,
        (error) => `${name} ${error instanceof TooBusy ? 'refused' : 'failed'}`,
      ),
    )
  }
  const finish = async () => {
    let ended = 0
    while (ended < ends.length) {
      ends[ended]?.()
      ended += 1
      await new Promise((resolve) => setImmediate(resolve))
    }
    return Promise.all(outcomes)
  }
  return { send, finish, begun }
}

describe('a fair queue', () => {
  it('gives one who comes late the next turn but one, however many another sent before', async () => {
    const { send, finish, begun } = workshop(100)
    for (let at = 1; at <= 50; at += 1) send('attacker', `guess ${at}`)
    send('bystander', 'right password')
    await finish()
    expect(begun.slice(0, 4)).toEqual(['guess 1', 'guess 2', 'right password', 'guess 3'])
    expect(begun).toHaveLength(51)
  })

  it('does one thing at a time', () => {
    const { send, begun } = workshop(100)
    for (let at = 1; at <= 3; at += 1) send(`lane ${at}`, `job ${at}`)
    expect(begun).toEqual(['job 1'])
  })

  it('makes room when it is full at the cost of whoever has most waiting', async () => {
    const { send, finish } = workshop(3)
    for (let at = 1; at <= 4; at += 1) send('attacker', `guess ${at}`)
    send('bystander', 'right password')
    expect(await finish()).toEqual([
      'guess 1 done',
      'guess 2 done',
      'guess 3 done',
      'guess 4 refused',
      'right password done',
    ])
  })

  it('refuses one more when nobody has more waiting', async () => {
    const { send, finish } = workshop(2)
    for (const name of ['a', 'b', 'c', 'd']) send(name, name)
    expect(await finish()).toEqual(['a done', 'b done', 'c done', 'd refused'])
  })

  it('goes on after a job that failed', async () => {
    const takeTurn = fairQueue(5)
    const failing = takeTurn('a', () => Promise.reject(new Error('no')))
    await expect(failing).rejects.toThrow('no')
    expect(await takeTurn('a', async () => 'done')).toBe('done')
  })
})
