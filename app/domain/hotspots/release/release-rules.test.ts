import { describe, expect, it } from 'vitest'
import { checkRules, FIRST_RULES, findLooserOnes } from './release-rules.ts'

describe('G12: later rules', () => {
  it.each([
    { change: { incidents: 9 }, field: 'incidents', why: 'fewer incidents' },
    { change: { clients: 4 }, field: 'clients', why: 'fewer clients' },
    { change: { residualClients: 2 }, field: 'residualClients', why: 'fewer clients left to an insider' },
    { change: { greatestShare: 0.51 }, field: 'greatestShare', why: 'a greater share of one client' },
    { change: { greatestShare: 0 }, field: 'greatestShare', why: 'a share that nothing can keep' },
    { change: { rounding: 1 }, field: 'rounding', why: 'finer numbers' },
    { change: { finest: 9 }, field: 'finest', why: 'finer hexagons' },
    { change: { finest: 4 }, field: 'finest', why: 'hexagons wider than blocks' },
    { change: { incidents: 10.5 }, field: 'incidents', why: 'half an incident' },
    { change: { clients: Number.NaN }, field: 'clients', why: 'no number' },
    { change: { incidents: 1000 }, field: 'incidents', why: 'so many that nothing is left' },
  ])('may not have $why', ({ change, field }) => {
    expect(checkRules({ ...FIRST_RULES, ...change }, FIRST_RULES)).toEqual({
      ok: false,
      refusal: { kind: 'looser-than-allowed', field },
    })
  })

  it('may protect more', () => {
    const stricter = { incidents: 20, clients: 10, greatestShare: 0.3, residualClients: 5, rounding: 10, finest: 7 }
    expect(checkRules(stricter, FIRST_RULES)).toEqual({ ok: true, value: stricter })
    expect(checkRules(FIRST_RULES, stricter)).toEqual({ ok: true, value: FIRST_RULES })
  })

  it('are others than those in force', () => {
    expect(checkRules({ ...FIRST_RULES }, FIRST_RULES)).toMatchObject({ refusal: { kind: 'unchanged' } })
  })
})

describe('findLooserOnes', () => {
  it('names every rule that protects too little, of those that are given', () => {
    expect(findLooserOnes({ incidents: 1, clients: 1, rounding: FIRST_RULES.rounding })).toEqual([
      'incidents',
      'clients',
    ])
    expect(findLooserOnes({})).toEqual([])
  })
})
