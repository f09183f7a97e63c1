import { INTERVIEW_GAPS, type InterviewGapId } from '../../domain/interview/interview-gaps.ts'
import type { InterviewSection } from '../../domain/interview/interview-section.ts'
import { OPTION_IDS } from '../../domain/options/option.ts'
import type { InterviewWithGaps } from '../../facts/casework/interview-gaps.server.ts'
import type { ListedPage, PageStatus } from '../../forms/multi-page/form-page.ts'
import { href } from '../../href.ts'
import type { InterviewKey } from './lock-interview.server.ts'

type KnownGaps = InterviewWithGaps & { whoToRing: string }

/** A section of the interview, or a page of the case that belongs to the talk. */
export interface InterviewTask extends ListedPage {
  href: string
}

/** What a talk with the client goes through, in the order of the page. Any order may be taken. */
const ORDER = [
  'process',
  'needs',
  'account',
  'background',
  'risk',
  'support',
  'options',
  'wishes',
  'encouragement',
  'support_pack',
  'contact',
] as const

type TaskId = (typeof ORDER)[number]

const PAGES_OF_CASE = {
  risk: { title: 'Risk check', href: (caseId: string) => href('/cases/:caseId/risk/new', { caseId }) },
  options: { title: 'The five options', href: (caseId: string) => href('/cases/:caseId/options', { caseId }) },
  support_pack: { title: 'Support pack', href: (caseId: string) => href('/cases/:caseId/support-pack', { caseId }) },
  contact: { title: 'Who to ring', href: (caseId: string) => href('/cases/:caseId/plan', { caseId }) },
} as const satisfies Partial<Record<TaskId, object>>

/** The task list: the sections that are saved here, and what the case has pages for. */
export function interviewTasks(
  { caseId, interviewId }: InterviewKey,
  pages: readonly ListedPage[],
  known: KnownGaps,
): InterviewTask[] {
  return ORDER.map((id) => {
    const page = pages.find((one) => one.id === id)
    if (page) return { ...page, href: sectionHref({ caseId, interviewId }, id as InterviewSection) }
    const { title, href: address } = PAGES_OF_CASE[id as keyof typeof PAGES_OF_CASE]
    return { id, title, ...stateOf(id, known), href: address(caseId) }
  })
}

function sectionHref(key: InterviewKey, section: InterviewSection): string {
  return href('/cases/:caseId/interviews/:interviewId/sections/:section', { ...key, section })
}

function stateOf(id: TaskId, known: KnownGaps): { status: PageStatus; hint: string } {
  const { riskAnswered, unansweredOptions, packAnswered, whoToRing } = known
  if (id === 'risk') return { status: doneIf(riskAnswered), hint: '14 questions about how safe the client is' }
  if (id === 'options') {
    const status =
      unansweredOptions === 0 ? 'completed' : unansweredOptions < OPTION_IDS.length ? 'in-progress' : 'not-started'
    return { status, hint: `${OPTION_IDS.length - unansweredOptions} of ${OPTION_IDS.length} answered` }
  }
  if (id === 'support_pack')
    return { status: doneIf(packAnswered), hint: 'Diary, pen, contacts, what help there is, our standards' }
  return {
    status: doneIf(whoToRing !== ''),
    hint: whoToRing || 'How often we ring, and who answers when the case worker is away',
  }
}

const doneIf = (isDone: boolean): PageStatus => (isDone ? 'completed' : 'not-started')

const SECTION_OF_GAP = { process: 'process', needs: 'needs', support: 'support' } as const
const PAGE_OF_GAP = { risk: 'risk', options: 'options', support_pack: 'support_pack' } as const

/** What is missing, each with the page where it is recorded. */
export function gapsInWords(key: InterviewKey, gaps: readonly InterviewGapId[]) {
  return gaps.map((gap) => ({
    id: gap,
    words: INTERVIEW_GAPS[gap].words,
    clause: INTERVIEW_GAPS[gap].clause,
    href: gapHref(key, gap),
  }))
}

function gapHref(key: InterviewKey, gap: InterviewGapId): string {
  if (gap === 'place') return href('/cases/:caseId/interviews/:interviewId/change', { ...key })
  if (gap === 'process' || gap === 'needs' || gap === 'support') return sectionHref(key, SECTION_OF_GAP[gap])
  return PAGES_OF_CASE[PAGE_OF_GAP[gap]].href(key.caseId)
}
