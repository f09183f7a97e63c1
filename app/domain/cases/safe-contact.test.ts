import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canBeReached,
  EMPTY_SAFE_CONTACT,
  missingAnswers,
  SAFETY_QUESTION_IDS,
  SAFETY_QUESTIONS,
  type SafeContact,
  warningsOf,
  warningsToRecipient,
  type YesNo,
} from './safe-contact.ts'

const known = (given: Partial<SafeContact>): SafeContact => ({ ...EMPTY_SAFE_CONTACT, ...given })

const byPhone = known({ phone: '0151 496 0017', safeToCall: 'yes', safeToVoicemail: 'no', safeToText: 'yes' })

describe('warningsOf', () => {
  test('says the most dangerous first: who must not know, voicemail, calls, letters, texts, e-mail', () => {
    const all = known({
      phone: '0151 496 0017',
      email: 'k@example.org',
      address: '4 Larkmoor Row',
      safeToCall: 'no',
      safeToVoicemail: 'no',
      safeToText: 'no',
      safeToEmail: 'no',
      safeToPost: 'no',
      mustNotKnow: 'her husband',
    })
    expect(warningsOf(all)).toEqual([
      'Must not know: her husband.',
      'Do not leave voicemail.',
      'Do not call.',
      'Do not send letters.',
      'Do not send text messages.',
      'Do not send e-mail.',
    ])
  })

  test('treats what nobody has asked as unsafe', () => {
    const unasked = known({ phone: '0151 496 0017', safeToCall: 'yes', safeToText: 'yes' })
    expect(warningsOf(unasked)).toEqual(['Do not leave voicemail: the client has not been asked whether it is safe.'])
  })

  test('goes on with times, code word, trusted person and interpreter, each a whole sentence', () => {
    const all = known({
      ...byPhone,
      safeTimes: 'weekdays 10 to 12.',
      codeWord: 'the library',
      trustedPerson: 'her sister Hana, 07700 900123',
      interpreter: 'Arabic, a woman',
    })
    expect(warningsOf(all)).toEqual([
      'Do not leave voicemail.',
      'Safe times: weekdays 10 to 12.',
      'Say: the library.',
      'Trusted person: her sister Hana, 07700 900123.',
      'Interpreter: Arabic, a woman.',
    ])
  })

  test('is empty when everything is safe', () => {
    expect(warningsOf(known({ ...byPhone, safeToVoicemail: 'yes' }))).toEqual([])
  })
})

describe('missingAnswers', () => {
  const rows = [
    {
      why: 'a phone has three dangers',
      safe: known({ phone: '1' }),
      owed: ['safeToVoicemail', 'safeToCall', 'safeToText'],
    },
    { why: 'e-mail has one', safe: known({ email: 'k@example.org' }), owed: ['safeToEmail'] },
    { why: 'an address has one', safe: known({ address: '4 Larkmoor Row' }), owed: ['safeToPost'] },
    { why: 'a no is an answer', safe: byPhone, owed: [] },
    { why: 'nothing is held that could be used', safe: known({ phone: '  ' }), owed: [] },
  ]
  test.each(rows)('$why', ({ safe, owed }) => {
    expect(missingAnswers(safe)).toEqual(owed)
  })
})

describe('warningsToRecipient', () => {
  const SPEAK_FIRST = 'Do not contact them before you have spoken with the agency that refers.'

  test('says what is said in the own agency where somebody asked and found a safe way', () => {
    expect(warningsToRecipient(byPhone)).toEqual(warningsOf(byPhone))
  })

  test('says before all else that nobody has asked the client, then each unasked way as a no', () => {
    expect(warningsToRecipient(known({ phone: '0151 496 0017', mustNotKnow: 'her husband' }))).toEqual([
      `The client has not been asked how to reach them safely. ${SPEAK_FIRST}`,
      'Must not know: her husband.',
      'Do not leave voicemail: the client has not been asked whether it is safe.',
      'Do not call: the client has not been asked whether it is safe.',
      'Do not send text messages: the client has not been asked whether it is safe.',
    ])
  })

  test('says that not everything was asked where a part was', () => {
    expect(warningsToRecipient(known({ phone: '0151 496 0017', safeToCall: 'yes' }))[0]).toBe(
      `The client has not been asked about every way to reach them. ${SPEAK_FIRST}`,
    )
  })

  test('says it of somebody of whom nothing is known', () => {
    expect(warningsToRecipient(known({}))).toEqual([
      `The client has not been asked how to reach them safely. ${SPEAK_FIRST}`,
    ])
  })

  test('says it of somebody who was asked and has no safe way', () => {
    expect(warningsToRecipient({ ...byPhone, safeToCall: 'no', safeToText: 'no' })[0]).toBe(
      `No safe way to reach the client is known. ${SPEAK_FIRST}`,
    )
  })

  test('never lets a way pass that was not asked about', () => {
    const answer = fc.constantFrom<YesNo | null>('yes', 'no', null)
    const detail = fc.constantFrom('', 'known')
    const answers = fc.record({
      safeToCall: answer,
      safeToVoicemail: answer,
      safeToText: answer,
      safeToEmail: answer,
      safeToPost: answer,
    })
    const details = fc.record({ phone: detail, email: detail, address: detail, trustedPerson: detail })
    fc.assert(
      fc.property(answers, details, (said, held) => {
        const safe = known({ ...said, ...held })
        const warnings = warningsToRecipient(safe)
        const unasked = SAFETY_QUESTION_IDS.filter((id) => safe[id] === null && safe[SAFETY_QUESTIONS[id].about])
        for (const id of unasked) expect(warnings).toContain(SAFETY_QUESTIONS[id].ifNotAsked)
        expect(warnings[0]?.endsWith(SPEAK_FIRST) ?? false).toBe(unasked.length > 0 || !canBeReached(safe))
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('canBeReached', () => {
  const rows = [
    { why: 'a number safe to call', safe: byPhone, reached: true },
    {
      why: 'a number safe for texts alone',
      safe: known({ phone: '1', safeToCall: 'no', safeToText: 'yes' }),
      reached: true,
    },
    {
      why: 'a number safe for neither',
      safe: known({ phone: '1', safeToCall: 'no', safeToText: 'no' }),
      reached: false,
    },
    { why: 'a yes without a number', safe: known({ safeToCall: 'yes' }), reached: false },
    { why: 'safe e-mail', safe: known({ email: 'k@example.org', safeToEmail: 'yes' }), reached: true },
    { why: 'safe letters', safe: known({ address: '4 Larkmoor Row', safeToPost: 'yes' }), reached: true },
    { why: 'somebody trusted', safe: known({ trustedPerson: 'her sister Hana' }), reached: true },
    { why: 'nothing known', safe: known({}), reached: false },
  ]
  test.each(rows)('$why: $reached', ({ safe, reached }) => {
    expect(canBeReached(safe)).toBe(reached)
  })
})
