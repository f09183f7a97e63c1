import { and, eq, isNull, max } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { readCalendar } from '../../../db/read-calendar.ts'
import { contact } from '../../../db/schema/case-file.ts'
import type { Actor, Reading } from '../../domain/partnership/actor.ts'
import { consequenceOf, contactIntervalInWords, nextContactDay } from '../../domain/risk/risk-consequence.ts'
import { topFactors } from '../../domain/risk/risk-factors.ts'
import { type AssessedLevel, compareLevels } from '../../domain/risk/risk-level.ts'
import type { RiskOfCase } from '../../domain/risk/risk-of-case.ts'
import { londonDayOf } from '../../domain/time/calendar-day.ts'
import { type DecisionOfCase, readDecisionsOfCase } from '../../facts/casework/decisions-of-case.server.ts'
import { readRiskOfCase } from '../../facts/casework/risk-of-case.server.ts'
import { href } from '../../href.ts'
import { type RiskHistoryEntry, readRiskHistory } from './read-risk-history.server.ts'

/** The level now, why it is so and what it brings, in the words of the page. */
export interface ShownRisk {
  level: AssessedLevel
  provisional: boolean
  reasons: string[]
  factors: string[]
  checkedAt: Date
  recheck: { on: string; isDue: boolean; incidentSince: boolean }
  contact: { every: string; by: string; isDue: boolean }
  steps: { words: string; href: string | null }[]
  /** The newest check gives a lower level than a person had raised the one before to. */
  raisedBefore: string | null
  /** A request to lower the level that waits for a manager. */
  waiting: { decisionId: string; by: string } | null
}

export interface RiskPart {
  risk: ShownRisk | null
  history: RiskHistoryEntry[]
}

/** What the page of a case’s risk shows (G4). */
export async function readRiskPart(tx: Tx, { actor, now }: Reading, caseId: string): Promise<RiskPart> {
  const [risk, history, last, calendar, decisions] = await Promise.all([
    readRiskOfCase(tx, actor, caseId),
    readRiskHistory(tx, actor, caseId),
    readLastContact(tx, actor, caseId),
    readCalendar(tx),
    readDecisionsOfCase(tx, actor, caseId),
  ])
  if (!risk) return { risk: null, history }
  const today = londonDayOf(now)
  const { steps, contactEvery } = consequenceOf(risk.level)
  const contactBy = nextContactDay(londonDayOf(lastSeen(risk, last)), contactEvery, calendar)
  return {
    risk: {
      level: risk.level,
      provisional: risk.provisional,
      reasons: reasonsNow(risk, history),
      factors: topFactors(risk.answers),
      checkedAt: risk.checkedAt,
      recheck: {
        on: risk.recheckOn,
        isDue: risk.recheckOn <= today,
        incidentSince: risk.recheckWhy === 'new_incident',
      },
      contact: { every: contactIntervalInWords(contactEvery), by: contactBy, isDue: contactBy <= today },
      steps: steps.map(({ words, page }) => ({ words, href: page ? pageOf(caseId, page) : null })),
      raisedBefore: raisedBefore(risk, history),
      waiting: waitingToLower(decisions),
    },
    history,
  }
}

/** The newest change of level since the newest check comes first, then what the check itself gave. */
function reasonsNow({ checkId }: RiskOfCase, history: readonly RiskHistoryEntry[]): string[] {
  const check = history.findIndex(({ entryId }) => entryId === checkId)
  return history.slice(0, check + 1).flatMap(({ entryId, title, lines, note }) => {
    const own = entryId === checkId ? lines.slice(1) : [`${title}. ${lines.join(' ')}`]
    return note ? [...own, `“${note}”`] : own
  })
}

/** A new check ends a raised level. The page shows it, so that the case worker can decide if the reason still applies. */
function raisedBefore({ checkId, level }: RiskOfCase, history: readonly RiskHistoryEntry[]): string | null {
  const before = history[history.findIndex(({ entryId }) => entryId === checkId) + 1]
  return before?.isRaised && compareLevels(before.level, level) > 0 ? before.title : null
}

function waitingToLower(decisions: readonly DecisionOfCase[]): ShownRisk['waiting'] {
  const waiting = decisions.find(({ kind, decision }) => kind === 'lower_risk' && decision === 'asked')
  return waiting ? { decisionId: waiting.decisionId, by: waiting.requestedByName } : null
}

/** When the client was last in touch: the check itself counts, unless the client declined it. */
function lastSeen({ checkedAt, declined }: RiskOfCase, last: Date | null): Date {
  if (!last) return checkedAt
  return declined || last > checkedAt ? last : checkedAt
}

async function readLastContact(tx: Tx, { agencyId }: Actor, caseId: string): Promise<Date | null> {
  const [newest] = await tx
    .select({ at: max(contact.contactedAt) })
    .from(contact)
    .where(
      and(
        eq(contact.agencyId, agencyId),
        eq(contact.caseId, caseId),
        eq(contact.succeeded, true),
        isNull(contact.errorAt),
      ),
    )
  return newest?.at ?? null
}

function pageOf(caseId: string, page: 'refer' | 'options'): string {
  return page === 'refer' ? href('/cases/:caseId/refer', { caseId }) : href('/cases/:caseId/options', { caseId })
}
