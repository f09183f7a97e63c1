import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { asActor } from '../../../../db/as-actor.ts'
import { caseFile } from '../../../../db/schema/case-file.ts'
import { referralOrigin, referralPackage } from '../../../../db/schema/referral.ts'
import { allowed } from '../../../../tests/support/cases.ts'
import {
  partners,
  recordedConsent,
  referableCase,
  sendInput,
  sentReferral,
  USUAL_DATA,
} from '../../../../tests/support/referrals.ts'
import { asking, MONDAY_MORNING, openWorld } from '../../../../tests/support/world.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { refusedForm } from '../../../forms/refusal-table.server.ts'
import { SENDER_REFUSALS } from '../refusal-words.server.ts'
import { sendReferral } from './send-referral.server.ts'

const world = await openWorld()
const parties = await partners(world)
const { worker, recipientWorker, recipient, sender } = parties

async function countedRows(caseId: string) {
  const [row] = await world.admin`
    select (select count(*)::int from referral_origin where case_id = ${caseId}) as referrals,
      (select count(*)::int from case_event where case_id = ${caseId} and kind like 'referral%') as events,
      (select count(*)::int from clock where case_id = ${caseId} and clause = 'I2') as clocks`
  return row
}

describe('sendReferral', () => {
  it('I2: sends with consent, on the same day, and keeps the clock', async () => {
    const { referralId, caseId } = await sentReferral(parties)
    const [row] =
      await world.admin`select state, sent_at, version, package_version from referral where referral_id = ${referralId}`
    expect(row).toMatchObject({ state: 'sent', sent_at: MONDAY_MORNING, version: 2, package_version: 1 })
    const [clock] = await world.admin`select state, kept_at, due_at from clock where subject_id = ${referralId}`
    expect(clock).toMatchObject({ state: 'met', kept_at: MONDAY_MORNING, due_at: new Date('2026-11-24T23:59:59.999Z') })
    expect(await countedRows(caseId)).toEqual({ referrals: 1, events: 1, clocks: 1 })
  })

  it('lets the recipient see the package and nothing of the case', async () => {
    const { referralId } = await sentReferral(parties)
    const seen = await asActor(recipientWorker.actor, async (tx) => ({
      packages: await tx.select().from(referralPackage).where(eq(referralPackage.referralId, referralId)),
      cases: await tx.select().from(caseFile),
      origins: await tx.select().from(referralOrigin),
    }))
    expect(Object.keys(seen.packages[0]?.content.parts ?? {}).sort()).toEqual([...USUAL_DATA].sort())
    expect([seen.cases, seen.origins]).toEqual([[], []])
  })

  it('writes who learned what, on which ground and why (DPA 2018 s62)', async () => {
    const { referralId, consentId } = await sentReferral(parties)
    const [event] = await world.admin`
      select recipient_agency_id, ground, justification, data from case_event
      where kind = 'referral-sent' and subject_id = ${referralId}`
    expect(event).toMatchObject({
      recipient_agency_id: recipient.agencyId,
      ground: 'consent',
      justification: `Consent ${consentId} for support`,
    })
  })

  it('refuses without consent, says which is missing, and writes nothing', async () => {
    const { caseId } = await referableCase(parties)
    const answer = await sendReferral(asking(worker), sendInput(parties, caseId))
    expect(answer).toMatchObject({
      ok: false,
      refusal: { kind: 'consent-missing', because: 'never_asked', agencyName: 'Beacon Victim Care' },
    })
    expect(await countedRows(caseId)).toEqual({ referrals: 0, events: 0, clocks: 0 })
  })

  it('G8: a client who said no is not referred', async () => {
    const { caseId } = await referableCase(parties)
    await recordedConsent(parties, caseId, { decision: 'refused' })
    const answer = await sendReferral(asking(worker), sendInput(parties, caseId))
    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'consent-missing', because: 'refused' } })
  })

  it('never sends more than was agreed to', async () => {
    const { caseId } = await referableCase(parties)
    await recordedConsent(parties, caseId, { categories: ['safe_contact', 'incident_details'] })
    const answer = await sendReferral(asking(worker), sendInput(parties, caseId))
    expect(answer).toMatchObject({
      ok: false,
      refusal: { because: 'not_all_categories', categories: ['name', 'date_of_birth', 'address', 'strand', 'risk'] },
    })
  })

  it('I2: shows a decision typed in late as late', async () => {
    const friday = new Date('2026-11-19T15:00:00Z')
    const { caseId } = await referableCase(parties, { now: friday })
    await recordedConsent(parties, caseId, { now: friday })
    const input = { ...sendInput(parties, caseId), decidedAt: friday }
    const { referralId } = allowed(await sendReferral(asking(worker), input))
    const [clock] = await world.admin`select state, started_at from clock where subject_id = ${referralId}`
    expect(clock).toMatchObject({ state: 'met_late', started_at: friday })
  })

  it('makes one referral of twenty sends under the same key', async () => {
    const { caseId } = await referableCase(parties)
    await recordedConsent(parties, caseId)
    const form = asking(worker)
    const answers = await Promise.all(Array.from({ length: 20 }, () => sendReferral(form, sendInput(parties, caseId))))
    expect(new Set(answers.map((answer) => allowed(answer).referralId)).size).toBe(1)
    expect(await countedRows(caseId)).toEqual({ referrals: 1, events: 1, clocks: 1 })
  })

  it('makes one referral of two tabs, and leads the second to the first', async () => {
    const { caseId } = await referableCase(parties)
    await recordedConsent(parties, caseId)
    const answers = await Promise.all([
      sendReferral(asking(worker), sendInput(parties, caseId)),
      sendReferral(asking(worker), sendInput(parties, caseId)),
    ])
    const [sent, second] = answers.toSorted((a, b) => Number(b.ok) - Number(a.ok))
    expect(sent?.ok).toBe(true)
    expect(second).toMatchObject({
      ok: false,
      refusal: { kind: 'already-open', referralId: sent?.ok && sent.value.referralId },
    })
  })

  it('does not send to an agency that takes no referrals', async () => {
    const full = await world.agency({ kind: 'victim_support', takesReferrals: false })
    const { caseId } = await referableCase(parties)
    await recordedConsent({ ...parties, recipient: full }, caseId)
    const answer = await sendReferral(asking(worker), sendInput({ recipient: full }, caseId))
    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'recipient-takes-none' } })
  })

  it('does not send while questions about safe contact are open, and has an error beside each of them', async () => {
    const { caseId } = await referableCase(parties, { report: { safeToText: null, safeToVoicemail: null } })
    await recordedConsent(parties, caseId)
    const answer = await sendReferral(asking(worker), sendInput(parties, caseId))
    const questions = ['safeToVoicemail', 'safeToText']
    expect(answer).toMatchObject({
      ok: false,
      refusal: { kind: 'package-not-safe', problems: [{ kind: 'safety-unanswered', questions }] },
    })
    if (answer.ok) throw new Error('It was sent.')
    const { status, form } = refusedForm(SENDER_REFUSALS, answer.refusal, EMPTY_FORM)
    expect({ status, errors: form.errors }).toEqual({
      status: 422,
      errors: [
        {
          field: 'safeToVoicemail',
          message: 'Ask the client first, and choose the answer: Is it safe to leave a voicemail?',
        },
        {
          field: 'safeToText',
          message: 'Ask the client first, and choose the answer: Is it safe to send text messages?',
        },
      ],
    })
  })

  it('tells that it was violent only with what happened or with the risk', async () => {
    const report = { violence: 'yes' } as const
    const whole = await sentReferral(parties, { report })
    const little = await sentReferral(parties, { report, categories: ['safe_contact', 'strand'] })
    const rows =
      await world.admin`select referral_id, serious from referral where referral_id in (${whole.referralId}, ${little.referralId})`
    expect(Object.fromEntries(rows.map((row) => [row.referral_id, row.serious]))).toEqual({
      [whole.referralId]: true,
      [little.referralId]: false,
    })
  })

  it('answers another agency’s case as one that does not exist', async () => {
    const { caseId } = await referableCase(parties)
    const stranger = await world.staff(recipient)
    const wrong = { recipient: sender }
    await expect(sendReferral(asking(stranger), sendInput(wrong, caseId))).rejects.toMatchObject({ status: 404 })
  })
})

describe('answers of the client that were missing', () => {
  it('are saved with the referral, and change no answer that the case has', async () => {
    const { caseId } = await referableCase(parties, { report: { safeToVoicemail: null, safeToCall: 'yes' } })
    await recordedConsent(parties, caseId)
    const input = sendInput(parties, caseId)
    const unanswered = { kind: 'package-not-safe', problems: [{ questions: ['safeToVoicemail'] }] }
    expect(await sendReferral(asking(worker), input)).toMatchObject({ ok: false, refusal: unanswered })
    allowed(await sendReferral(asking(worker), { ...input, safeToVoicemail: 'no', safeToCall: 'no' }))
    const [row] = await world.admin`
      select safe_contact from client join case_file using (agency_id, client_id) where case_id = ${caseId}`
    expect(row?.safe_contact).toMatchObject({ safeToVoicemail: 'no', safeToCall: 'yes' })
    const [event] = await world.admin`
      select data from case_event where case_id = ${caseId} and kind = 'case-details-changed'`
    expect(event?.data).toEqual({ changed: ['safeToVoicemail'], answers: { safeToVoicemail: ['no'] } })
  })
})
