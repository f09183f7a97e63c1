import type { Tx } from '../../../db/as-actor.ts'
import { interview } from '../../../db/schema/interview.ts'
import { ifMay } from '../../access/ability.ts'
import { CONTACT_CHANNELS } from '../../domain/cases/contact.ts'
import {
  CANCEL_REASONS,
  COMPANIONS,
  INTERVIEW_PLACES,
  INTERVIEW_STATES,
} from '../../domain/interview/interview-place.ts'
import {
  ACCOUNT_PROMPT_IDS,
  countAnswered,
  INTERVIEW_SECTION_IDS,
  INTERVIEW_SECTIONS,
} from '../../domain/interview/interview-section.ts'
import { needInWords } from '../../domain/interview/need-booking.ts'
import type { Reading } from '../../domain/partnership/actor.ts'
import { frequencyInWords } from '../../domain/plans/agreed-contact.ts'
import type { PlanOfCase } from '../../domain/plans/plan-of-case.ts'
import { readInterviewGaps } from '../../facts/casework/interview-gaps.server.ts'
import { readPlanOfCase } from '../../facts/casework/plan-of-case.server.ts'
import { listDraftPages } from '../../facts/drafts.server.ts'
import { listPages } from '../../forms/multi-page/form-page.ts'
import { bookingsInWords } from './bookings-in-words.server.ts'
import { gapsInWords, interviewTasks } from './interview-tasks.server.ts'
import { type InterviewKey, interviewOf } from './lock-interview.server.ts'
import { answersInWords } from './sections/answers-in-words.server.ts'
import { INTERVIEW_FORM } from './sections/interview-pages.server.ts'
import { readSavedInterview } from './sections/read-saved-interview.server.ts'

/** An interview with its bookings, its sections and what it lacks, in words. Null if there is none in this case. */
export async function readInterview(tx: Tx, reading: Reading, key: InterviewKey, people: PeopleToRing) {
  const { actor } = reading
  const [found] = await tx.select().from(interview).where(interviewOf(actor, key))
  const row = ifMay(actor, 'select', 'interview', found)
  const known = row && (await readInterviewGaps(tx, actor, key.caseId, key.interviewId))
  if (!row || !known) return null
  const { saved, bookings } = await readSavedInterview(tx, actor, key)
  const plan = await readPlanOfCase(tx, actor, key.caseId)
  const drafts = await listDraftPages(tx, reading, { form: 'interview', subject: key.interviewId })
  const pages = listPages(INTERVIEW_FORM.pages, saved, drafts)
  return {
    ...factsOf(row),
    bookings: bookingsInWords(bookings, saved, row.startsAt),
    unbooked: saved.needs
      .filter((need) => !bookings.some((booking) => booking.need === need))
      .map((need) => needInWords(need, saved.language)),
    openNeeds: known.interview.openNeeds.map((need) => needInWords(need, saved.language)),
    tasks: interviewTasks(key, pages, { ...known, whoToRing: whoToRing(plan, people) }),
    gaps: gapsInWords(key, known.gaps),
    completeness: `${countAnswered(saved.sections)} of ${ACCOUNT_PROMPT_IDS.length} questions about what happened answered.`,
    answers: INTERVIEW_SECTION_IDS.map((id) => ({
      title: INTERVIEW_SECTIONS[id].title,
      answers: answersInWords(saved, id),
    })).filter(({ answers }) => answers.length > 0),
    wantsReferral: saved.sections.support?.wantsReferral === 'yes',
  }
}

export type InterviewView = NonNullable<Awaited<ReturnType<typeof readInterview>>>

/** The case worker, and who is asked for when the case worker is away (I6). */
export interface PeopleToRing {
  worker: string
  alternative: string
}

/** How often the client is contacted and who answers, once the plan says it (I5, I6); '' until then. */
function whoToRing(plan: PlanOfCase | null, { worker, alternative }: PeopleToRing): string {
  if (!plan?.agreedContact || !alternative) return ''
  return `${CONTACT_CHANNELS[plan.agreedContact.channel].label}, ${frequencyInWords(plan.agreedContact)}. ${worker}, or ${alternative}`
}

type Row = typeof interview.$inferSelect

/** What is arranged, in words, for the page and for the forms that change it. */
function factsOf(row: Row) {
  const { interviewId, state, place, placeDetail, companion, companionName, minutes, cancelReason } = row
  return {
    interviewId,
    state,
    stateWords: INTERVIEW_STATES[state].label,
    version: row.version,
    place: [INTERVIEW_PLACES[place].label, placeDetail].filter(Boolean).join('. '),
    companion: [COMPANIONS[companion].label, companionName].filter(Boolean).join(': '),
    mustNotKnow: row.mustNotKnow,
    arrival: row.arrival,
    startsAt: row.startsAt.toISOString(),
    heldAt: row.heldAt?.toISOString() ?? null,
    minutes,
    cancelReason: cancelReason ? CANCEL_REASONS[cancelReason].label : '',
  }
}
