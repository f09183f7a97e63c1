import { and, asc, desc, eq, gte } from 'drizzle-orm'
import { asActor, type Tx } from '../../../db/as-actor.ts'
import { agency } from '../../../db/schema/agency.ts'
import { tensionNote } from '../../../db/schema/hotspot.ts'
import { ifMay, permissionsOf } from '../../access/ability.ts'
import { STRANDS, type StrandId } from '../../domain/cases/strand.ts'
import type { Actor, Reading } from '../../domain/partnership/actor.ts'
import type { TensionGrade } from '../../domain/partnership/tension.ts'
import { londonDayOf } from '../../domain/time/calendar-day.ts'
import { countRows, readPage, takePart } from '../../facts/lists/read-page.server.ts'
import type { NotesQuery } from './notes-query.ts'

export interface NoteShown {
  noteId: string
  ward: string
  grade: TensionGrade
  note: string
  strands: string[]
  agencyName: string
  writtenByName: string
  writtenAt: string
  expiresOn: string
  mayDelete: boolean
}

/** Notes that have not expired, by ward and newest first, 25 a page. */
export async function listNotes({ actor, now }: Reading, query: NotesQuery) {
  const { ward } = query
  return asActor(actor, async (tx) => {
    const wanted = and(gte(tensionNote.expiresOn, londonDayOf(now)), ward ? eq(tensionNote.ward, ward) : undefined)
    const ordered = notesOf(tx)
      .where(wanted)
      .orderBy(asc(tensionNote.ward), desc(tensionNote.writtenAt), asc(tensionNote.noteId))
    const page = await readPage(query, {
      counted: await countRows(tx, tensionNote, wanted),
      select: (part) => takePart(ordered, part),
    })
    return { ...page, rows: page.rows.map((row) => shown(row, actor)) }
  })
}

/** A note of the reader's own agency, which they may delete; null for any other. */
export async function findOwnNote({ actor }: { actor: Actor }, noteId: string): Promise<NoteShown | null> {
  const own = and(eq(tensionNote.agencyId, actor.agencyId), eq(tensionNote.noteId, noteId))
  const [row] = await asActor(actor, (tx) => notesOf(tx).where(own))
  return row && ifMay(actor, 'delete', 'tensionNote', row.note) ? shown(row, actor) : null
}

function notesOf(tx: Tx) {
  return tx
    .select({ note: tensionNote, agencyName: agency.name })
    .from(tensionNote)
    .innerJoin(agency, eq(agency.agencyId, tensionNote.agencyId))
}

function shown({ note: row, agencyName }: Awaited<ReturnType<typeof notesOf>>[number], actor: Actor): NoteShown {
  const { noteId, ward, grade, note, writtenByName, writtenAt, expiresOn } = row
  return {
    ...{ noteId, ward, grade, note, writtenByName, expiresOn, agencyName },
    strands: row.strands.map((strand) => STRANDS[strand as StrandId]?.label ?? strand),
    writtenAt: writtenAt.toISOString(),
    mayDelete: permissionsOf(actor).may('delete', 'tensionNote', row),
  }
}
