import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { readCalendar } from '../../../../db/read-calendar.ts'
import { caseFile, client } from '../../../../db/schema/case-file.ts'
import { staff } from '../../../../db/schema/staff.ts'
import type { Reading } from '../../../domain/partnership/actor.ts'
import { nextContactDue } from '../../../domain/plans/agreed-contact.ts'
import type { ContactInterval } from '../../../domain/risk/risk-consequence.ts'
import type { Calendar } from '../../../domain/time/bank-holidays.ts'
import {
  addDays,
  type CalendarDay,
  endOfLondonDay,
  isDay,
  londonDayOf,
  startOfLondonDay,
} from '../../../domain/time/calendar-day.ts'
import { violenceOfCase } from '../../../facts/violence-of-case.server.ts'
import { href } from '../../../href.ts'
import type { ClientTask } from '../../../ui/lists/task-list.tsx'
import type { CaseworkTasks } from './casework-section.tsx'
import { selectTasks, type TaskKind } from './task-query.server.ts'
import { type CaseworkTask, TASK_WORDS } from './task-words.server.ts'

const SHOWN = 8
const MOST = 100

interface Row extends Record<string, unknown> {
  kind: TaskKind
  caseId: string
  subject: string
  dueAt: string
  detail: unknown
  reference: string
  clientName: string
  language: string
  urgentOrder: number
  violence: { safeTimes: string } | null
  workerName: string | null
}

/** The tasks of casework that no deadline of the standard shows: one statement, violence first, then the soonest. */
export async function readCaseworkTasks(
  tx: Tx,
  { actor, now }: Reading,
  { team, all }: { team: boolean; all: boolean },
): Promise<CaseworkTasks> {
  const today = londonDayOf(now)
  const end = (days: number) => endOfLondonDay(addDays(today, days))
  const times = { start: startOfLondonDay(today), today: end(0), tomorrow: end(1), threeDays: end(3) }
  const scope = { agencyId: actor.agencyId, staffId: team ? null : actor.staffId }
  const [rows, calendar] = await Promise.all([
    tx.execute<Row>(sql`with task as (${selectTasks(scope, times, MOST)})
      select task.kind, task.case_id as "caseId", task.subject, task.due_at as "dueAt", task.detail,
        ${caseFile.reference} as reference, ${client.name} as "clientName", ${client.language} as language,
        ${caseFile.urgentOrder} as "urgentOrder", ${violenceOfCase()} as violence, ${staff.name} as "workerName"
      from task join ${caseFile} on ${and(eq(caseFile.agencyId, actor.agencyId), sql`${caseFile.caseId} = task.case_id`)}
      join ${client} on ${and(eq(client.agencyId, caseFile.agencyId), eq(client.clientId, caseFile.clientId))}
      left join ${staff} on ${and(eq(staff.agencyId, caseFile.agencyId), eq(staff.staffId, caseFile.caseWorkerId))}`),
    readCalendar(tx),
  ])
  const due = [...rows]
    .map((row) => exactly(row, calendar))
    .filter((task) => task.kind !== 'contact-due' || londonDayOf(task.dueAt) <= today)
    .toSorted(bySoonest)
  const shown = due.slice(0, all ? MOST : SHOWN)
  return { tasks: shown.map((task) => taskOf(task, today, team)), more: due.length - shown.length }
}

type ReadTask = CaseworkTask & Pick<Row, 'reference' | 'urgentOrder' | 'violence' | 'workerName'>

/** The database takes the earliest day on which a contact can be due; working days and deferrals decide here. */
function exactly({ dueAt, ...row }: Row, calendar: Calendar): ReadTask {
  const task = { ...row, clientName: row.clientName || row.reference, dueAt: new Date(dueAt) }
  if (row.kind !== 'contact-due') return task
  const agreed = row.detail as ContactInterval & AgreedMoments
  const day = (at: string) => londonDayOf(new Date(at))
  const { deferral } = agreed
  const until = deferral?.until ?? ''
  const dueOn = nextContactDue(
    agreed,
    {
      agreedOn: day(agreed.agreedAt),
      lastContactOn: agreed.lastAt ? day(agreed.lastAt) : null,
      deferral: deferral && isDay(until) ? { askedOn: day(deferral.askedAt), until } : null,
    },
    calendar,
  )
  return { ...task, dueAt: startOfLondonDay(dueOn) }
}

interface AgreedMoments {
  agreedAt: string
  lastAt: string | null
  deferral: { askedAt: string; until: string } | null
}

/** What can wait a while, whatever its day: it comes after all that has a day. */
const CAN_WAIT: readonly TaskKind[] = ['measure-open', 'interview-to-arrange']

function bySoonest(one: ReadTask, other: ReadTask): number {
  const wait = (task: ReadTask) => Number(CAN_WAIT.includes(task.kind))
  return (
    one.urgentOrder - other.urgentOrder ||
    wait(one) - wait(other) ||
    one.dueAt.getTime() - other.dueAt.getTime() ||
    one.subject.localeCompare(other.subject)
  )
}

function taskOf(task: ReadTask, today: CalendarDay, team: boolean): ClientTask {
  const { title, why, action } = TASK_WORDS[task.kind](task, today)
  const worker = team ? (task.workerName ? `Case worker: ${task.workerName}. ` : 'No case worker yet. ') : ''
  return {
    taskId: `${task.kind} ${task.subject}`,
    violence: task.violence,
    title,
    href: href('/cases/:caseId', { caseId: task.caseId }),
    why: `${worker}${why}`,
    action,
  }
}
