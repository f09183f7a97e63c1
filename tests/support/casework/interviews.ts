import { randomUUID } from 'node:crypto'
import type { CommunicationNeedId } from '../../../app/domain/cases/communication-need.ts'
import type { InterviewSection } from '../../../app/domain/interview/interview-section.ts'
import { OPTION_IDS } from '../../../app/domain/options/option.ts'
import {
  type ArrangedInterview,
  arrangeInterviewInput,
} from '../../../app/features/interview/arrange/arrange-entries.server.ts'
import { arrangeInterview } from '../../../app/features/interview/arrange/arrange-interview.server.ts'
import { interviewSectionInput } from '../../../app/features/interview/sections/interview-pages.server.ts'
import { saveSection } from '../../../app/features/interview/sections/save-section.server.ts'
import { answerOption } from '../../../app/features/options/answer-option.server.ts'
import { recordSupportPack } from '../../../app/features/papers/record-support-pack.server.ts'
import { checkRisk } from '../../../app/features/risk/check-risk.server.ts'
import { asActor } from '../../../db/as-actor.ts'
import { needBooking } from '../../../db/schema/interview.ts'
import { allocatedCase, allowed } from '../cases.ts'
import { packInput } from '../papers/papers.ts'
import { asking, MONDAY_MORNING, type Person } from '../world.ts'
import { declinedInput } from './risk.ts'

/** Thursday 26 November 2026, 10:00 in London. */
export const INTERVIEW_AT = new Date('2026-11-26T10:00:00Z')

/** What a worker types while the client chooses: at home, on Thursday, alone. */
export function appointmentInput(given: Partial<ArrangedInterview> = {}): ArrangedInterview {
  const typed = { place: 'home', chosenBy: 'client', startsAt: '2026-11-26T10:00', minutes: '60', companion: 'nobody' }
  return { ...arrangeInterviewInput.parse(typed), ...given }
}

interface Given {
  now?: Date
  caseId?: string
  language?: string
  interpreterNeeded?: boolean
  communicationNeeds?: CommunicationNeedId[]
  appointment?: Partial<ArrangedInterview>
}

/** An interview that is arranged with a client who has these needs. */
export async function arrangedInterview(worker: Person, given: Given = {}) {
  const { now = MONDAY_MORNING, language = '', interpreterNeeded = false, communicationNeeds = [] } = given
  const report = { language, interpreterNeeded, communicationNeeds }
  const caseId = given.caseId ?? (await allocatedCase(worker, { now, report })).caseId
  const appointment = appointmentInput(given.appointment)
  const { interviewId } = allowed(await arrangeInterview(asking(worker, now), { caseId, ...appointment }))
  return { caseId, interviewId }
}

/** An interview for which a large print copy is still to book, as its id and that of the booking. */
export async function bookedInterview(worker: Person, given: { caseId: string; now: Date }) {
  const { interviewId } = await arrangedInterview(worker, {
    ...given,
    appointment: { startsAt: new Date(given.now.getTime() + 86_400_000) },
  })
  const { agencyId, staffId } = worker.actor
  const bookingId = randomUUID()
  const booking = { agencyId, caseId: given.caseId, interviewId, bookingId, need: 'large_print' as const }
  await asActor(worker.actor, (tx) =>
    tx.insert(needBooking).values({ ...booking, state: 'to_book', changedBy: staffId, changedAt: given.now }),
  )
  return { interviewId, bookingId }
}

/** A section as its form sends it, with the mark of what the writer saw: that nothing is saved yet. */
export function sectionInput(
  key: { caseId: string; interviewId: string },
  section: InterviewSection,
  typed: Readonly<Record<string, unknown>>,
  seenVersion = '0',
) {
  const answers = interviewSectionInput({ section }).parse({ page: section, seenVersion, ...typed })
  return { ...answers, ...key, page: section }
}

export async function savedSection(
  worker: Person,
  key: { caseId: string; interviewId: string },
  section: InterviewSection,
  typed: Readonly<Record<string, unknown>>,
) {
  return allowed(await saveSection(asking(worker), sectionInput(key, section, typed)))
}

const no = 'declined' as const
const DECLINED = { diary: no, pen: no, contacts: no, publicity: no, standards: no }

/** Everything that the standard asks for, apart from what the test leaves out. */
export async function answerAll(
  worker: Person,
  key: { caseId: string; interviewId: string },
  except: readonly string[] = [],
  now = MONDAY_MORNING,
) {
  const wants = (gap: string) => !except.includes(gap)
  if (wants('process'))
    await savedSection(worker, key, 'process', { explainedOn: '2026-11-23', ways: ['said'], format: 'spoken' })
  if (wants('support')) await savedSection(worker, key, 'support', { supportDiscussed: 'yes' })
  const options = wants('options') ? OPTION_IDS : OPTION_IDS.slice(1)
  for (const option of options)
    allowed(await answerOption(asking(worker, now), { caseId: key.caseId, option, answer: 'no', reason: '' }))
  if (wants('risk')) allowed(await checkRisk(asking(worker, now), declinedInput(key.caseId, 'medium')))
  if (wants('support_pack')) allowed(await recordSupportPack(asking(worker, now), packInput(key.caseId, DECLINED)))
}
