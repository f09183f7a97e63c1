import { describe, expect, it } from 'vitest'
import { allowed } from '../../../tests/support/cases.ts'
import { consentInput, partners, referableCase } from '../../../tests/support/referrals.ts'
import { asking, MONDAY_MORNING, openWorld } from '../../../tests/support/world.ts'
import type { DataCategory } from '../../domain/consents/data-category.ts'
import { toDay } from '../../domain/time/calendar-day.ts'
import { recordConsent } from './record-consent.server.ts'

const world = await openWorld()
const parties = await partners(world)
const { worker, recipient, recipientWorker, sender } = parties
const { caseId } = await referableCase(parties)

function record(given: Parameters<typeof consentInput>[2] = {}, agency = recipient) {
  return recordConsent(asking(worker), consentInput(caseId, agency, given))
}

async function stored(consentId: string) {
  const [row] = await world.admin`select * from consent where consent_id = ${consentId}`
  return row
}

describe('recordConsent', () => {
  it('keeps what was shown, word for word, with its version, and asks again in six months', async () => {
    const categories: DataCategory[] = ['name', 'date_of_birth', 'address', 'safe_contact', 'risk']
    const { consentId } = allowed(await record({ categories, limits: 'Not to my brother' }))
    const row = await stored(consentId)
    expect(row?.wording).toContain('Beacon Victim Care may know: your name; your date of birth; your address')
    expect(row?.wording).toContain(
      'They may not know: what happened, and what you would like to happen; why you feel you were targeted; what we have agreed to do together; which photos, recordings or papers there are.',
    )
    expect(row).toMatchObject({ wording_version: '2026-12', limits: 'Not to my brother', given_at: MONDAY_MORNING })
    expect(String(row?.review_on)).toContain('May 23 2027')
  })

  it('keeps a no as carefully as a yes', async () => {
    const { consentId } = allowed(await record({ decision: 'refused' }))
    expect(await stored(consentId)).toMatchObject({
      decision: 'refused',
      method: 'verbal',
      taken_by: worker.actor.staffId,
    })
    const [event] = await world.admin`select kind from case_event where subject_id = ${consentId}`
    expect(event?.kind).toBe('consent-refused')
  })

  it('takes line ends as a browser sends them', async () => {
    const { wordingShown } = consentInput(caseId, recipient)
    expect((await record({ wordingShown: wordingShown.replaceAll('\n', '\r\n') })).ok).toBe(true)
  })

  it.each([
    { given: { wordingShown: 'They may know everything.' }, kind: 'wording-changed', why: 'other words were shown' },
    { given: { givenAt: new Date('2026-11-23T09:01:00Z') }, kind: 'given-in-the-future', why: 'nobody said it yet' },
    { given: { purposes: [] }, kind: 'no-purposes', why: 'agreed to nothing' },
    { given: { grantor: 'deputy' }, kind: 'grantor-needs-capacity-decided-for', why: 'the client can decide' },
    { given: { capacity: 'confirmed' }, kind: 'capacity-note-missing', why: 'a doubt without words' },
  ] as const)('refuses as $kind, because $why', async ({ given, kind }) => {
    expect(await record({ ...given, purposes: 'purposes' in given ? [] : ['support'] })).toMatchObject({
      ok: false,
      refusal: { kind },
    })
  })

  it('shares a phone number without a name only where that was chosen', async () => {
    const refusal = { kind: 'name-left-out' }
    expect(await record({ categories: ['safe_contact'], withoutName: false })).toMatchObject({ ok: false, refusal })
    const { consentId } = allowed(await record({ categories: ['safe_contact'], withoutName: true }))
    expect((await stored(consentId))?.wording).toContain('they do not know your name')
  })

  it('refuses a review day that has come', async () => {
    expect(await record({ reviewOn: toDay('2026-11-23') })).toMatchObject({
      ok: false,
      refusal: { kind: 'review-not-after-today' },
    })
  })

  it('refuses a review day later than its purpose lasts', async () => {
    expect(await record({ reviewOn: toDay('2099-01-01') })).toMatchObject({
      ok: false,
      refusal: { kind: 'review-too-late' },
    })
  })

  it('asks about other agencies than one’s own', async () => {
    expect(await record({}, sender)).toMatchObject({ ok: false, refusal: { kind: 'recipient-is-own-agency' } })
  })

  it('answers a case of another agency as one that does not exist', async () => {
    const asked = recordConsent(asking(recipientWorker), consentInput(caseId, sender))
    await expect(asked).rejects.toMatchObject({ status: 404 })
  })
})
