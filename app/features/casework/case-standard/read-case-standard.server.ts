import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { caseEvent, clock } from '../../../../db/schema/timeline.ts'
import { eventInWords } from '../../../domain/events/event-table.ts'
import type { Reading } from '../../../domain/partnership/actor.ts'
import { refersOn } from '../../../domain/partnership/agency.ts'
import {
  CLAUSE_STATES,
  type ClauseInCase,
  type ClauseState,
  caseStandard,
  PROVING_KINDS,
} from '../../../domain/standards/case-standard.ts'
import { CLAUSES, listClausesOf, STANDARD_SECTIONS } from '../../../domain/standards/clause.ts'
import type { ProvingEvent, StandardFacts } from '../../../domain/standards/clause-rule.ts'
import { href } from '../../../href.ts'
import { readKnownNames } from '../../../timeline/read-timeline.server.ts'
import type { CaseView } from '../file/read-case-view.server.ts'

/** What happened, who recorded it and when, with its place on the timeline. */
interface ShownProof {
  seq: number
  words: string
  by: string
  at: Date
  href: string
}

export interface ShownClause {
  clause: string
  wording: string
  state: ClauseState
  stateWords: string
  why: string
  proofs: ShownProof[]
}

export interface StandardSection {
  heading: string
  clauses: ShownClause[]
}

/** The 41 clauses of the standard in one case, in its sections, each with the events that prove it. */
export async function readCaseStandard(tx: Tx, { actor, now }: Reading, view: CaseView): Promise<StandardSection[]> {
  const { agencyId } = actor
  const { caseId } = view
  const [rows, clocks, names] = await Promise.all([
    tx
      .select()
      .from(caseEvent)
      .where(
        and(eq(caseEvent.agencyId, agencyId), eq(caseEvent.caseId, caseId), inArray(caseEvent.kind, PROVING_KINDS)),
      )
      .orderBy(asc(caseEvent.seq)),
    tx
      .select()
      .from(clock)
      .where(and(eq(clock.agencyId, agencyId), eq(clock.caseId, caseId))),
    readKnownNames(tx, actor, caseId),
  ])
  const words = new Map(rows.map((row) => [row.seq, eventInWords(row.kind, row.data, names).title]))
  const events = rows.map((row) => ({
    kind: row.kind,
    seq: row.seq,
    at: row.happenedAt,
    by: row.actorRole === 'system' ? 'the portal' : names.staff(row.actorId),
    data: row.data,
  }))
  const judged = caseStandard({ facts: standardFactsOf(view), events, clocks }, now)
  const shown = new Map(judged.map((one) => [one.clause as string, shownClause(one, caseId, words)]))
  return STANDARD_SECTIONS.map((section) => ({
    heading: section.heading,
    clauses: listClausesOf(section).flatMap((clause) => shown.get(clause) ?? []),
  })).filter(({ clauses }) => clauses.length > 0)
}

function shownClause({ clause, state, why, proofs }: ClauseInCase, caseId: string, words: Map<number, string>) {
  return {
    clause,
    wording: CLAUSES[clause].wording,
    state,
    stateWords: CLAUSE_STATES[state].label,
    why,
    proofs: proofs.map((proof) => shownProof(proof, caseId, words)),
  }
}

function shownProof({ seq, by, at }: ProvingEvent, caseId: string, words: Map<number, string>): ShownProof {
  const address = href('/cases/:caseId', { caseId }, { before: seq + 1 })
  return { seq, by, at, words: words.get(seq) ?? '', href: `${address}#timeline` }
}

function standardFactsOf({ contactability, serious, wishes, client, agency }: CaseView): StandardFacts {
  const { language, interpreterNeeded, communicationNeeds, communicationNote, counted } = client
  return {
    contactability,
    serious,
    counted,
    agencyInvestigates: agency.investigates,
    agencyRefersOn: refersOn(agency.kind),
    wishesRecorded: wishes !== '',
    needsLanguage: interpreterNeeded || (language !== '' && language !== 'English'),
    needsFormat: communicationNeeds.length > 0 || communicationNote !== '',
  }
}
