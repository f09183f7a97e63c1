import { and, eq, inArray, or } from 'drizzle-orm'
import { asActor } from '../../db/as-actor.ts'
import { storedFile } from '../../db/schema/file.ts'
import type { Reading } from '../domain/partnership/actor.ts'
import { ARRIVING } from './arrived-file.server.ts'
import { type FilePlace, fileStorage } from './file-storage.server.ts'

const HOUR_MS = 3_600_000
/** Longer than any transaction that still writes the row of its file. */
const LEFT_OVER_AFTER_MS = 24 * HOUR_MS
const AT_ONCE = 500
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Removes sealed bytes of an agency to which no row leads: of transactions that were rolled back. */
export async function sweepFilesOf({ actor, now }: Reading): Promise<void> {
  const old = await olderThan(actor.agencyId, now, LEFT_OVER_AFTER_MS)
  for (let at = 0; at < old.length; at += AT_ONCE) {
    const places = old.slice(at, at + AT_ONCE)
    const kept = await namesKept({ actor, now }, places)
    await removeAll(places.filter(({ name }) => !kept.has(name)))
  }
}

/** Removes what arrived with a form whose process stopped before the answer. Nothing can open it any more. */
export async function sweepArriving(now: Date): Promise<void> {
  await removeAll(await olderThan(ARRIVING, now, HOUR_MS))
}

async function olderThan(drawer: string, now: Date, age: number): Promise<FilePlace[]> {
  const found = await fileStorage().list(drawer)
  return found.filter(({ writtenAt }) => now.getTime() - writtenAt.getTime() > age).map(({ place }) => place)
}

async function namesKept({ actor }: Reading, places: readonly FilePlace[]): Promise<Set<string>> {
  const names = places.map(({ name }) => name).filter((name) => UUID.test(name))
  if (names.length === 0) return new Set()
  const { storedAs, pictureAs } = storedFile
  const rows = await asActor(actor, (tx) =>
    tx
      .select({ storedAs, pictureAs })
      .from(storedFile)
      .where(and(eq(storedFile.agencyId, actor.agencyId), or(inArray(storedAs, names), inArray(pictureAs, names)))),
  )
  return new Set(rows.flatMap((row) => [row.storedAs, row.pictureAs].filter((name) => name !== null)))
}

async function removeAll(places: readonly FilePlace[]): Promise<void> {
  for (const place of places) await fileStorage().remove(place)
}
