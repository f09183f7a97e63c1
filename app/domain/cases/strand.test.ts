import { describe, expect, test } from 'vitest'
import { NATIONAL_STRANDS, STRAND_IDS, strandsOffered } from './strand.ts'

describe('strandsOffered', () => {
  test('G1: the five national strands are these', () => {
    expect(NATIONAL_STRANDS).toEqual(['race', 'religion', 'sexual_orientation', 'disability', 'transgender'])
  })

  test('G1: they stay whatever the partnership configures', () => {
    for (const configured of [null, [], ['age'], ['disability'], ['nonsense']]) {
      expect(strandsOffered(configured)).toEqual(expect.arrayContaining(NATIONAL_STRANDS))
    }
  })

  test('local strands are exactly those switched on', () => {
    expect(strandsOffered(['age'])).toEqual([...NATIONAL_STRANDS, 'age'])
    expect(strandsOffered([])).toEqual(NATIONAL_STRANDS)
  })

  test('a partnership that has configured nothing offers what is monitored around Liverpool, and not age or sex', () => {
    expect(strandsOffered(null)).toEqual([...NATIONAL_STRANDS, 'sex_work', 'alternative_subculture'])
  })

  test('a strand that is not offered keeps its id, so that old incidents still read', () => {
    expect(STRAND_IDS).toEqual(expect.arrayContaining(['age', 'sex']))
  })
})
