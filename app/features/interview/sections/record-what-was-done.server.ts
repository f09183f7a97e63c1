import type { Tx } from '../../../../db/as-actor.ts'
import type { InterviewSection, SectionAnswers } from '../../../domain/interview/interview-section.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import type { InterviewKey } from '../lock-interview.server.ts'

interface SavedSection {
  key: InterviewKey
  section: InterviewSection
  answers: SectionAnswers
  before: SectionAnswers | undefined
}

/** The events that prove R7 and G9, each when its answers are complete and new. */
export async function recordWhatWasDone(
  tx: Tx,
  asking: Asking,
  { key: { caseId, interviewId }, section, answers, before }: SavedSection,
): Promise<void> {
  const about = { caseId, subjectId: interviewId }
  const isNew = (...names: string[]) => names.some((name) => String(answers[name]) !== String(before?.[name]))
  if (section === 'process' && isNew('explainedOn', 'ways', 'format')) {
    const { explainedOn, ways, format } = answers
    const data = { interviewId, explainedOn: String(explainedOn), ways: [ways ?? []].flat(), format: String(format) }
    await recordEvent(tx, asking, { kind: 'process-explained', data, ...about })
  }
  if (section === 'encouragement' && isNew('givenOn', 'benefits', 'response')) {
    const { givenOn, benefits, response } = answers
    const data = {
      interviewId,
      givenOn: String(givenOn),
      benefits: [benefits ?? []].flat(),
      response: String(response),
    }
    await recordEvent(tx, asking, { kind: 'encouragement-given', data, ...about })
  }
}
