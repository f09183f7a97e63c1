import { describe, expect, it } from 'vitest'
import { allowed } from '../../../tests/support/cases.ts'
import { consentInput, partners, referableCase } from '../../../tests/support/referrals.ts'
import { type AgencyMade, asking, MONDAY_MORNING, openWorld } from '../../../tests/support/world.ts'
import { CONSENT_METHODS } from '../../domain/consents/consent.ts'
import { keepClientAnswer } from './client-answers.server.ts'
import { readClientAnswers } from './read-client-answers.server.ts'
import { recordAnswers, recordAnswersInput } from './record-answers.server.ts'
import type { RecordConsentInput } from './record-consent.server.ts'

const world = await openWorld()
const parties = await partners(world)
const { worker, recipient } = parties
const police = await world.agency({ kind: 'police_force', name: 'Mersey Shore Constabulary', purposes: [] })
const LATER = new Date('2026-11-23T09:20:00Z')
const WORKERS_PART = { method: 'verbal', language: 'Arabic', grantor: 'client', capacity: 'presumed' }

function answers(caseId: string, agency: AgencyMade, first: boolean, given: Partial<RecordConsentInput> = {}) {
  const { caseId: _case, ...answer } = consentInput(caseId, agency, given)
  return keepClientAnswer({ actor: worker.actor, now: MONDAY_MORNING }, caseId, answer, { first })
}

function record(caseId: string, part: Record<string, string> = WORKERS_PART, person = worker) {
  return recordAnswers(asking(person, LATER), { ...recordAnswersInput.parse(part), caseId })
}

function stored(caseId: string) {
  return world.admin`select recipient_agency_id, decision, limits, language, given_at, method from consent
    where case_id = ${caseId} order by decision`
}

describe('recordAnswers', () => {
  it('records what the client answered about each of several agencies, with one worker’s part', async () => {
    const { caseId } = await referableCase(parties)
    await answers(caseId, recipient, true)
    await answers(caseId, police, false, { decision: 'refused', limits: 'Not the police' })
    const recorded = allowed(await record(caseId))
    expect(recorded.map(({ decision }) => decision)).toEqual(['agreed', 'refused'])
    const same = { language: 'Arabic', method: 'verbal', given_at: MONDAY_MORNING }
    expect(await stored(caseId)).toEqual([
      { recipient_agency_id: recipient.agencyId, decision: 'agreed', limits: '', ...same },
      { recipient_agency_id: police.agencyId, decision: 'refused', limits: 'Not the police', ...same },
    ])
    expect((await readClientAnswers({ actor: worker.actor, now: LATER }, caseId)).answers).toEqual([])
  })

  it('shares nothing on an answer that is not recorded yet, and asks again without a trace of the first answer', async () => {
    const { caseId } = await referableCase(parties)
    await answers(caseId, recipient, true)
    await answers(caseId, police, false)
    expect(await stored(caseId)).toEqual([])
    await answers(caseId, recipient, true, { decision: 'not_now' })
    const { answers: waiting } = await readClientAnswers({ actor: worker.actor, now: LATER }, caseId)
    expect(waiting).toEqual([{ recipientName: recipient.name, decision: 'not_now', limits: '' }])
  })

  it('records all of the answers or none', async () => {
    const { caseId } = await referableCase(parties)
    await answers(caseId, recipient, true)
    await answers(caseId, police, false, { wordingShown: 'Other sentences' })
    expect(await record(caseId)).toMatchObject({ ok: false, refusal: { kind: 'wording-changed' } })
    expect(await stored(caseId)).toEqual([])
  })

  it('has nothing to record for a colleague, nor a second time', async () => {
    const { caseId } = await referableCase(parties)
    await answers(caseId, recipient, true)
    const refusal = { kind: 'no-answers' }
    expect(await record(caseId, WORKERS_PART, parties.manager)).toMatchObject({ ok: false, refusal })
    allowed(await record(caseId))
    expect(await record(caseId)).toMatchObject({ ok: false, refusal })
  })

  it('keeps and records nothing in a case of another agency', async () => {
    const { caseId } = await referableCase(parties)
    const { caseId: _case, ...answer } = consentInput(caseId, police)
    const stranger = { actor: parties.recipientWorker.actor, now: MONDAY_MORNING }
    await expect(keepClientAnswer(stranger, caseId, answer, { first: true })).rejects.toMatchObject({ status: 404 })
    await expect(record(caseId, WORKERS_PART, parties.recipientWorker)).rejects.toMatchObject({ status: 404 })
    await expect(readClientAnswers(stranger, caseId)).rejects.toMatchObject({ status: 404 })
  })

  it.each(['signed_screen', 'secure_link'] as const)(
    'no longer takes the method %s, which Accord does not have, and still names it where it was recorded',
    (method) => {
      expect(recordAnswersInput.safeParse({ ...WORKERS_PART, method }).success).toBe(false)
      expect(CONSENT_METHODS[method].label).toMatch(/^(Signed on the screen|Answered through a secure link)$/)
    },
  )
})
