import { and, desc, eq, gte, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { asActor, type Tx } from '../../../db/as-actor.ts'
import { agency } from '../../../db/schema/agency.ts'
import { caseFile, client } from '../../../db/schema/case-file.ts'
import { consentOverride } from '../../../db/schema/consent.ts'
import { referral } from '../../../db/schema/referral.ts'
import { staff } from '../../../db/schema/staff.ts'
import { permissionsOf } from '../../access/ability.ts'
import { orNotFound } from '../../access/require.server.ts'
import type { Reading } from '../../domain/partnership/actor.ts'
import { addMonths, londonDayOf, startOfLondonDay } from '../../domain/time/calendar-day.ts'
import { listSecondPersons } from '../../facts/second-person.server.ts'
import { violenceOfCase } from '../../facts/violence-of-case.server.ts'
import { isWaitingOverride } from '../../facts/waiting-cases.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { contradictionsInWords, readCaseRecord, recordInWords } from './read-case-record.server.ts'

const LISTED = 50
/** Overrides are counted over this many months, as in the quarterly report. */
const COUNTED_MONTHS = 3

const requester = alias(staff, 'requester')
const decider = alias(staff, 'decider')

function selectOverrides(tx: Tx) {
  return tx
    .select({
      override: consentOverride,
      reference: caseFile.reference,
      clientName: client.name,
      violence: violenceOfCase(),
      wishes: caseFile.wishes,
      recipientName: agency.name,
      requestedByName: requester.name,
      decidedByName: decider.name,
    })
    .from(consentOverride)
    .innerJoin(
      caseFile,
      and(eq(caseFile.agencyId, consentOverride.agencyId), eq(caseFile.caseId, consentOverride.caseId)),
    )
    .innerJoin(client, and(eq(client.agencyId, caseFile.agencyId), eq(client.clientId, caseFile.clientId)))
    .innerJoin(agency, eq(agency.agencyId, consentOverride.recipientAgencyId))
    .innerJoin(
      requester,
      and(eq(requester.agencyId, consentOverride.agencyId), eq(requester.staffId, consentOverride.requestedBy)),
    )
    .leftJoin(
      decider,
      and(eq(decider.agencyId, consentOverride.agencyId), eq(decider.staffId, consentOverride.decidedBy)),
    )
}

/** Requests to share without consent: those to decide first, then the latest decided; and how many there were. */
export async function readOverrides({ actor, now }: Reading) {
  const ours = eq(consentOverride.agencyId, actor.agencyId)
  const since = startOfLondonDay(addMonths(londonDayOf(now), -COUNTED_MONTHS))
  return asActor(actor, async (tx) => {
    const [waiting, decided, [counted]] = await Promise.all([
      selectOverrides(tx)
        .where(isWaitingOverride(actor.agencyId))
        .orderBy(caseFile.urgentOrder, consentOverride.requestedAt)
        .limit(LISTED),
      selectOverrides(tx)
        .where(and(ours, ne(consentOverride.decision, 'asked')))
        .orderBy(desc(consentOverride.decidedAt))
        .limit(LISTED),
      tx
        .select({
          asked: sql<number>`count(*)::int`,
          authorised: sql<number>`(count(*) filter (where ${consentOverride.decision} = 'authorised'))::int`,
          used: sql<number>`count(${consentOverride.usedAt})::int`,
        })
        .from(consentOverride)
        .where(and(ours, gte(consentOverride.requestedAt, since))),
    ])
    return {
      waiting: waiting.map(listed),
      decided: decided.map(listed),
      counted: { asked: 0, authorised: 0, used: 0, ...counted, since: londonDayOf(since) },
    }
  })
}

export type OverridesOfAgency = Awaited<ReturnType<typeof readOverrides>>

/**
 * One request in full, for the requester and the manager who decides.
 * @throws Response 404 for a request of another agency
 */
export async function readOverride({ actor, now }: Reading, overrideId: string) {
  return asActor(actor, async (tx) => {
    const [row] = await selectOverrides(tx).where(
      and(eq(consentOverride.agencyId, actor.agencyId), eq(consentOverride.overrideId, overrideId)),
    )
    const override = withNames(orNotFound(row))
    const [used] = override.usedByReferralId
      ? await tx
          .select({ referralId: referral.referralId, reference: referral.reference })
          .from(referral)
          .where(and(eq(referral.fromAgencyId, actor.agencyId), eq(referral.referralId, override.usedByReferralId)))
      : []
    await recordEvent(tx, { actor, now }, { kind: 'record-consulted', caseId: override.caseId, data: { what: 'case' } })
    const record = await readCaseRecord(tx, actor, override.caseId)
    const mine = override.requestedBy === actor.staffId
    const deciders = override.decision === 'asked' ? await listSecondPersons(tx, override.requestedBy, 'override') : []
    const isDecidable = override.decision === 'asked' && permissionsOf(actor).may('update', 'consentOverride', override)
    const mayDecide = isDecidable && deciders.some(({ staffId }) => staffId === actor.staffId)
    const contradictions = contradictionsInWords(override, record, now)
    return {
      ...override,
      record: recordInWords(record, now),
      contradictions,
      used: used ?? null,
      mine,
      mayDecide,
      deciders: deciders.map(({ name }) => name),
    }
  })
}

export type OverrideInFull = Awaited<ReturnType<typeof readOverride>>

type Selected = Awaited<ReturnType<typeof selectOverrides>>[number]

/** The list omits the facts of the case: they are on the page of one request, whose reading is logged. */
function listed({ override, clientName, violence, recipientName, requestedByName }: Selected) {
  const { overrideId, ground, requestedAt, decision, decidedAt, usedAt } = override
  const stands = { overrideId, ground, requestedAt, decision, decidedAt, usedAt }
  return { ...stands, clientName, violence, recipientName, requestedByName }
}

function withNames({ override, ...names }: Selected) {
  return { ...override, ...names }
}
