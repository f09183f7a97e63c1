import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../../db/as-actor.ts'
import { interview } from '../../../../db/schema/interview.ts'
import { ifMay } from '../../../access/ability.ts'
import type { Reading } from '../../../domain/partnership/actor.ts'
import { findDraft } from '../../../facts/drafts.server.ts'
import type { FormState } from '../../../forms/form-state.ts'
import { findPage } from '../../../forms/multi-page/page-input.server.ts'
import { type InterviewKey, interviewOf } from '../lock-interview.server.ts'
import { INTERVIEW_FORM } from './interview-pages.server.ts'
import { readSavedInterview } from './read-saved-interview.server.ts'
import { seenMark } from './seen-mark.server.ts'

/** One section with what is saved and this writer's draft. Null for an interview that is over or that they may not change. */
export async function readSection(tx: Tx, reading: Reading, key: InterviewKey, id: string | undefined) {
  const page = findPage(INTERVIEW_FORM, id)
  const { actor, now } = reading
  const [found] = await tx.select().from(interview).where(interviewOf(actor, key))
  if (ifMay(actor, 'update', 'interview', found)?.state !== 'arranged') return null
  const shown = await readSavedInterview(tx, actor, key)
  return {
    interviewId: key.interviewId,
    section: page.id,
    title: page.title,
    parts: page.parts(shown.saved),
    saved: page.answers(shown.saved) as FormState['values'],
    known: shown.saved.known[page.id] ?? [],
    seenVersion: seenMark(page.id, shown),
    draft: await findDraft(tx, reading, { form: 'interview', subject: key.interviewId, page: page.id }),
    idempotencyKey: randomUUID(),
    now: now.toISOString(),
  }
}
