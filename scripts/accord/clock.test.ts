import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ACCORD = fileURLToPath(new URL('../accord.ts', import.meta.url))

interface Answer {
  code: number | null
  out: string
  err: string
}

/** Runs the command line as an operator does, in a zone that is not London's and with no database to reach. */
function accord(words: string[], input = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, TZ: 'Pacific/Auckland', DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }
    const child = spawn(process.execPath, [ACCORD, ...words], { env })
    const answer: Answer = { code: null, out: '', err: '' }
    child.stdout.on('data', (text) => {
      answer.out += text
    })
    child.stderr.on('data', (text) => {
      answer.err += text
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ ...answer, code }))
    child.stdin.end(input)
  })
}

describe('accord clock', () => {
  it('R3: explains a deadline in words', async () => {
    const { code, out, err } = await accord(['clock', 'R3', '--from', '2026-11-20T16:45'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('Due Tuesday 24 November 2026, 2026-11-24T23:59:59+00:00')
    expect(out).toContain(
      'Received Friday 20 November at 16:45. Day 1 is Monday 23, day 2 is Tuesday 24: contact by the end of Tuesday.',
    )
    expect(out).toContain('Saturday 21 and Sunday 22 are not working days.')
  })

  it('answers with JSON, the clause in any case of letters', async () => {
    const { code, out } = await accord(['clock', 'i2', '--from', '2026-12-24T15:00:00Z', '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual({
      clause: 'I2',
      from: '2026-12-24T15:00:00Z',
      due: '2026-12-29T23:59:59+00:00',
      unit: 'working days',
      skipped: [
        { on: '2026-12-25', why: 'Christmas Day' },
        { on: '2026-12-26', why: 'Saturday' },
        { on: '2026-12-27', why: 'Sunday' },
        { on: '2026-12-28', why: 'Boxing Day (substitute day)' },
      ],
    })
  })

  it('answers each line of standard input in order, all nine clauses', async () => {
    const asked = [
      { clause: 'R3', from: '2026-11-20T16:45', due: '2026-11-24T23:59:59+00:00', unit: 'working days' },
      { clause: 'R4', from: '2026-06-18T23:30:00Z', due: '2026-06-22T23:59:59+01:00', unit: 'working days' },
      { clause: 'R8a', from: '2027-03-27T18:00', due: '2027-03-28T19:00:00+01:00', unit: 'hours' },
      { clause: 'R8b', from: '2027-10-30T18:00:00+01:00', due: '2027-10-31T17:00:00+00:00', unit: 'hours' },
      { clause: 'I2', from: '2027-04-30T17:30', due: '2027-05-04T23:59:59+01:00', unit: 'working days' },
      { clause: 'I4b', from: '2026-12-22T10:00', due: '2026-12-27T23:59:59+00:00', unit: 'calendar days' },
      { clause: 'V6', from: '2026-12-22T10:00', due: '2027-01-05T23:59:59+00:00', unit: 'calendar days' },
      { clause: 'C4', from: '2026-12-31T10:00', due: '2027-02-28T23:59:59+00:00', unit: 'months' },
      { clause: 'A1', from: '2026-11-27T10:00', due: '2026-12-29T23:59:59+00:00', unit: 'calendar days' },
    ]
    const lines = asked.map(({ clause, from }) => JSON.stringify({ clause, from }))
    const { code, out } = await accord(['clock', '-'], lines.join('\r\n'))
    expect(code).toBe(0)
    const answered = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(answered.map(({ skipped, ...rest }) => rest)).toEqual(asked)
  })

  it('answers an unreadable line with an error in its place, the rest as ever, and ends with 1', async () => {
    const good = '{"clause":"R8a","from":"2026-11-20T18:30"}'
    const bad = ['not json', '[]', 'null', '{"clause":"R3"}', '{"clause":"G1","from":"2026-11-20T18:30"}']
    const { code, out, err } = await accord(['clock', '-'], [...bad, good, ''].join('\n'))
    expect({ code, err }).toEqual({ code: 1, err: '' })
    const answers = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(answers.map((answer) => Object.keys(answer).includes('error'))).toEqual([...bad.map(() => true), false])
    expect(answers.at(-1).due).toBe('2026-11-21T18:30:00+00:00')
  })

  it.each([
    { words: ['clock', 'R3'], code: 2, says: '--from', why: 'no instant' },
    {
      words: ['clock', 'G1', '--from', '2026-11-20T16:45'],
      code: 2,
      says: 'carries no clock',
      why: 'an untimed clause',
    },
    { words: ['clock', 'R3', '--from', 'Friday'], code: 2, says: 'is not an instant', why: 'no instant written so' },
    { words: ['clock', 'R3', '--from', '2027-03-28T01:30'], code: 2, says: 'does not exist', why: 'clocks go forward' },
    { words: ['clock', 'R3', '--from', '2027-10-31T01:30'], code: 2, says: 'happens twice', why: 'clocks go back' },
    {
      words: ['clock', '-', '--from', '2027-10-31T03:30'],
      code: 2,
      says: 'leave --from out',
      why: 'both ways at once',
    },
    { words: ['clock', 'R3', '--form', 'x'], code: 2, says: "unknown option '--form'", why: 'a slip' },
    { words: ['watch'], code: 2, says: "unknown command 'watch'", why: 'no such command' },
    { words: ['clock', 'R3', '--from', '2030-06-05T10:00'], code: 1, says: 'no list of bank holidays', why: 'no list' },
  ])('$words: code $code, "$says" ($why)', async ({ words, code, says }) => {
    const answer = await accord(words)
    expect(answer).toMatchObject({ code, out: '' })
    expect(answer.err).toContain(says)
    expect(answer.err).not.toContain('    at ')
  })

  it('explains itself', async () => {
    expect((await accord(['--help'])).out).toContain('clock')
    expect((await accord(['clock', '--help'])).out).toContain('R3, R4, R8a, R8b, I2, I4b, V6, C4, A1')
  })
})
