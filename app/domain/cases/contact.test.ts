import { describe, expect, test } from 'vitest'
import { CONTACT_CHANNELS, CONTACT_OUTCOME_IDS, contactSucceeded, FAILED_CONTACT_OUTCOMES } from './contact.ts'
import { SAFETY_QUESTIONS } from './safe-contact.ts'

describe('contactSucceeded', () => {
  test('R3: only two-way contact with the client, or the person who speaks for them, keeps the standard', () => {
    expect(CONTACT_OUTCOME_IDS.filter(contactSucceeded)).toEqual(['spoke', 'answered', 'spoke_to_representative'])
  })

  test('R3: a message left is an attempt, however many there are', () => {
    expect(FAILED_CONTACT_OUTCOMES).toEqual(expect.arrayContaining(['left_message', 'sent_message', 'no_answer']))
  })
})

describe('CONTACT_CHANNELS', () => {
  test('names for each channel a question that the safe-contact block really asks', () => {
    const asked = Object.values(CONTACT_CHANNELS).flatMap(({ asks }) => (asks ? [asks] : []))
    expect(asked.filter((question) => !Object.hasOwn(SAFETY_QUESTIONS, question))).toEqual([])
  })
})
