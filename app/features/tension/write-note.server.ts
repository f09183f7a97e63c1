import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { tensionNote } from '../../../db/schema/hotspot.ts'
import { mayInsert } from '../../access/ability.ts'
import { ownName } from '../../access/own-name.server.ts'
import { STRANDS } from '../../domain/cases/strand.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { isExpiryAllowed, TENSION_GRADES, usualExpiry } from '../../domain/partnership/tension.ts'
import { WARD_NAMES } from '../../domain/partnership/ward.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { type PersonalHint, personalHints } from '../../domain/text/personal-name-hint.ts'
import { londonDayOf } from '../../domain/time/calendar-day.ts'
import { readAgencyNames } from '../../facts/read-agency-names.server.ts'
import { typedDayField } from '../../forms/date-fields.server.ts'
import { choiceOf, choicesOf, neededText, tickedBox } from '../../forms/form-fields.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'

export const noteInput = z.object({
  ward: choiceOf(WARD_NAMES, 'Choose the ward'),
  grade: choiceOf(TENSION_GRADES, 'Choose how sure it is'),
  strands: choicesOf(STRANDS),
  note: neededText(500, 'Enter what was heard or seen, without names'),
  expiresOn: typedDayField('planned'),
  /** The writer ticks this to confirm that the note names no person. */
  nobodyNamed: tickedBox(),
})

export type NoteInput = z.output<typeof noteInput>

/** Errors that the schema cannot find, from the valid fields: shown together with the schema's errors. */
export function noteProblems({ expiresOn }: Partial<NoteInput>, now: Date): { kind: 'expiry-not-allowed' }[] {
  return expiresOn && !isExpiryAllowed(expiresOn, londonDayOf(now)) ? [{ kind: 'expiry-not-allowed' }] : []
}

export type NoteRefusal =
  | { kind: 'not-allowed' }
  | { kind: 'expiry-not-allowed' }
  | { kind: 'looks-personal'; hints: PersonalHint[] }

/** Records tension in a ward (G14). The writer must confirm that text that looks personal names no person. */
export function writeTensionNote(
  asking: Asking,
  { nobodyNamed, ...input }: NoteInput,
): Promise<Result<{ noteId: string }, NoteRefusal | AlreadyDone>> {
  return writeOnce<{ noteId: string }, NoteRefusal>(asking, 'write-tension-note', input, async (tx) => {
    const { actor, now } = asking
    const { agencyId, staffId: writtenBy } = actor
    if (!mayInsert(actor, 'tensionNote', { agencyId, writtenBy })) return refused({ kind: 'not-allowed' })
    const today = londonDayOf(now)
    const expiresOn = input.expiresOn ?? usualExpiry(today)
    if (!isExpiryAllowed(expiresOn, today)) return refused({ kind: 'expiry-not-allowed' })
    const hints = personalHints(input.note, await readAgencyNames(tx))
    if (hints.length > 0 && !nobodyNamed) return refused({ kind: 'looks-personal', hints })
    const noteId: string = randomUUID()
    const by = { agencyId, writtenBy, writtenByName: await ownName(tx, actor) }
    await tx.insert(tensionNote).values({ ...input, ...by, noteId, expiresOn, writtenAt: now })
    const data = { noteId, grade: input.grade, expiresOn, confirmed: hints.length > 0 }
    await recordEvent(tx, asking, { kind: 'tension-noted', data, subjectId: noteId })
    return done({ noteId })
  })
}
