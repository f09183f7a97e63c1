import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { shownFileName } from '../domain/files/file-name.ts'
import { NOBODY } from '../domain/partnership/actor.ts'
import { redrawPicture } from './draw-picture.server.ts'
import { type FilePlace, fileStorage } from './file-storage.server.ts'
import { isDrawn, mediaTypeOf, TELLING_BYTES } from './media-type.server.ts'
import { openSegments, type SealedFor, sealSegments } from './sealed-segments.server.ts'

/** Where files lie that no case has yet. What a stopped process left there is swept. */
export const ARRIVING = 'arriving'

/** Only this process can open what has just arrived: nothing readable is on the disk, even before it is stored. */
const processKey = randomBytes(32)

interface ArrivedFacts {
  /** Fit to be shown, or ''. */
  fileName: string
  mediaType: string
  sizeBytes: number
  sha256: string
  /** Drawn again from the bytes; null where that is not possible. */
  picture: Buffer | null
}

/**
 * A file that came with a form and belongs to no case yet. `storeFile` keeps it; `discard` ends it in any case, once the
 * form is answered.
 */
export class ArrivedFile {
  readonly facts: ArrivedFacts
  readonly #place: FilePlace

  constructor(facts: ArrivedFacts, place: FilePlace) {
    this.facts = facts
    this.#place = place
  }

  /** The bytes as they arrived. */
  bytes(): AsyncIterable<Buffer> {
    return openSegments(processKey, ownerOf(this.#place), fileStorage().read(this.#place))
  }

  discard(): Promise<void> {
    return fileStorage().remove(this.#place)
  }

  /** What makes a form with this file the same form: its content, for the key that lets a form be done once. */
  toJSON() {
    const { fileName, sha256 } = this.facts
    return { fileName, sha256 }
  }
}

/** Receives a file as it comes, piece by piece: hashed and sealed on the way, then looked at. */
export async function receiveFile(sentName: string, source: AsyncIterable<Uint8Array>): Promise<ArrivedFile> {
  const place = { drawer: ARRIVING, name: randomUUID() }
  const storage = fileStorage()
  const read = { hash: createHash('sha256'), sizeBytes: 0, first: Buffer.alloc(0) }
  await storage.write(place, sealSegments(processKey, ownerOf(place), noting(source, read)))
  try {
    const mediaType = await mediaTypeOf(read.first)
    const sealed = () => openSegments(processKey, ownerOf(place), storage.read(place))
    const picture = isDrawn(mediaType) ? await redrawPicture(() => wholeOf(sealed())) : null
    const { sizeBytes, hash } = read
    const facts = { fileName: shownFileName(sentName), mediaType, sizeBytes, sha256: hash.digest('hex'), picture }
    return new ArrivedFile(facts, place)
  } catch (error) {
    await storage.remove(place)
    throw error
  }
}

/** A file from bytes at hand: of the demo, and of tests. */
export function receiveFileBytes(sentName: string, bytes: Uint8Array): Promise<ArrivedFile> {
  return receiveFile(sentName, oneOf(bytes))
}

async function* oneOf(bytes: Uint8Array) {
  yield bytes
}

function ownerOf({ name }: FilePlace): SealedFor {
  return { agencyId: NOBODY, clientId: NOBODY, fileId: name, part: 'original' }
}

interface Noted {
  hash: ReturnType<typeof createHash>
  sizeBytes: number
  first: Buffer
}

async function* noting(source: AsyncIterable<Uint8Array>, noted: Noted) {
  for await (const piece of source) {
    noted.hash.update(piece)
    noted.sizeBytes += piece.length
    const wanted = TELLING_BYTES - noted.first.length
    if (wanted > 0) noted.first = Buffer.concat([noted.first, piece.subarray(0, wanted)])
    yield piece
  }
}

async function wholeOf(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of source) pieces.push(piece)
  return Buffer.concat(pieces)
}
