import { and, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { asActor, type Tx } from '../../../db/as-actor.ts'
import { caseFile, client } from '../../../db/schema/case-file.ts'
import { decisionRequest } from '../../../db/schema/option.ts'
import { staff } from '../../../db/schema/staff.ts'
import { permissionsOf } from '../../access/ability.ts'
import { orNotFound } from '../../access/require.server.ts'
import { DECISIONS, decisionKindOf, requestInWords } from '../../domain/decisions/decision-request.ts'
import { CLIENT_WISHES } from '../../domain/options/client-wish.ts'
import { OPTION_ANSWERS } from '../../domain/options/option.ts'
import type { Actor, Reading } from '../../domain/partnership/actor.ts'
import { readOptionsOfCase } from '../../facts/casework/options-of-case.server.ts'
import { listSecondPersons } from '../../facts/second-person.server.ts'
import { violenceOfCase } from '../../facts/violence-of-case.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { datesVersionOf } from './carry-out-decision.server.ts'

const requester = alias(staff, 'requester')
const decider = alias(staff, 'decider')

function selectOf(tx: Tx) {
  return tx
    .select({
      request: decisionRequest,
      reference: caseFile.reference,
      clientName: client.name,
      violence: violenceOfCase(),
      wishes: caseFile.wishes,
      requestedByName: requester.name,
      decidedByName: decider.name,
    })
    .from(decisionRequest)
    .innerJoin(
      caseFile,
      and(eq(caseFile.agencyId, decisionRequest.agencyId), eq(caseFile.caseId, decisionRequest.caseId)),
    )
    .innerJoin(client, and(eq(client.agencyId, caseFile.agencyId), eq(client.clientId, caseFile.clientId)))
    .innerJoin(
      requester,
      and(eq(requester.agencyId, decisionRequest.agencyId), eq(requester.staffId, decisionRequest.requestedBy)),
    )
    .leftJoin(
      decider,
      and(eq(decider.agencyId, decisionRequest.agencyId), eq(decider.staffId, decisionRequest.decidedBy)),
    )
}

type Selected = Awaited<ReturnType<typeof selectOf>>[number]

/**
 * One request in full, for the person who asked and the manager who decides. Reading it is logged.
 * @throws Response 404 for a request of another agency
 */
export function readDecision({ actor, now }: Reading, decisionId: string) {
  return asActor(actor, async (tx) => {
    const ours = eq(decisionRequest.agencyId, actor.agencyId)
    const found = orNotFound((await selectOf(tx).where(and(ours, eq(decisionRequest.decisionId, decisionId))))[0])
    const { caseId, kind, decision, requestedBy } = found.request
    const ofCase = await selectOf(tx).where(and(ours, eq(decisionRequest.caseId, caseId)))
    await recordEvent(tx, { actor, now }, { kind: 'record-consulted', caseId, data: { what: 'case' } })
    const deciders = decision === 'asked' ? await listSecondPersons(tx, requestedBy, 'decision') : []
    const isDecider = deciders.some(({ staffId }) => staffId === actor.staffId)
    const answeredBy = ofCase.find(({ request }) => request.previousId === decisionId)?.request.decisionId ?? null
    const mine = requestedBy === actor.staffId
    const { clientSays } = await readClientSays(tx, actor, found)
    return {
      ...sayRound(found),
      ...{ kind, decision, caseId, mine, answeredBy, clientSays },
      ...{ reference: found.reference, clientName: found.clientName, wishes: found.wishes, violence: found.violence },
      dates: datesOf(found),
      earlier: earlierRounds(ofCase, found).map(sayRound),
      deciders: deciders.map(({ name }) => name),
      mayDecide: isDecider && permissionsOf(actor).may('decide', 'decisionRequest', found.request),
      mayAnswer: mine && decision === 'asked_back' && answeredBy === null,
      mayCarryOut: decision === 'yes' && decisionKindOf(kind).option !== null,
    }
  })
}

export type DecisionInFull = Awaited<ReturnType<typeof readDecision>>

/** What was said in one round: the request and, once decided, the answer. */
function sayRound({ request, requestedByName, decidedByName }: Selected) {
  const { decisionId, kind, scope, reason, requestedAt, wantedBy, decision, decidedAt, decisionNote } = request
  return {
    ...{ decisionId, reason, requestedAt, wantedBy, requestedByName, decidedByName, decidedAt, decisionNote },
    what: requestInWords(kind, scope),
    state: DECISIONS[decision].label,
  }
}

function datesOf({ request }: Selected) {
  const { rehousedOn, storedFrom, storedTo, storedWhere } = request
  return { rehousedOn, storedFrom, storedTo, storedWhere, version: datesVersionOf(request) }
}

/** The requests that led to this one, the latest first: each question of a manager was answered by a new request. */
function earlierRounds(ofCase: readonly Selected[], { request }: Selected): Selected[] {
  const previous = ofCase.find((one) => one.request.decisionId === request.previousId)
  return previous ? [previous, ...earlierRounds(ofCase, previous)] : []
}

/** The client's wish about this request, and the newest answer about the option behind it. */
async function readClientSays(tx: Tx, actor: Actor, { request }: Selected) {
  const { caseId, kind, clientWish, clientWishReason } = request
  const { option } = decisionKindOf(kind)
  if (option === null || clientWish === null) return { clientSays: null }
  const newest = (await readOptionsOfCase(tx, actor, caseId)).find((one) => one.option === option)?.newest
  const wish = CLIENT_WISHES[clientWish].label
  return {
    clientSays: {
      wish: clientWishReason ? `${wish}: ${clientWishReason}` : wish,
      option: newest ? OPTION_ANSWERS[newest.answer].label : null,
    },
  }
}
