import { and, asc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { asActor, type Tx } from '../../../../db/as-actor.ts'
import { readCalendar } from '../../../../db/read-calendar.ts'
import { agency } from '../../../../db/schema/agency.ts'
import { caseFile, client, incident } from '../../../../db/schema/case-file.ts'
import { staff } from '../../../../db/schema/staff.ts'
import { clock } from '../../../../db/schema/timeline.ts'
import { ifMay } from '../../../access/ability.ts'
import type { Actor, Reading } from '../../../domain/partnership/actor.ts'
import { londonDayOf } from '../../../domain/time/calendar-day.ts'
import { type CaseProgress, readCaseProgress } from '../../../facts/casework/read-case-progress.server.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import type { SaidTask } from '../../../ui/lists/task-list.tsx'
import { progressFacts } from '../progress/progress-facts.ts'
import { shownStages } from '../progress/shown-stages.server.ts'
import { type ShownWork, shownWork } from '../progress/shown-work.server.ts'
import type { StageItem } from '../progress/stage-line.tsx'
import { withClockActions } from '../standards/clock-actions.server.ts'
import { shownClocks } from '../standards/shown-clock.ts'
import { caseActionsOf } from './case-actions.server.ts'
import { type NextStep, nextStepOf } from './next-step.ts'
import { readStepFacts } from './read-step-facts.server.ts'
import { readUnsentConsents } from './read-unsent-consents.server.ts'

const worker = alias(staff, 'worker')
const alternative = alias(staff, 'alternative')
const taker = alias(staff, 'taker')

/** The facts shown on each page of a case: the client, how to reach them, and the deadlines. */
export type CaseView = NonNullable<Awaited<ReturnType<typeof readView>>>

/** The facts with how far the case is, and what the standard asks next. */
interface CasePage extends CaseView {
  stages: StageItem[]
  next: NextStep | null
  unsent: SaidTask[]
  work: ShownWork
}

/** Reads the part of a case that its page is about. What is known of the work on the case is read at the same time. */
type ReadPart<Part> = (tx: Tx, view: CaseView, progress: Promise<CaseProgress>) => Promise<Part>

/**
 * Opens a page of a case: the facts on every page, and the part this page is about. Writes an audit event. Null if
 * the case does not exist or belongs to another agency.
 */
export function openCase<Part extends object>(
  reading: Reading,
  caseId: string,
  readPart: ReadPart<Part>,
): Promise<{ view: CasePage; part: Part } | null> {
  return asActor(reading.actor, async (tx) => {
    const view = await readView(tx, reading, caseId)
    if (!view) return null
    const progress = readCaseProgress(tx, reading.actor, view)
    const [part, unsent, steps, known] = await Promise.all([
      readPart(tx, view, progress),
      readUnsentConsents(tx, reading, caseId),
      readStepFacts(tx, reading, view),
      progress,
    ])
    await recordEvent(tx, reading, { kind: 'record-consulted', data: { what: 'case' }, caseId })
    const today = londonDayOf(reading.now)
    const next = nextStepOf({ ...view, ...steps, unsent, progress: known, today })
    const stages = shownStages(progressFacts(view, known.reached))
    return { view: { ...view, stages, next, unsent, work: shownWork(known, today) }, part }
  })
}

async function readView(tx: Tx, { actor, now }: Reading, caseId: string) {
  const [[found], clocks, calendar] = await Promise.all([
    selectCase(tx, actor, caseId),
    tx
      .select()
      .from(clock)
      .where(and(eq(clock.agencyId, actor.agencyId), eq(clock.caseId, caseId)))
      .orderBy(asc(clock.dueAt)),
    readCalendar(tx),
  ])
  if (!found || !ifMay(actor, 'select', 'caseFile', found.file)) return null
  const { file, ...rest } = found
  const shown = shownClocks(clocks, calendar, now)
  return { ...file, ...rest, clocks: withClockActions(actor, clocks, shown, now), actions: caseActionsOf(actor, file) }
}

function selectCase(tx: Tx, { agencyId }: Actor, caseId: string) {
  return tx
    .select({
      file: caseFile,
      client,
      worker: { staffId: worker.staffId, name: worker.name, phone: worker.phone },
      alternative: { staffId: alternative.staffId, name: alternative.name, phone: alternative.phone },
      takenBy: taker.name,
      agency: { kind: agency.kind, investigates: agency.investigates },
      incidents: sql<number>`(select count(*)::int from ${incident}
        where ${incident.agencyId} = ${caseFile.agencyId} and ${incident.caseId} = ${caseFile.caseId})`,
    })
    .from(caseFile)
    .innerJoin(agency, eq(agency.agencyId, caseFile.agencyId))
    .innerJoin(client, and(eq(client.agencyId, caseFile.agencyId), eq(client.clientId, caseFile.clientId)))
    .leftJoin(worker, and(eq(worker.agencyId, caseFile.agencyId), eq(worker.staffId, caseFile.caseWorkerId)))
    .leftJoin(
      alternative,
      and(eq(alternative.agencyId, caseFile.agencyId), eq(alternative.staffId, caseFile.alternativeContactId)),
    )
    .leftJoin(taker, and(eq(taker.agencyId, caseFile.agencyId), eq(taker.staffId, caseFile.receivedBy)))
    .where(and(eq(caseFile.agencyId, agencyId), eq(caseFile.caseId, caseId)))
}
