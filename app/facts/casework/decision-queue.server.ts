import { and, desc, eq, ne, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { agency } from '../../../db/schema/agency.ts'
import { caseFile, client } from '../../../db/schema/case-file.ts'
import { consentOverride } from '../../../db/schema/consent.ts'
import { decisionRequest } from '../../../db/schema/option.ts'
import { staff } from '../../../db/schema/staff.ts'
import { DECISIONS, requestInWords } from '../../domain/decisions/decision-request.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import type { CalendarDay } from '../../domain/time/calendar-day.ts'
import { href } from '../../href.ts'
import { isSecondPersonTo } from '../second-person.server.ts'
import { violenceOfCase } from '../violence-of-case.server.ts'
import { isWaitingOverride } from '../waiting-cases.server.ts'

const LISTED = 50

/** A request that waits for a manager. All kinds have one shape: who asks, what, and until when. */
export interface WaitingRequest {
  id: string
  href: string
  what: string
  reference: string
  clientName: string
  violence: { safeTimes: string } | null
  requestedByName: string
  requestedAt: Date
  /** Null for sharing without consent, which is always needed as soon as possible. */
  wantedBy: CalendarDay | null
  /** Whether this person may decide on it: a manager, and another person than who asked. */
  mayDecide: boolean
}

/**
 * What waits for a manager of the agency: violence first, then what is needed soonest. Requests to share have no day.
 * @param decides whether the actor ever decides on such requests
 */
export async function readDecisionQueue(tx: Tx, actor: Actor, decides: boolean): Promise<WaitingRequest[]> {
  const [requests, sharing] = await Promise.all([
    selectRequests(tx, actor).orderBy(caseFile.urgentOrder, decisionRequest.wantedBy).limit(LISTED),
    selectSharing(tx, actor).orderBy(caseFile.urgentOrder, consentOverride.requestedAt).limit(LISTED),
  ])
  const waiting = [
    ...sharing.map(({ id, recipientName, mayDecide, ...row }) => ({
      ...row,
      id,
      href: href('/overrides/:overrideId', { overrideId: id }),
      what: `Share with ${recipientName} without consent`,
      wantedBy: null,
      mayDecide: decides && mayDecide,
    })),
    ...requests.map(({ id, kind, scope, mayDecide, ...row }) => ({
      ...row,
      id,
      href: href('/decisions/:decisionId', { decisionId: id }),
      what: requestInWords(kind, scope),
      mayDecide: decides && mayDecide,
    })),
  ]
  return waiting
    .toSorted((first, second) => first.urgentOrder - second.urgentOrder)
    .map(({ urgentOrder: _, ...row }) => row)
}

const common = {
  reference: caseFile.reference,
  clientName: client.name,
  violence: violenceOfCase(),
  urgentOrder: sql<number>`${caseFile.urgentOrder}`,
  requestedByName: staff.name,
}

function selectRequests(tx: Tx, { agencyId, staffId }: Actor) {
  const { decisionId, kind, scope, requestedAt, requestedBy, wantedBy } = decisionRequest
  return tx
    .select({
      ...{ id: decisionId, kind, scope, requestedAt, wantedBy },
      ...common,
      mayDecide: sql<boolean>`${isSecondPersonTo(requestedBy, staffId, 'decision')}`,
    })
    .from(decisionRequest)
    .innerJoin(caseFile, ofCase(decisionRequest))
    .innerJoin(client, ofClient())
    .innerJoin(staff, and(eq(staff.agencyId, decisionRequest.agencyId), eq(staff.staffId, requestedBy)))
    .where(and(eq(decisionRequest.agencyId, agencyId), eq(decisionRequest.decision, 'asked')))
}

function selectSharing(tx: Tx, { agencyId, staffId }: Actor) {
  const { overrideId, requestedAt, requestedBy, recipientAgencyId } = consentOverride
  return tx
    .select({
      ...{ id: overrideId, requestedAt, recipientName: agency.name },
      ...common,
      mayDecide: sql<boolean>`${isSecondPersonTo(requestedBy, staffId, 'override')}`,
    })
    .from(consentOverride)
    .innerJoin(caseFile, ofCase(consentOverride))
    .innerJoin(client, ofClient())
    .innerJoin(agency, eq(agency.agencyId, recipientAgencyId))
    .innerJoin(staff, and(eq(staff.agencyId, consentOverride.agencyId), eq(staff.staffId, requestedBy)))
    .where(isWaitingOverride(agencyId))
}

function ofCase({ agencyId, caseId }: typeof decisionRequest | typeof consentOverride): SQL | undefined {
  return and(eq(caseFile.agencyId, agencyId), eq(caseFile.caseId, caseId))
}

function ofClient(): SQL | undefined {
  return and(eq(client.agencyId, caseFile.agencyId), eq(client.clientId, caseFile.clientId))
}

/** What managers of the agency decided last, without sharing, which has a list of its own. */
export async function readMadeDecisions(tx: Tx, { agencyId }: Pick<Actor, 'agencyId'>) {
  const { decisionId, kind, scope, decision, decidedAt, decidedBy } = decisionRequest
  const rows = await tx
    .select({
      ...{ decisionId, kind, scope, decision, decidedAt },
      reference: caseFile.reference,
      clientName: client.name,
      decidedByName: staff.name,
    })
    .from(decisionRequest)
    .innerJoin(caseFile, ofCase(decisionRequest))
    .innerJoin(client, ofClient())
    .innerJoin(staff, and(eq(staff.agencyId, decisionRequest.agencyId), eq(staff.staffId, decidedBy)))
    .where(and(eq(decisionRequest.agencyId, agencyId), ne(decision, 'asked')))
    .orderBy(desc(decidedAt))
    .limit(LISTED)
  return rows.map(({ kind: decisionKind, scope: which, decision: made, ...row }) => ({
    ...row,
    what: requestInWords(decisionKind, which),
    made: DECISIONS[made].label,
  }))
}
