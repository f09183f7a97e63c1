import { type InterviewNeed, needInWords } from '../../../domain/interview/need-booking.ts'
import { MEASURES, type MeasureKind } from '../../../domain/options/measure.ts'
import { frequencyInWords } from '../../../domain/plans/agreed-contact.ts'
import type { ContactInterval } from '../../../domain/risk/risk-consequence.ts'
import { wordList } from '../../../domain/text/word-list.ts'
import { type CalendarDay, dayAndMonth, londonDayOf, londonTimeOf, toDay } from '../../../domain/time/calendar-day.ts'
import { href } from '../../../href.ts'
import type { TaskKind } from './task-query.server.ts'

/** A task of casework as it is read, with what its words need. */
export interface CaseworkTask {
  kind: TaskKind
  caseId: string
  subject: string
  dueAt: Date
  detail: unknown
  clientName: string
  language: string
}

interface Words {
  title: string
  why: string
  action: { label: string; href: string }
}

type Say = (task: CaseworkTask, today: CalendarDay) => Words

const on = (at: Date, today: CalendarDay) => dayAndMonth(londonDayOf(at), today)
const atTime = (at: Date, today: CalendarDay) => `${on(at, today)} at ${londonTimeOf(at)}`

/** The words of each kind: the verb first, then why it is on the list, and one link. */
export const TASK_WORDS: Record<TaskKind, Say> = {
  'contact-due': ({ clientName, caseId, dueAt, detail }, today) => ({
    title: `Contact ${clientName} as agreed`,
    why: `You agreed contact ${frequencyInWords(detail as ContactInterval)}. It is due ${on(dueAt, today)}.`,
    action: { label: 'Record a contact', href: href('/cases/:caseId/contacts/new', { caseId }) },
  }),
  interview: ({ clientName, caseId, subject, dueAt }, today) => ({
    title: `${londonDayOf(dueAt) < today ? 'Finish' : 'Hold'} the interview with ${clientName}`,
    why: `It ${londonDayOf(dueAt) < today ? 'was' : 'is'} on ${atTime(dueAt, today)}. The page says what is still to talk about.`,
    action: {
      label: 'Open the interview',
      href: href('/cases/:caseId/interviews/:interviewId', { caseId, interviewId: subject }),
    },
  }),
  'need-to-book': ({ clientName, caseId, subject, dueAt, detail, language }, today) => {
    const needs = (detail as InterviewNeed[]).map((need) => needInWords(need, language))
    return {
      title: `Book what ${clientName} needs: ${wordList(needs)}`,
      why: `The interview is on ${atTime(dueAt, today)}, and it is not booked.`,
      action: {
        label: 'See the needs',
        href: href('/cases/:caseId/interviews/:interviewId', { caseId, interviewId: subject }),
      },
    }
  },
  'alternative-left': ({ clientName, caseId }) => ({
    title: `Name an alternative contact for ${clientName}`,
    why: 'The plan gave the client a name to ask for. That person has left.',
    action: { label: 'Name someone', href: href('/cases/:caseId/alternative-contact', { caseId }) },
  }),
  'action-overdue': ({ clientName, caseId, subject, detail }, today) => {
    const { owner, dueOn, what } = detail as { owner: string; dueOn: string; what: string }
    const ours = owner === 'agency'
    return {
      title: ours ? `Do what you promised ${clientName}: ${what}` : `Ask ${clientName} about their action: ${what}`,
      why: `The plan says by ${dayAndMonth(toDay(dueOn), today)}.`,
      action: {
        label: 'See the action',
        href: href('/cases/:caseId/plan/actions/:actionId', { caseId, actionId: subject }),
      },
    }
  },
  'risk-again': ({ clientName, caseId, dueAt, detail }, today) => ({
    title: `Check the risk of ${clientName} again`,
    why: (detail as { incident: boolean }).incident
      ? `A further incident was recorded ${on(dueAt, today)}, after the last check.`
      : `The last check is due again since ${on(dueAt, today)} (a local target).`,
    action: { label: 'Check the risk', href: href('/cases/:caseId/risk/new', { caseId }) },
  }),
  'plan-to-sign': ({ clientName, caseId, dueAt }, today) => ({
    title: `Agree and sign the plan with ${clientName}`,
    why: `The draft was last changed ${on(dueAt, today)}. No one acts on it before both have signed.`,
    action: { label: 'Open the plan', href: href('/cases/:caseId/plan', { caseId }) },
  }),
  'asked-back': ({ clientName, subject, dueAt }, today) => ({
    title: `Answer your manager about ${clientName}`,
    why: `The manager asked you a question ${on(dueAt, today)} and cannot decide before you answer.`,
    action: { label: 'Answer', href: href('/decisions/:decisionId', { decisionId: subject }) },
  }),
  'measure-open': ({ clientName, caseId, subject, detail }, today) => {
    const { kind, requestedOn, contractor } = detail as { kind: MeasureKind; requestedOn: string; contractor: string }
    return {
      title: `Ask about “${MEASURES[kind].label}” for ${clientName}`,
      why: `Requested from ${contractor} ${dayAndMonth(toDay(requestedOn), today)}, not done yet.`,
      action: {
        label: 'See the measure',
        href: href('/cases/:caseId/measures/:measureId', { caseId, measureId: subject }),
      },
    }
  },
  'interview-to-arrange': ({ clientName, caseId, dueAt }, today) => ({
    title: `Arrange the interview with ${clientName}`,
    why: `Received ${on(dueAt, today)}. The client was reached, and no interview is arranged.`,
    action: { label: 'Arrange it', href: href('/cases/:caseId/interviews/new', { caseId }) },
  }),
}
