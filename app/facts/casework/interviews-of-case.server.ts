import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { caseFile, client } from '../../../db/schema/case-file.ts'
import { interview, interviewSection, needBooking } from '../../../db/schema/interview.ts'
import type { InterviewOfCase } from '../../domain/interview/interview.ts'
import {
  INTERVIEW_SECTION_IDS,
  type InterviewSection,
  type SectionAnswers,
  type SectionProgress,
  sectionProgress,
} from '../../domain/interview/interview-section.ts'
import { needsOfClient, openNeedsOf } from '../../domain/interview/need-booking.ts'
import type { Actor } from '../../domain/partnership/actor.ts'

/** The interviews of these cases of the actor's agency, the earliest first. */
export async function readInterviewsOfCase(
  tx: Tx,
  { agencyId }: Pick<Actor, 'agencyId'>,
  caseIds: string | readonly string[],
): Promise<InterviewOfCase[]> {
  const wanted = typeof caseIds === 'string' ? [caseIds] : [...caseIds]
  if (wanted.length === 0) return []
  const [rows, sections, bookings] = await Promise.all([
    tx
      .select({
        held: interview,
        interpreterNeeded: client.interpreterNeeded,
        communicationNeeds: client.communicationNeeds,
      })
      .from(interview)
      .innerJoin(caseFile, and(eq(caseFile.agencyId, interview.agencyId), eq(caseFile.caseId, interview.caseId)))
      .innerJoin(client, and(eq(client.agencyId, caseFile.agencyId), eq(client.clientId, caseFile.clientId)))
      .where(and(eq(interview.agencyId, agencyId), inArray(interview.caseId, wanted)))
      .orderBy(asc(interview.startsAt), asc(interview.interviewId)),
    tx
      .select()
      .from(interviewSection)
      .where(and(eq(interviewSection.agencyId, agencyId), inArray(interviewSection.caseId, wanted))),
    tx
      .select()
      .from(needBooking)
      .where(and(eq(needBooking.agencyId, agencyId), inArray(needBooking.caseId, wanted))),
  ])
  return rows.map(({ held, ...needs }) => {
    const { caseId, interviewId, startsAt, place, state, heldAt } = held
    const ofIt = bookings.filter((booking) => booking.interviewId === interviewId)
    const openNeeds = state === 'arranged' ? openNeedsOf(needsOfClient(needs), ofIt) : []
    const answers = new Map(
      sections.filter((saved) => saved.interviewId === interviewId).map((saved) => [saved.section, saved.answers]),
    )
    return {
      caseId,
      interviewId,
      startsAt,
      place,
      state,
      heldAt,
      openNeeds,
      sections: progressOfAll(answers, openNeeds),
    }
  })
}

function progressOfAll(
  answers: ReadonlyMap<InterviewSection, SectionAnswers>,
  openNeeds: readonly unknown[],
): Record<InterviewSection, SectionProgress> {
  return Object.fromEntries(
    INTERVIEW_SECTION_IDS.map((id) => [id, sectionProgress(id, answers.get(id), openNeeds.length)]),
  ) as Record<InterviewSection, SectionProgress>
}
