import { randomUUID } from 'node:crypto'
import type { CommunicationNeedId } from '../../app/domain/cases/communication-need.ts'
import type { InterviewSection } from '../../app/domain/interview/interview-section.ts'
import { OPTION_IDS } from '../../app/domain/options/option.ts'
import {
  type ArrangedInterview,
  arrangeInterviewInput,
} from '../../app/features/interview/arrange/arrange-entries.server.ts'
import { arrangeInterview } from '../../app/features/interview/arrange/arrange-interview.server.ts'
import { interviewSectionInput } from '../../app/features/interview/sections/interview-pages.server.ts'
import { saveSection } from '../../app/features/interview/sections/save-section.server.ts'
import { answerOption } from '../../app/features/options/answer-option.server.ts'
import { allocatedCase, allowed } from './cases.ts'
import { asking, MONDAY_MORNING, type Person, type World } from './world.ts'

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

/** Everything that the standard asks for, apart from what the test leaves out. */
export async function answerAll(
  world: World,
  worker: Person,
  key: { caseId: string; interviewId: string },
  except: readonly string[] = [],
) {
  const wants = (gap: string) => !except.includes(gap)
  if (wants('process'))
    await savedSection(worker, key, 'process', { explainedOn: '2026-11-23', ways: ['said'], format: 'spoken' })
  if (wants('support')) await savedSection(worker, key, 'support', { supportDiscussed: 'yes' })
  const options = wants('options') ? OPTION_IDS : OPTION_IDS.slice(1)
  for (const option of options)
    allowed(await answerOption(asking(worker), { caseId: key.caseId, option, answer: 'no', reason: '' }))
  const { agencyId, staffId } = worker.actor
  const of = { agency_id: agencyId, case_id: key.caseId }
  if (wants('risk'))
    await world.admin`insert into risk_check ${world.admin({
      ...{ ...of, check_id: randomUUID(), number: 1, version: '1', completed_with: 'client_declined', answers: {} },
      ...{ score: 0, level: 'medium', provisional: false, warnings: [], judgement_reason: 'She is afraid' },
      ...{ place: 'home', interpreter: 'not_needed', checked_by: staffId, checked_at: MONDAY_MORNING },
    })}`
  if (wants('support_pack'))
    await world.admin`
    insert into support_pack (agency_id, pack_id, case_id, recipient, recipient_id, way, format, language, given_at,
      given_by, recorded_at, diary, pen, contacts, publicity, standards)
    select ${agencyId}, ${randomUUID()}, ${key.caseId}, 'client', client_id, 'handed', 'standard', 'en', ${MONDAY_MORNING},
      ${staffId}, ${MONDAY_MORNING}, 'given', 'given', 'given', 'given', 'declined'
    from case_file where case_id = ${key.caseId}`
}
