import { describe, expect, it } from 'vitest'
import { EMPTY_SAFE_CONTACT } from '../cases/safe-contact.ts'
import { safeWaysFor, waysFor } from './paper-way.ts'

const IN_PERSON = ['handed', 'collected', 'held', 'read_aloud']

describe('the ways to give a paper', () => {
  it.each([
    { why: 'nothing was asked', safe: {}, ways: IN_PERSON },
    { why: 'letters are safe', safe: { safeToPost: 'yes' as const }, ways: [...IN_PERSON, 'posted'] },
    {
      why: 'letters are not safe',
      safe: { safeToPost: 'no' as const, safeToEmail: 'yes' as const },
      ways: [...IN_PERSON, 'emailed'],
    },
  ])('I4b: offers only what the client called safe: $why', ({ safe, ways }) => {
    expect(safeWaysFor('process_leaflet', { ...EMPTY_SAFE_CONTACT, ...safe })).toEqual(ways)
  })

  it('I4b: an acknowledgement that was only read aloud was not sent', () => {
    expect(waysFor('acknowledgement', 'client')).not.toContain('read_aloud')
  })

  it('V5: a witness, whom we do not know how to reach safely, gets a paper in person', () => {
    expect(waysFor('process_leaflet', 'witness')).toEqual(IN_PERSON)
  })
})
