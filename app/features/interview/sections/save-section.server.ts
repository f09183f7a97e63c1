import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { interviewSection } from '../../../../db/schema/interview.ts'
import { mayInsert } from '../../../access/ability.ts'
import {
  type InterviewSection,
  type SectionAnswers,
  sectionProgress,
} from '../../../domain/interview/interview-section.ts'
import { openNeedsOf } from '../../../domain/interview/need-booking.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { endDraft } from '../../../facts/drafts.server.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import { type InterviewKey, lockInterview } from '../lock-interview.server.ts'
import { type AnswerInWords, answersInWords } from './answers-in-words.server.ts'
import { answeredNeeds } from './needs-page.server.ts'
import { readSavedInterview } from './read-saved-interview.server.ts'
import { recordWhatWasDone } from './record-what-was-done.server.ts'
import { seenMark } from './seen-mark.server.ts'
import { settleNeeds } from './settle-needs.server.ts'
import { writeWishes } from './write-wishes.server.ts'

/** The answers of one section, as its schema reads them. */
export type SectionToSave = InterviewKey & {
  page: InterviewSection
  draftId: string
  seenVersion: string
  [field: string]: unknown
}

export type SaveSectionRefusal =
  | { kind: 'not-found' }
  | { kind: 'interview-over' }
  | { kind: 'section-changed-since'; seenVersion: string; byName: string; saved: AnswerInWords[] }

/** Saves one section of an interview. A colleague may go on with it after a hand-over. */
export function saveSection(
  asking: Asking,
  input: SectionToSave,
): Promise<Result<{ complete: boolean }, SaveSectionRefusal | AlreadyDone>> {
  return writeOnce(asking, 'save-interview-section', input, (tx) => saveIn(tx, asking, input))
}

async function saveIn(
  tx: Tx,
  asking: Asking,
  { caseId, interviewId, page: section, draftId, seenVersion, ...fields }: SectionToSave,
): Promise<Result<{ complete: boolean }, SaveSectionRefusal>> {
  const { actor, now } = asking
  const key = { caseId, interviewId }
  const held = await lockInterview(tx, actor, key)
  if (!held || !mayInsert(actor, 'interviewSection', { agencyId: actor.agencyId, savedBy: actor.staffId }))
    return refused({ kind: 'not-found' })
  if (held.row.state !== 'arranged') return refused({ kind: 'interview-over' })
  const shown = await readSavedInterview(tx, actor, key)
  const before = shown.rows.find((row) => row.section === section)
  const newest = seenMark(section, shown)
  if (seenVersion !== newest) {
    const saved = answersInWords(shown.saved, section)
    return refused({ kind: 'section-changed-since', seenVersion: newest, byName: before?.savedByName ?? '', saved })
  }
  const answers = answersFrom(fields)
  const settled = section === 'needs' ? await settleNeeds(tx, asking, { key, ...shown }, answeredNeeds(fields)) : []
  if (section === 'wishes') await writeWishes(tx, asking, held.file, String(answers.wishes ?? ''))
  const row = { answers, version: (before?.version ?? 0) + 1, savedBy: actor.staffId, savedAt: now }
  if (before)
    await tx
      .update(interviewSection)
      .set(row)
      .where(
        and(
          eq(interviewSection.agencyId, actor.agencyId),
          eq(interviewSection.interviewId, interviewId),
          eq(interviewSection.section, section),
        ),
      )
  else await tx.insert(interviewSection).values({ agencyId: actor.agencyId, ...key, section, ...row })
  await endDraft(tx, asking, { form: 'interview', subject: interviewId, page: section }, draftId)
  const open = openNeedsOf(shown.saved.needs, [...settled, ...shown.bookings])
  const complete = sectionProgress(section, answers, open.length) === 'done'
  const data = { interviewId, section, complete }
  await recordEvent(tx, asking, { kind: 'interview-section-saved', data, caseId, subjectId: interviewId })
  if (complete) await recordWhatWasDone(tx, asking, { key, section, answers, before: before?.answers })
  return done({ complete })
}

/** An answer that is missing is stored as '', so that a form shows it as empty. */
function answersFrom(fields: Readonly<Record<string, unknown>>): SectionAnswers {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(String) : String(value ?? ''),
    ]),
  )
}
