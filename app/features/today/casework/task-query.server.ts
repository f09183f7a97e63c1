import { type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { actionPlan, planAction } from '../../../../db/schema/action-plan.ts'
import { agency } from '../../../../db/schema/agency.ts'
import { caseFile, client, contact, incident } from '../../../../db/schema/case-file.ts'
import { interview, needBooking } from '../../../../db/schema/interview.ts'
import { decisionRequest, measure } from '../../../../db/schema/option.ts'
import { riskCheck, riskLevelChange } from '../../../../db/schema/risk.ts'
import { caseEvent } from '../../../../db/schema/timeline.ts'
import { AGENCY_KIND_IDS, refersOn } from '../../../domain/partnership/agency.ts'
import { consequenceOf } from '../../../domain/risk/risk-consequence.ts'
import { ASSESSED_LEVELS } from '../../../domain/risk/risk-level.ts'

/** What casework can ask of a person, in the order in which Today lists what is due at the same time. */
export type TaskKind =
  | 'contact-due'
  | 'interview'
  | 'need-to-book'
  | 'alternative-left'
  | 'action-overdue'
  | 'risk-again'
  | 'plan-to-sign'
  | 'asked-back'
  | 'measure-open'
  | 'interview-to-arrange'

/** Whose tasks: those of one person's cases, or of all cases of the agency. */
export interface TaskScope {
  agencyId: string
  staffId: string | null
}

export interface TaskTimes {
  /** The last instants of today, of tomorrow, and of the third day from now. */
  today: Date
  tomorrow: Date
  threeDays: Date
  /** The first instant of today. */
  start: Date
}

interface Part {
  kind: TaskKind
  subject: SQL
  dueAt: SQL
  /** What the words of the task need, as JSON. */
  detail?: SQL
  joins: SQL
  where: SQL
}

/** A row of each task, the soonest first, at most `limit` of each kind. Each part reads open cases by their index. */
export function selectTasks(scope: TaskScope, times: TaskTimes, limit: number): SQL {
  const parts = [
    ...[contactsDue(times), interviews(times), needsToBook(times), alternativesLeft(), actionsOverdue(times)],
    ...[risksToCheck(times), plansToSign(), measuresOpen(), interviewsToArrange()],
    ...(scope.staffId ? [askedBack(scope.staffId)] : []),
  ]
  return sql.join(
    parts.map((part) => selectPart(part, scope, limit)),
    sql` union all `,
  )
}

function selectPart({ kind, subject, dueAt, detail, joins, where }: Part, scope: TaskScope, limit: number): SQL {
  const mine = scope.staffId ? sql`and ${caseFile.caseWorkerId} = ${scope.staffId}::uuid` : sql``
  return sql`(select ${kind}::text as kind, ${caseFile.caseId} as case_id, ${subject}::text as subject,
      (${dueAt})::timestamptz as due_at, ${detail ?? sql`null::json`} as detail
    from ${caseFile} ${joins}
    where ${caseFile.agencyId} = ${scope.agencyId}::uuid and ${caseFile.stage} = 'open' ${mine} and ${where}
    order by ${caseFile.urgentOrder}, 4 limit ${limit})`
}

const sameCase = (table: { agencyId: AnyPgColumn; caseId: AnyPgColumn }) =>
  sql`${table.agencyId} = ${caseFile.agencyId} and ${table.caseId} = ${caseFile.caseId}`

const agreedPlan = sql`join ${actionPlan} on ${sameCase(actionPlan)} and ${actionPlan.state} = 'agreed'`

/**
 * Agreed contacts that may be due (I5). Counting working days as days is never too late; the domain decides then. A
 * later day that the client asked for is in the log.
 */
function contactsDue({ today }: TaskTimes): Part {
  const last = sql`(select max(${contact.contactedAt}) from ${contact}
    where ${sameCase(contact)} and ${contact.succeeded} and ${contact.errorAt} is null)`
  const from = sql`greatest(${actionPlan.agreedAt}, ${last})`
  return {
    kind: 'contact-due',
    subject: sql`${actionPlan.planId}`,
    dueAt: sql`${from} + ${actionPlan.contactEvery} * interval '1 day'`,
    detail: sql`json_build_object('agreedAt', ${actionPlan.agreedAt}, 'lastAt', ${last},
      'count', ${actionPlan.contactEvery}, 'unit', ${actionPlan.contactUnit}, 'deferral', (
        select json_build_object('askedAt', ${caseEvent.happenedAt}, 'until', ${caseEvent.data} ->> 'until')
        from ${caseEvent} where ${sameCase(caseEvent)} and ${caseEvent.kind} = 'contact-deferred'
        order by ${caseEvent.seq} desc limit 1))`,
    joins: agreedPlan,
    where: sql`${actionPlan.contactEvery} is not null
      and ${from} + (${actionPlan.contactEvery} - 1) * interval '1 day' <= ${today.toISOString()}::timestamptz`,
  }
}

const arranged = sql`join ${interview} on ${sameCase(interview)} and ${interview.state} = 'arranged'`

function interviews({ tomorrow }: TaskTimes): Part {
  return {
    kind: 'interview',
    subject: sql`${interview.interviewId}`,
    dueAt: sql`${interview.startsAt}`,
    joins: arranged,
    where: sql`${interview.startsAt} <= ${tomorrow.toISOString()}::timestamptz`,
  }
}

/** Needs of the client that nobody has booked, for an interview within three days (G5, G6). */
function needsToBook({ start, threeDays }: TaskTimes): Part {
  const open = sql`(select json_agg(need) from unnest(case when ${client.interpreterNeeded} then array['interpreter'] else '{}'::text[] end
      || ${client.communicationNeeds}) need
    where not exists (select 1 from ${needBooking} where ${needBooking.agencyId} = ${interview.agencyId}
      and ${needBooking.interviewId} = ${interview.interviewId} and ${needBooking.need} = need
      and ${needBooking.state} not in ('to_book', 'requested')))`
  return {
    kind: 'need-to-book',
    subject: sql`${interview.interviewId}`,
    dueAt: sql`${interview.startsAt}`,
    detail: open,
    joins: sql`${arranged} join ${client} on ${client.agencyId} = ${caseFile.agencyId} and ${client.clientId} = ${caseFile.clientId}`,
    where: sql`${interview.startsAt} between ${start.toISOString()}::timestamptz and ${threeDays.toISOString()}::timestamptz and ${open} is not null`,
  }
}

/** The client was given a name to ask for, and that person has left (I6). */
function alternativesLeft(): Part {
  return {
    kind: 'alternative-left',
    subject: sql`${caseFile.caseId}`,
    dueAt: sql`${caseFile.receivedAt}`,
    joins: agreedPlan,
    where: sql`${caseFile.alternativeContactId} is null`,
  }
}

function actionsOverdue({ start }: TaskTimes): Part {
  return {
    kind: 'action-overdue',
    subject: sql`${planAction.actionId}`,
    dueAt: sql`${planAction.dueOn}::timestamp at time zone 'Europe/London'`,
    detail: sql`json_build_object('owner', ${planAction.owner}, 'dueOn', ${planAction.dueOn}, 'what',
      (select action ->> 'what' from jsonb_array_elements(${actionPlan.actions}) action
        where action ->> 'actionId' = ${planAction.actionId}::text limit 1))`,
    joins: sql`${agreedPlan} join ${planAction} on ${planAction.agencyId} = ${actionPlan.agencyId}
      and ${planAction.planId} = ${actionPlan.planId}`,
    where: sql`${planAction.state} = 'open'
      and ${planAction.dueOn} < (${start.toISOString()}::timestamptz at time zone 'Europe/London')::date`,
  }
}

/** The newest risk check is old, or a further incident was recorded since (a local target). */
function risksToCheck({ today }: TaskTimes): Part {
  const newest = sql`join lateral (select ${riskCheck.checkId} as check_id, ${riskCheck.checkedAt} as checked_at,
      coalesce((select ${riskLevelChange.toLevel} from ${riskLevelChange}
        where ${riskLevelChange.agencyId} = ${caseFile.agencyId} and ${riskLevelChange.checkId} = ${riskCheck.checkId}
        order by ${riskLevelChange.number} desc limit 1), ${riskCheck.level}) as level
    from ${riskCheck} where ${sameCase(riskCheck)} order by ${riskCheck.number} desc limit 1) newest on true`
  const days = sql.join(
    ASSESSED_LEVELS.map((level) => sql`when ${level} then ${consequenceOf(level).recheckDays}::int`),
    sql` `,
  )
  const since = sql`(select min(${incident.recordedAt}) from ${incident}
    where ${sameCase(incident)} and ${incident.recordedAt} > newest.checked_at)`
  const due = sql`coalesce(${since}, newest.checked_at + (case newest.level ${days} end) * interval '1 day')`
  return {
    kind: 'risk-again',
    subject: sql`newest.check_id`,
    dueAt: due,
    detail: sql`json_build_object('incident', ${since} is not null)`,
    joins: newest,
    where: sql`${due} <= ${today.toISOString()}::timestamptz`,
  }
}

function plansToSign(): Part {
  return {
    kind: 'plan-to-sign',
    subject: sql`${actionPlan.planId}`,
    dueAt: sql`${actionPlan.changedAt}`,
    detail: sql`json_build_object('version', ${actionPlan.version})`,
    joins: sql`join ${actionPlan} on ${sameCase(actionPlan)} and ${actionPlan.state} = 'draft'`,
    where: sql`true`,
  }
}

/** A manager asked this person something, and no answer was sent. */
function askedBack(staffId: string): Part {
  const answered = sql`exists (select 1 from ${decisionRequest} later where later.agency_id = ${decisionRequest.agencyId}
    and later.previous_id = ${decisionRequest.decisionId})`
  return {
    kind: 'asked-back',
    subject: sql`${decisionRequest.decisionId}`,
    dueAt: sql`${decisionRequest.decidedAt}`,
    joins: sql`join ${decisionRequest} on ${sameCase(decisionRequest)}`,
    where: sql`${decisionRequest.decision} = 'asked_back' and ${decisionRequest.requestedBy} = ${staffId}::uuid and not ${answered}`,
  }
}

function measuresOpen(): Part {
  return {
    kind: 'measure-open',
    subject: sql`${measure.measureId}`,
    dueAt: sql`${measure.requestedOn}::timestamp at time zone 'Europe/London'`,
    detail: sql`json_build_object('kind', ${measure.kind}, 'requestedOn', ${measure.requestedOn}, 'contractor', ${measure.contractor})`,
    joins: sql`join ${measure} on ${sameCase(measure)}`,
    where: sql`${measure.endedAt} is null`,
  }
}

/** The client was reached, and neither an interview nor a plan was agreed. Reporting centres refer on instead. */
function interviewsToArrange(): Part {
  const centres = sql.join(
    AGENCY_KIND_IDS.filter(refersOn).map((kind) => sql`${kind}`),
    sql`, `,
  )
  return {
    kind: 'interview-to-arrange',
    subject: sql`${caseFile.caseId}`,
    dueAt: sql`${caseFile.receivedAt}`,
    joins: sql`join ${agency} on ${agency.agencyId} = ${caseFile.agencyId}`,
    where: sql`${caseFile.contactability} = 'possible' and ${agency.kind} not in (${centres})
      and exists (select 1 from ${contact} where ${sameCase(contact)} and ${contact.succeeded} and ${contact.errorAt} is null)
      and not exists (select 1 from ${interview} where ${sameCase(interview)} and ${interview.state} <> 'cancelled')
      and not exists (select 1 from ${actionPlan} where ${sameCase(actionPlan)} and ${actionPlan.state} = 'agreed')`,
  }
}
