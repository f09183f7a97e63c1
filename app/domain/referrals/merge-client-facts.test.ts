import { describe, expect, it } from 'vitest'
import { EMPTY_SAFE_CONTACT, type SafeContact } from '../cases/safe-contact.ts'
import { toDay } from '../time/calendar-day.ts'
import type { PartialDay } from '../time/partial-day.ts'
import { type ClientFacts, joinNotes, mergeClientFacts } from './merge-client-facts.ts'

const ON = toDay('2026-12-07')

function facts(given: Partial<ClientFacts> = {}, safe: Partial<SafeContact> = {}): ClientFacts {
  return {
    name: 'Amara Diallo',
    dateOfBirth: null,
    safeContact: { ...EMPTY_SAFE_CONTACT, ...safe },
    language: 'English',
    interpreterNeeded: false,
    interpreterNote: '',
    communicationNeeds: [],
    communicationNote: '',
    counted: true,
    ...given,
  }
}

const ONE = { phone: '07700 900001' }
const OTHER = { phone: '07700 900002' }

describe('what is known of a client after a further report', () => {
  it('is what it was where the report says the same or nothing', () => {
    const held = facts({ communicationNeeds: ['braille'] }, { ...ONE, safeToCall: 'yes', mustNotKnow: 'Her brother' })
    expect(mergeClientFacts(held, facts({ language: '' }), ON)).toEqual(held)
    expect(mergeClientFacts(held, held, ON)).toEqual(held)
  })

  it('is filled in where nothing was known', () => {
    const told = facts({ language: 'Arabic', interpreterNeeded: true }, { ...ONE, safeToCall: 'yes', codeWord: 'Rose' })
    expect(mergeClientFacts(facts({ name: '', language: '' }), told, ON)).toEqual(told)
  })

  it('keeps what was known, and shows beside it what was reported differently', () => {
    const after = mergeClientFacts(facts({}, { ...ONE, mustNotKnow: 'Her brother' }), facts({}, OTHER), ON)
    expect(after.safeContact.phone).toBe(ONE.phone)
    expect(after.communicationNote).toContain(OTHER.phone)
    const both = mergeClientFacts(facts({}, { mustNotKnow: 'Her brother' }), facts({}, { mustNotKnow: 'Her son' }), ON)
    expect(both.safeContact.mustNotKnow).toBe('Her brother; Told on Monday 7 December 2026: Her son')
  })

  it.each([
    { held: '1987', told: '1987-05-12', after: '1987-05-12', note: '', why: 'a date that says more takes its place' },
    { held: '1987-05-12', told: '1987', after: '1987-05-12', note: '', why: 'one that says less changes nothing' },
    { held: '1987', told: '1988-05', after: '1987', note: 'other date of birth: May 1988', why: 'another is noted' },
  ])('of birth $held and $told: $why', ({ held, told, after, note }) => {
    const [before, now] = [held, told].map((dateOfBirth) => facts({ dateOfBirth: dateOfBirth as PartialDay }))
    const known = mergeClientFacts(before as ClientFacts, now as ClientFacts, ON)
    expect(known.dateOfBirth).toBe(after)
    expect(known.communicationNote).toBe(note)
  })

  it('holds the same words once, however often they are reported', () => {
    const told = facts({}, { ...OTHER, safeTimes: 'mornings' })
    const once = mergeClientFacts(facts({}, { ...ONE, safeTimes: 'Evenings' }), told, ON)
    expect(mergeClientFacts(once, told, toDay('2026-12-09'))).toEqual(once)
  })

  it.each([
    { held: 'yes', told: 'no', holds: 'no' },
    { held: null, told: 'no', holds: 'no' },
    { held: 'no', told: 'yes', holds: 'no' },
    { held: 'no', told: null, holds: 'no' },
    { held: null, told: 'yes', holds: 'yes' },
    { held: 'yes', told: null, holds: 'yes' },
  ] as const)('takes the safer answer of $held and $told', ({ held, told, holds }) => {
    const after = mergeClientFacts(
      facts({}, { ...ONE, safeToVoicemail: held }),
      facts({}, { ...ONE, safeToVoicemail: told }),
      ON,
    )
    expect(after.safeContact.safeToVoicemail).toBe(holds)
  })

  it('does not take a yes about another number for a yes about this one', () => {
    const after = mergeClientFacts(facts({}, ONE), facts({}, { ...OTHER, safeToCall: 'yes' }), ON)
    expect(after.safeContact.safeToCall).toBeNull()
    expect(after.communicationNote).toContain('“Is it safe to call?” yes')
  })

  it('asks again about a number that was not known when it was said to be safe', () => {
    const after = mergeClientFacts(facts({}, { safeToCall: 'yes' }), facts({}, OTHER), ON)
    expect(after.safeContact).toMatchObject({ ...OTHER, safeToCall: null })
  })

  it('says the answer that does not hold', () => {
    const after = mergeClientFacts(
      facts({}, { ...ONE, safeToText: 'no' }),
      facts({}, { ...ONE, safeToText: 'yes' }),
      ON,
    )
    expect(after.communicationNote).toBe('“Is it safe to send text messages?” yes, and before: no')
  })
})

it('words that only begin alike are different words', () => {
  expect(joinNotes('Her son-in-law', 'Her son', ON)).toBe('Her son-in-law; Told on Monday 7 December 2026: Her son')
})

it('words told again stand behind those that were known', () => {
  expect(joinNotes('No police.', 'A new lock.', ON, '\n\n')).toBe(
    'No police.\n\nTold on Monday 7 December 2026: A new lock.',
  )
  expect(joinNotes('', 'A new lock.', ON)).toBe('A new lock.')
  expect(joinNotes('A new lock.', '', ON)).toBe('A new lock.')
})
