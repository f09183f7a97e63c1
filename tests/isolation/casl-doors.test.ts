import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { judgeBy } from '../../app/access/ability.ts'
import { RULES } from '../../app/access/policy/policy.ts'
import type { Verb } from '../../app/access/policy/policy-rule.ts'
import type { Asking } from '../../app/domain/partnership/actor.ts'
import { allocateCase } from '../../app/features/casework/allocation/allocate-case.server.ts'
import { recordContact } from '../../app/features/casework/contacts/record-contact.server.ts'
import { askOverride } from '../../app/features/consents/ask-override.server.ts'
import { recordConsent } from '../../app/features/consents/record-consent.server.ts'
import { recordIncident } from '../../app/features/intake/changes/record-incident.server.ts'
import { takeReport } from '../../app/features/intake/take-report.server.ts'
import { chaseRecipient } from '../../app/features/referrals/sent/chase-recipient.server.ts'
import { withdrawConsent } from '../../app/features/referrals/sent/withdraw-consent.server.ts'
import { handOverReferral } from '../../app/features/referrals/steps/hand-over-referral.server.ts'
import { writeReferralNote } from '../../app/features/referrals/steps/write-note.server.ts'
import type { TableName } from '../../db/schema/tables.ts'
import { allocatedCase, contactInput, incidentInput, reportedCase, reportInput } from '../support/cases.ts'
import { overrideInput } from '../support/overrides.ts'
import { acceptedReferral, consentInput, partners, sentReferral } from '../support/referrals.ts'
import { asking, openWorld, type Person } from '../support/world.ts'

const world = await openWorld()
const parties = await partners(world)
const { worker, manager, recipient, recipientWorker } = parties
const { caseId } = await allocatedCase(worker)
const unallocated = await reportedCase(worker)
const sent = await sentReferral(parties)
const accepted = await acceptedReferral(parties)
const { staffId } = worker.actor

interface Door {
  use: string
  table: TableName
  verb: Verb
  by: Person
  act: (form: Asking) => Promise<{ ok: boolean; refusal?: { kind: string } }>
}

const DOORS: Door[] = [
  { use: 'takeReport', table: 'caseFile', verb: 'insert', by: worker, act: (form) => takeReport(form, reportInput()) },
  {
    use: 'allocateCase',
    table: 'caseFile',
    verb: 'update',
    by: manager,
    act: (form) => allocateCase(form, { caseId: unallocated.caseId, staffId }),
  },
  {
    use: 'recordContact',
    table: 'contact',
    verb: 'insert',
    by: worker,
    act: (form) => recordContact(form, contactInput(caseId)),
  },
  {
    use: 'recordIncident',
    table: 'incident',
    verb: 'insert',
    by: worker,
    act: (form) => recordIncident(form, incidentInput(caseId)),
  },
  {
    use: 'recordConsent',
    table: 'consent',
    verb: 'insert',
    by: worker,
    act: (form) => recordConsent(form, consentInput(caseId, recipient)),
  },
  {
    use: 'askOverride',
    table: 'consentOverride',
    verb: 'insert',
    by: worker,
    act: (form) => askOverride(form, overrideInput(recipient.agencyId, caseId)),
  },
  {
    use: 'handOverReferral',
    table: 'referral',
    verb: 'update',
    by: recipientWorker,
    act: (form) =>
      handOverReferral(form, { referralId: accepted.referralId, staffId: parties.recipientManager.actor.staffId }),
  },
  {
    use: 'writeReferralNote',
    table: 'referralNote',
    verb: 'insert',
    by: recipientWorker,
    act: (form) => writeReferralNote(form, { referralId: accepted.referralId, note: 'Called back.' }),
  },
  {
    use: 'withdrawConsent',
    table: 'consent',
    verb: 'update',
    by: worker,
    act: (form) => withdrawConsent(form, { caseId: sent.caseId, consentId: sent.consentId, how: 'By phone' }),
  },
]

/** As a page would answer. */
async function answerOf({ act }: Door, form: Asking): Promise<string> {
  try {
    const answer = await act(form)
    return answer.ok ? 'done' : String(answer.refusal?.kind)
  } catch (thrown) {
    if (thrown instanceof Response && thrown.status === 404) return 'not-found'
    throw thrown
  }
}

test.each(DOORS)('$use asks CASL for $verb of $table: without that rule in CASL alone it is refused', async (door) => {
  const rules = RULES.map((rule) =>
    rule.table === door.table ? { ...rule, verbs: rule.verbs.filter((verb) => verb !== door.verb) } : rule,
  )
  const form = asking(door.by)
  const actor = { ...door.by.actor }
  judgeBy(rules, actor)
  expect(await answerOf(door, { ...form, actor })).toBe('not-found')
  expect(await answerOf(door, { ...form, key: randomUUID() })).toBe('done')
})

test('a referral that CASL lets nobody change cannot be chased', async () => {
  const actor = { ...worker.actor }
  judgeBy([], actor)
  const chase = chaseRecipient({ ...asking(worker), actor }, { referralId: sent.referralId })
  await expect(chase).rejects.toMatchObject({ status: 404 })
})
