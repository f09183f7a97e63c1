import { asActor } from '../../../db/as-actor.ts'
import { readCalendar } from '../../../db/read-calendar.ts'
import { permissionsOf } from '../../access/ability.ts'
import type { Reading } from '../../domain/partnership/actor.ts'
import { type Calendar, MissingHolidayList } from '../../domain/time/bank-holidays.ts'
import { addDays, type CalendarDay, endOfLondonDay, londonDayOf } from '../../domain/time/calendar-day.ts'
import { addWorkingDays } from '../../domain/time/working-day.ts'
import { readCaseworkTasks } from './casework/read-casework-tasks.server.ts'
import { readCaseworkPart } from './read-casework-part.server.ts'
import { readDecisionsToMake } from './read-decisions-to-make.server.ts'
import { readDue } from './read-due.server.ts'
import { readPartnershipCounts } from './read-partnership.server.ts'
import { readPortalState } from './read-portal.server.ts'
import { readQuestions, readWaitingForOthers } from './read-sent-by-me.server.ts'
import { readUnclocked } from './read-unclocked.server.ts'
import { findReportDraft, readReceivedWithoutWorker, readReceivedWithStepDue } from './read-waiting.server.ts'
import { readKept } from './read-week.server.ts'

const FEW_DAYS = 5
const MOST = 50

/** The reader's home page, by role, in one transaction. */
export function readToday(reading: Reading, showAll = false) {
  const { mayEver } = permissionsOf(reading.actor)
  if (mayEver('allocate', 'caseFile')) return readManager(reading, showAll)
  if (mayEver('update', 'caseFile')) return readCasework(reading, showAll)
  if (mayEver('insert', 'agency')) return readAdministrator(reading)
  return readPartnership(reading)
}

function readCasework(reading: Reading, all: boolean) {
  const { actor, now } = reading
  const until = endOfLondonDay(addDays(londonDayOf(now), FEW_DAYS))
  return asActor(actor, async (tx) => {
    const [due, casework, waiting, draftSavedAt, inMyHands, questions, ofBoth] = await Promise.all([
      readDue(tx, reading, { answeredBy: actor.staffId, until, limit: MOST }),
      readCaseworkTasks(tx, reading, { team: false, all }),
      readWaitingForOthers(tx, actor, now),
      findReportDraft(tx, reading),
      readReceivedWithStepDue(tx, actor, endOfLondonDay(londonDayOf(now))),
      readQuestions(tx, actor, now),
      readCaseworkPart(tx, reading),
    ])
    return { page: 'casework' as const, due, casework, waiting, draftSavedAt, inMyHands, questions, ...ofBoth }
  })
}

function readManager(reading: Reading, all: boolean) {
  const { actor, now } = reading
  const today = londonDayOf(now)
  const soon = endOfLondonDay(addDays(today, 14))
  return asActor(actor, async (tx) => {
    const nextWorkingDay = workingDayAfter(today, await readCalendar(tx))
    const [unallocated, atRisk, casework, decisions, week, inNobodysHands, unclocked, ofBoth] = await Promise.all([
      readDue(tx, reading, { unallocated: true, until: soon, limit: MOST }),
      readDue(tx, reading, { until: endOfLondonDay(nextWorkingDay), limit: MOST }),
      readCaseworkTasks(tx, reading, { team: true, all }),
      readDecisionsToMake(tx, reading),
      readKept(tx, reading),
      readReceivedWithoutWorker(tx, actor),
      readUnclocked(tx, actor, soon, MOST),
      readCaseworkPart(tx, reading),
    ])
    const ofManager = { unallocated, atRisk, casework, decisions, week, inNobodysHands, unclocked }
    return { page: 'manager' as const, ...ofManager, ...ofBoth }
  })
}

/** If the bank holidays of that year are not known yet, this is tomorrow: Today must still open. */
function workingDayAfter(today: CalendarDay, calendar: Calendar): CalendarDay {
  try {
    return addWorkingDays(today, 1, calendar).counted[0] ?? addDays(today, 1)
  } catch (error) {
    if (error instanceof MissingHolidayList) return addDays(today, 1)
    throw error
  }
}

function readPartnership({ actor, now }: Reading) {
  const since = endOfLondonDay(addDays(londonDayOf(now), -91))
  return asActor(actor, async (tx) => ({
    page: 'partnership' as const,
    counts: await readPartnershipCounts(tx, since, now),
  }))
}

function readAdministrator({ actor, now }: Reading) {
  return asActor(actor, async (tx) => ({ page: 'administrator' as const, ...(await readPortalState(tx, actor, now)) }))
}
