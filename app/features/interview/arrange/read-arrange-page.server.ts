import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../../db/as-actor.ts'
import type { CommunicationNeedId } from '../../../domain/cases/communication-need.ts'
import { INTERVIEW_PLACES, INTERVIEW_STATES } from '../../../domain/interview/interview-place.ts'
import { needInWords, needsOfClient } from '../../../domain/interview/need-booking.ts'
import type { Reading } from '../../../domain/partnership/actor.ts'
import { readInterviewsOfCase } from '../../../facts/casework/interviews-of-case.server.ts'
import { findDraft } from '../../../facts/drafts.server.ts'
import { ARRANGE_CHOICES } from './arrange-choices.server.ts'

interface CaseToMeet {
  caseId: string
  client: { language: string; interpreterNeeded: boolean; communicationNeeds: CommunicationNeedId[] }
}

/** What arranging an interview needs: what to book for the client, and the interviews that are there. */
export async function readArrangePage(tx: Tx, reading: Reading, { caseId, client }: CaseToMeet) {
  const interviews = await readInterviewsOfCase(tx, reading.actor, caseId)
  return {
    choices: ARRANGE_CHOICES,
    toBook: needsOfClient(client).map((need) => needInWords(need, client.language)),
    interviews: interviews.map(({ interviewId, startsAt, place, state }) => ({
      interviewId,
      startsAt: startsAt.toISOString(),
      words: `${INTERVIEW_PLACES[place].label}. ${INTERVIEW_STATES[state].label}`,
    })),
    draft: await findDraft(tx, reading, { form: 'arrange-interview', subject: caseId }),
    idempotencyKey: randomUUID(),
    now: reading.now.toISOString(),
  }
}
