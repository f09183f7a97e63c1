import { CASE_GAPS, type CaseGap, gapsOf } from '../../../domain/cases/case-gap.ts'
import { whyNotApplicable } from '../../../domain/cases/case-progress.ts'
import { REPAIR_STATES } from '../../../domain/repairs/repair.ts'
import { RISK_LEVELS } from '../../../domain/risk/risk-level.ts'
import { type CalendarDay, dayAndMonth, londonDayOf, londonTimeOf } from '../../../domain/time/calendar-day.ts'
import type { CaseProgress } from '../../../facts/casework/read-case-progress.server.ts'
import { href } from '../../../href.ts'
import type { TagColour } from '../../../ui/tag.tsx'
import type { CaseworkRow } from './casework-list.tsx'
import { progressFacts, type StagedCase } from './progress-facts.ts'

interface Noun {
  id: string
  label: string
  why: string
  /** What is still missing, for the row’s own gap. */
  gaps: readonly CaseGap[]
  state: (progress: CaseProgress, today: CalendarDay) => State
  page: (caseId: string, progress: CaseProgress) => string
}

type CaseworkPage = 'risk' | 'options' | 'repairs' | 'plan' | 'papers' | 'support-pack' | 'files' | 'standard'

interface State {
  state: string
  colour: TagColour | null
}

const to = (end: CaseworkPage) => (caseId: string) => href(`/cases/:caseId/${end}`, { caseId })
const said = (state: string, colour: TagColour | null = null): State => ({ state, colour })

const NOUNS: readonly Noun[] = [
  {
    id: 'interview',
    label: 'Interview',
    why: 'The client chooses where you meet.',
    gaps: ['interview_arranged', 'interview_held'],
    state: ({ reached, work }, today) => {
      if (reached.includes('interviewed')) return said('Held')
      if (!work.interview) return said('Not arranged', 'blue')
      const { startsAt } = work.interview
      return said(`${dayAndMonth(londonDayOf(startsAt), today)} at ${londonTimeOf(startsAt)}`, 'yellow')
    },
    page: (caseId, { interviews }) => {
      const one = interviews.find(({ state }) => state === 'arranged') ?? interviews.findLast(isHeld)
      return one
        ? href('/cases/:caseId/interviews/:interviewId', { caseId, interviewId: one.interviewId })
        : href('/cases/:caseId/interviews/new', { caseId })
    },
  },
  {
    id: 'risk',
    label: 'Risk check',
    why: 'No plan can be agreed without a risk check.',
    gaps: ['risk'],
    state: ({ risk }, today) => {
      if (!risk) return said('Not done', 'blue')
      const { label } = RISK_LEVELS[risk.level]
      if (risk.recheckOn <= today) return said(`${label}: check again`, 'orange')
      return said(`${label}. Check again by ${dayAndMonth(risk.recheckOn, today)}`)
    },
    page: to('risk'),
  },
  {
    id: 'options',
    label: 'Five options',
    why: 'The client decides about each of the five options of the standard.',
    gaps: ['options'],
    state: ({ work, measures, decisions }) => {
      const waiting = decisions.filter(({ decision }) => decision === 'asked').length
      const open = measures.filter(({ state }) => state === 'open').length
      const more = [open > 0 ? `measures open: ${open}` : '', waiting > 0 ? `waiting for a manager: ${waiting}` : '']
      const answered = OPTIONS - work.unansweredOptions
      const words = [answered === OPTIONS ? 'All answered' : `${answered} of ${OPTIONS} answered`, ...more]
      const left = answered === 0 ? 'blue' : answered < OPTIONS ? 'yellow' : null
      return said(words.filter(Boolean).join(', '), left)
    },
    page: to('options'),
  },
  {
    id: 'repairs',
    label: 'Repairs and graffiti',
    why: 'Emergency repairs and offensive graffiti have 24 hours.',
    gaps: [],
    state: ({ repairs }) => {
      const counted = repairs.filter(({ state }) => state !== 'in_error')
      const running = counted.filter(isRunning).length
      if (running > 0) return said(`Running: ${running}`, 'red')
      return said(counted.length > 0 ? 'All done' : 'None reported')
    },
    page: to('repairs'),
  },
  {
    id: 'plan',
    label: 'Action plan',
    why: 'The client and your agency agree who does what, and sign it.',
    gaps: ['alternative_contact', 'plan', 'signatures'],
    state: ({ reached, work }) => {
      if (work.plan.draft) return said('To sign', 'yellow')
      return reached.includes('plan_agreed') ? said('Agreed') : said('Not written', 'blue')
    },
    page: to('plan'),
  },
  {
    id: 'acknowledgement',
    label: 'Acknowledgement',
    why: 'The client gets the details of the plan within five days.',
    gaps: ['acknowledgement'],
    state: ({ work }) => {
      if (work.acknowledged === null) return said('After the plan')
      return work.acknowledged ? said('Sent') : said('To send', 'blue')
    },
    page: to('papers'),
  },
  {
    id: 'support-pack',
    label: 'Support pack',
    why: 'A diary, a pen, contacts, what help there is, and the standards.',
    gaps: ['support_pack'],
    state: ({ work }) =>
      work.packMissing === 0 ? said('Answered') : said(`Still to offer: ${work.packMissing}`, 'blue'),
    page: to('support-pack'),
  },
  {
    id: 'files',
    label: 'Files',
    why: 'Photos, letters and screenshots are kept safely here.',
    gaps: [],
    state: () => said(''),
    page: to('files'),
  },
  {
    id: 'standard',
    label: 'The standard on this case',
    why: 'What was kept for this client, clause by clause, with its proof.',
    gaps: [],
    state: () => said(''),
    page: to('standard'),
  },
]

const OPTIONS = 5

function isHeld({ state }: { state: string }): boolean {
  return state === 'held'
}

function isRunning({ state }: { state: keyof typeof REPAIR_STATES }): boolean {
  return REPAIR_STATES[state].running
}

/** The work on a case: one row for each noun, in the order of the standard. */
export function caseworkRows(
  view: StagedCase & { caseId: string },
  progress: CaseProgress,
  today: CalendarDay,
): CaseworkRow[] {
  const facts = progressFacts(view, progress.reached)
  const next = gapsOf(facts, progress.work)[0]
  const none = whyNotApplicable('plan_agreed', facts)
  return NOUNS.map(({ id, label, why, state, ...noun }) => {
    const skipped = none !== '' && noun.gaps.length > 0 && !progress.reached.includes('plan_agreed')
    const isNext = next !== undefined && noun.gaps.includes(next)
    return {
      id,
      label,
      why: skipped ? none : isNext ? `Next: ${CASE_GAPS[next].label} (${CASE_GAPS[next].clause}). ${why}` : why,
      ...(skipped ? said('Does not apply') : state(progress, today)),
      href: skipped ? null : noun.page(view.caseId, progress),
    }
  })
}
