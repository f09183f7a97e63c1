import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { incident } from '../../../db/schema/case-file.ts'
import { insertClient } from '../../../db/search-keys.ts'
import { mayInsert } from '../../access/ability.ts'
import { notFound } from '../../access/require.server.ts'
import { checkReceived, contactabilityOf, isSerious, type ReceivedRefusal } from '../../domain/cases/case.ts'
import type { CaseworkNotStarted } from '../../domain/cases/start-casework.ts'
import type { Actor, Asking } from '../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { endDraft } from '../../facts/drafts.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { insertWithReference } from './case-reference.server.ts'
import { clientColumns } from './client-entries.server.ts'
import { type IncidentRefusal, incidentColumns } from './incident-entries.server.ts'
import { checkAndPlace } from './place-incident.server.ts'
import { type Lookalike, listLookalikes } from './read-lookalikes.server.ts'
import { reportEntries, withReportRules } from './report-entries.server.ts'

export const takeReportInput = withReportRules(z.object(reportEntries))

export type TakeReportInput = z.output<typeof takeReportInput>

export type TakeReportRefusal =
  | ReceivedRefusal
  | IncidentRefusal
  | CaseworkNotStarted
  | { kind: 'perhaps-known'; lookalikes: Lookalike[] }

/** What follows in the transaction that saves a report. It belongs to another feature, so the route passes it in. */
export type AfterSaving = (
  tx: Tx,
  asking: Asking,
  saved: TakeReportInput & { caseId: string; incidentId: string },
) => Promise<Result<null, CaseworkNotStarted>>

/** Opens a case with its client and first incident, and starts R3, or R4 after violence or a threat. */
export function takeReport(
  asking: Asking,
  input: TakeReportInput,
  andThen?: AfterSaving,
): Promise<Result<{ caseId: string; reference: string }, TakeReportRefusal | AlreadyDone>> {
  return writeOnce(asking, 'take-report', input, (tx) => takeReportIn(tx, asking, input, andThen))
}

async function takeReportIn(
  tx: Tx,
  asking: Asking,
  input: TakeReportInput,
  andThen?: AfterSaving,
): Promise<Result<{ caseId: string; reference: string }, TakeReportRefusal>> {
  if (!mayTakeReport(asking.actor)) throw notFound()
  const receivedAt = input.receivedAt ?? asking.now
  const received = checkReceived({ receivedAt, backdatedReason: input.backdatedReason }, asking.now)
  if (!received.ok) return received
  const placed = await checkAndPlace(tx, input, asking.now)
  if (!placed.ok) return placed
  const lookalikes = input.samePerson === 'another' ? [] : await listLookalikes(tx, asking, input)
  if (lookalikes.length > 0) return refused({ kind: 'perhaps-known', lookalikes })
  const opened = await openCase(tx, asking, input, { receivedAt, placed: placed.value })
  await recordReport(tx, asking, input, { ...opened, receivedAt, backdated: received.value.backdated })
  await endDraft(tx, asking, { form: 'report' }, input.draftId)
  const followed = await andThen?.(tx, asking, { ...input, caseId: opened.caseId, incidentId: opened.incidentId })
  if (followed && !followed.ok) return followed
  return done({ caseId: opened.caseId, reference: opened.reference })
}

function mayTakeReport(actor: Actor): boolean {
  const row = { agencyId: actor.agencyId, clientId: null, caseWorkerId: null }
  return mayInsert(actor, 'caseFile', row) && mayInsert(actor, 'client', row) && mayInsert(actor, 'incident', row)
}

interface Checked {
  receivedAt: Date
  placed: Parameters<typeof incidentColumns>[1]
}

async function openCase(tx: Tx, { actor, now }: Asking, input: TakeReportInput, { receivedAt, placed }: Checked) {
  const { agencyId, staffId } = actor
  const [clientId, caseId, incidentId] = [randomUUID(), randomUUID(), randomUUID()]
  await insertClient(tx, { agencyId, clientId, ...clientColumns(input), createdAt: now })
  const facts = {
    agencyId,
    caseId,
    clientId,
    receivedAt,
    receivedBy: staffId,
    backdatedReason: input.backdatedReason,
    channel: input.channel,
    reporterRole: input.reporterRole,
    reporter: reporterOf(input),
    contactability: contactabilityOf({ reporterRole: input.reporterRole, clientAware: input.clientAware === 'yes' }),
    serious: isSerious({ violence: input.violence === 'yes', types: input.types }),
    wishes: input.wishes,
    version: now,
  }
  const reference = await insertWithReference(tx, facts)
  await tx.insert(incident).values({ agencyId, caseId, incidentId, ...incidentColumns(input, placed), recordedAt: now })
  return { caseId, incidentId, reference, serious: facts.serious, contactable: facts.contactability }
}

export function reporterOf(input: TakeReportInput) {
  if (input.reporterRole === 'victim') return null
  return {
    name: input.reporterName,
    organisation: input.reporterOrganisation,
    relationship: input.reporterRelationship,
    contact: input.reporterContact,
  }
}

interface Opened extends Awaited<ReturnType<typeof openCase>> {
  receivedAt: Date
  backdated: boolean
}

async function recordReport(tx: Tx, asking: Asking, { occurredOn }: TakeReportInput, opened: Opened) {
  const { caseId, incidentId, serious, contactable, backdated, receivedAt } = opened
  await recordEvent(tx, asking, {
    kind: 'report-received',
    data: { receivedAt: receivedAt.toISOString(), serious, contactable, backdated },
    caseId,
    happenedAt: receivedAt,
  })
  await recordEvent(tx, asking, {
    kind: 'incident-recorded',
    data: { incidentId, occurredOn },
    caseId,
    subjectId: incidentId,
  })
}
