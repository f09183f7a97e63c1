import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { referenceScores } from '../../../tests/support/hotspots/reference-scores.ts'

const ACCORD = fileURLToPath(new URL('../../accord.ts', import.meta.url))

interface Answer {
  code: number | null
  out: string
  err: string
}

/** Runs the command line as an operator does, with no database to reach. */
function giStar(input: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }
    const child = spawn(process.execPath, [ACCORD, 'gi-star'], { env })
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

// Six points, neighbours within 15: (10,10) (20,10) (40,10) (15,20) (30,20) (30,30).
const SIX = { x: [2, 3, 3.2, 5, 8, 7], neighbours0: [[1, 3], [0, 3, 4], [4], [0, 1, 4], [1, 2, 3, 5], [4]] }

describe('accord gi-star', () => {
  it('G13: scores a table as the map does: the published example, to the last digits that are published', async () => {
    const { code, out, err } = await giStar(JSON.stringify(SIX))
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const { GiStar_z, Gi_z } = JSON.parse(out)
    expect(Gi_z[0]).toBeCloseTo(-1.0136729, 7)
    expect(GiStar_z[0]).toBeCloseTo(-1.39727626, 8)
  })

  it('prints four columns that a second calculation agrees with', async () => {
    const { out } = await giStar(JSON.stringify(SIX))
    const told = JSON.parse(out)
    expect(Object.keys(told)).toEqual(['GiStar_z', 'Gi_z', 'p_two_sided', 'p_BH_FDR'])
    const { giStar: z, gi, p, pAdjusted } = referenceScores(SIX.x, SIX.neighbours0)
    for (const [own, theirs] of [
      [told.GiStar_z, z],
      [told.Gi_z, gi],
      [told.p_two_sided, p],
      [told.p_BH_FDR, pAdjusted],
    ])
      for (const [at, one] of own.entries()) expect(one).toBeCloseTo(theirs[at], 8)
  })

  it('answers null where a score says nothing', async () => {
    const { out } = await giStar('{"x": [4, 4, 4], "neighbours0": [[1], [0, 2], [1]]}')
    expect(JSON.parse(out).GiStar_z).toEqual([null, null, null])
  })

  it.each([
    { input: 'x,y', says: 'not JSON', why: 'another format' },
    { input: '{}', says: 'x: ', why: 'nothing in it' },
    { input: '{"x": [1], "neighbours0": []}', says: 'of one length', why: 'columns of two lengths' },
    { input: '{"x": [1, 2], "neighbours0": [[2], [0]]}', says: 'counted from 0', why: 'places counted from 1' },
    {
      input: '{"x": [1, 2], "neighbours0": [[0, 1], [0]]}',
      says: 'not its own neighbour',
      why: 'itself among its neighbours',
    },
    { input: '{"x": ["1"], "neighbours0": [[]]}', says: 'x.0: ', why: 'a word for a number' },
  ])('refuses $why in a sentence', async ({ input, says }) => {
    const { code, out, err } = await giStar(input)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(says)
    expect(err).not.toContain('    at ')
  })
})
