import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { EMPTY_SAFE_CONTACT, type SafeContact } from './safe-contact.ts'
import { type ContactAct, checkContactSafety, contradictedAnswers, unsafeContactInWords } from './unsafe-contact.ts'

const known: SafeContact = {
  ...EMPTY_SAFE_CONTACT,
  phone: '0151 496 0017',
  email: 'k@example.org',
  address: '4 Larkmoor Row',
  safeToCall: 'yes',
  safeToVoicemail: 'yes',
  safeToText: 'yes',
  safeToEmail: 'yes',
  safeToPost: 'yes',
}
const said = (answers: Partial<SafeContact>): SafeContact => ({ ...known, ...answers })

describe('contradictedAnswers', () => {
  const rows: { why: string; safe: SafeContact; act: ContactAct; against: string[] }[] = [
    {
      why: 'a message on the phone is a voicemail',
      safe: said({ safeToVoicemail: 'no' }),
      act: { channel: 'phone', outcome: 'left_message' },
      against: ['safeToVoicemail'],
    },
    {
      why: 'a call that no one answered leaves no voicemail',
      safe: said({ safeToVoicemail: 'no' }),
      act: { channel: 'phone', outcome: 'no_answer' },
      against: [],
    },
    {
      why: 'a voicemail is a call too',
      safe: said({ safeToCall: 'no', safeToVoicemail: 'no' }),
      act: { channel: 'phone', outcome: 'left_message' },
      against: ['safeToVoicemail', 'safeToCall'],
    },
    {
      why: 'a video call is a call',
      safe: said({ safeToCall: 'no' }),
      act: { channel: 'video', outcome: 'spoke' },
      against: ['safeToCall'],
    },
    {
      why: 'a text',
      safe: said({ safeToText: 'no' }),
      act: { channel: 'text', outcome: 'sent_message' },
      against: ['safeToText'],
    },
    {
      why: 'a message sent by phone is a text and no call',
      safe: said({ safeToCall: 'no', safeToText: 'no' }),
      act: { channel: 'phone', outcome: 'sent_message' },
      against: ['safeToText'],
    },
    {
      why: 'a letter',
      safe: said({ safeToPost: 'no' }),
      act: { channel: 'letter', outcome: 'sent_message' },
      against: ['safeToPost'],
    },
    {
      why: 'a note through the door',
      safe: said({ safeToPost: 'no' }),
      act: { channel: 'home_visit', outcome: 'left_message' },
      against: ['safeToPost'],
    },
    {
      why: 'an e-mail',
      safe: said({ safeToEmail: 'no' }),
      act: { channel: 'email', outcome: 'answered' },
      against: ['safeToEmail'],
    },
    {
      why: 'words left behind where the client was not asked',
      safe: said({ safeToVoicemail: null }),
      act: { channel: 'phone', outcome: 'left_message' },
      against: ['safeToVoicemail'],
    },
    {
      why: 'a first call before the client could be asked',
      safe: said({ safeToCall: null }),
      act: { channel: 'phone', outcome: 'spoke' },
      against: [],
    },
    {
      why: 'a meeting in person goes against no answer',
      safe: said({ safeToCall: 'no', safeToPost: 'no' }),
      act: { channel: 'in_person', outcome: 'spoke' },
      against: [],
    },
  ]
  test.each(rows)('$why', ({ safe, act, against }) => {
    expect(contradictedAnswers(safe, act)).toEqual(against)
  })
})

describe('checkContactSafety', () => {
  const voicemail: ContactAct = { channel: 'phone', outcome: 'left_message' }
  const safe = said({ safeToVoicemail: 'no' })

  test('asks for the confirmation and the reason, and says which is missing', () => {
    const missing = (confirmation: Parameters<typeof checkContactSafety>[2]) => {
      const checked = checkContactSafety(safe, voicemail, confirmation)
      return checked.ok ? [] : checked.refusal.missing
    }
    expect(missing({})).toEqual(['unsafeConfirmed', 'unsafeReason'])
    expect(missing({ unsafeConfirmed: true })).toEqual(['unsafeReason'])
    expect(missing({ unsafeReason: 'by_mistake' })).toEqual(['unsafeConfirmed'])
  })

  test('keeps both beside the act', () => {
    expect(checkContactSafety(safe, voicemail, { unsafeConfirmed: true, unsafeReason: 'by_mistake' })).toEqual({
      ok: true,
      value: { unsafeAnswers: ['safeToVoicemail'], unsafeReason: 'by_mistake' },
    })
  })

  test('keeps no reason beside a safe act', () => {
    expect(checkContactSafety(known, voicemail, { unsafeConfirmed: true, unsafeReason: 'by_mistake' })).toEqual({
      ok: true,
      value: { unsafeAnswers: [], unsafeReason: '' },
    })
  })
})

test('a timeline says which answer, and why', () => {
  expect(unsafeContactInWords(['safeToVoicemail'], 'by_mistake')).toBe(
    'Against the client’s safe-contact answers: Do not leave voicemail. Reason: it was a mistake.',
  )
  expect(unsafeContactInWords([], '')).toBe('')
})

/** A plan agrees a way for the contacts to come: one that the client called unsafe is refused without exception. */
const AGREES_ONLY_SAFE_WAYS = 'features/action-plans/plan-entries.server.ts'

test('every input with a way of contact asks for the confirmation and the reason', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const inputs = globSync('features/**/*.server.ts', { cwd: root }).filter((file) =>
    /choiceOf\((CONTACT_CHANNELS|CONTACT_OUTCOMES|ATTEMPT_RESULTS)/i.test(readFileSync(root + file, 'utf8')),
  )
  expect(inputs.length).toBeGreaterThanOrEqual(4)
  const acts = inputs.filter((file) => file !== AGREES_ONLY_SAFE_WAYS)
  expect(acts.filter((file) => !/unsafeContactEntries/.test(readFileSync(root + file, 'utf8')))).toEqual([])
})
