import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { environment } from '../access/environment.server.ts'

/**
 * Where sealed bytes lie: a folder, or later a bucket. A place is a drawer and a name, both made by the portal. What is
 * under a place never changes.
 */
export interface FileStorage {
  /** Keeps all bytes or none. */
  write(place: FilePlace, source: AsyncIterable<Uint8Array>): Promise<void>
  /** @throws Error while reading, where nothing is kept */
  read(place: FilePlace): AsyncIterable<Uint8Array>
  /** Also where nothing is kept. */
  remove(place: FilePlace): Promise<void>
  list(drawer: string): Promise<{ place: FilePlace; writtenAt: Date }[]>
}

export interface FilePlace {
  /** The agency, or what is only arriving. */
  drawer: string
  name: string
}

const SAFE_NAME = /^[0-9a-z][0-9a-z.-]{0,63}$/

/** The storage of this portal: the folder `files` in DATA_DIR. */
export function fileStorage(): FileStorage {
  return folderStorage(resolve(environment().dataDir, 'files'))
}

function folderStorage(root: string): FileStorage {
  const pathOf = ({ drawer, name }: FilePlace) => join(root, checked(drawer), checked(name))
  return {
    async write(place, source) {
      const path = pathOf(place)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const unfinished = `${path}.${randomUUID().slice(0, 8)}.part`
      try {
        await pipeline(source, createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true }))
        await rename(unfinished, path)
      } catch (error) {
        await rm(unfinished, { force: true })
        throw error
      }
    },
    read: (place) => createReadStream(pathOf(place)),
    remove: (place) => rm(pathOf(place), { force: true }),
    async list(drawer) {
      const names = await readdir(join(root, checked(drawer))).catch(() => [])
      const found = await Promise.all(
        names.map(async (name) => {
          const known = await stat(join(root, drawer, name)).catch(() => null)
          return known ? [{ place: { drawer, name }, writtenAt: known.mtime }] : []
        }),
      )
      return found.flat()
    },
  }
}

/** Names are ids of the portal. Anything else could lead out of the folder. @throws Error */
function checked(name: string): string {
  if (!SAFE_NAME.test(name) || name.includes('..')) throw new Error('This is no name in the storage of files.')
  return name
}
