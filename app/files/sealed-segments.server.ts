import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { FilePart } from '../domain/files/stored-file.ts'

/** Whose bytes these are. They open for nobody and nothing else. */
export interface SealedFor {
  agencyId: string
  clientId: string
  fileId: string
  part: FilePart
}

/** The bytes are not those that were sealed, or were sealed for something else. Nothing of the segment is given out. */
export class TamperedFile extends Error {}

export const SEGMENT_BYTES = 65_536
const IV_BYTES = 12
const TAG_BYTES = 16
const SEALED_BYTES = IV_BYTES + SEGMENT_BYTES + TAG_BYTES

type Bytes = AsyncIterable<Uint8Array>

/**
 * Encrypts in segments of 64 KiB (AES-256-GCM), so that a file is never whole in memory. Each segment is bound to its
 * owner, its place and whether it is the last: none can be swapped, left out, added or moved to another file.
 */
export async function* sealSegments(key: Buffer, owner: SealedFor, source: Bytes): AsyncGenerator<Buffer> {
  for await (const { bytes, number, isLast } of inPieces(source, SEGMENT_BYTES)) {
    const iv = randomBytes(IV_BYTES)
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(boundTo(owner, number, isLast))
    yield Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
  }
}

/** The bytes that were sealed, segment by segment. @throws TamperedFile before a byte of a wrong segment is given out */
export async function* openSegments(key: Buffer, owner: SealedFor, sealed: Bytes): AsyncGenerator<Buffer> {
  for await (const { bytes, number, isLast } of inPieces(sealed, SEALED_BYTES)) {
    yield openSegment(key, bytes, boundTo(owner, number, isLast))
  }
}

function openSegment(key: Buffer, bytes: Buffer, bound: Buffer): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
    decipher.setAAD(bound).setAuthTag(bytes.subarray(-TAG_BYTES))
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()])
  } catch {
    throw new TamperedFile('A sealed segment does not open.')
  }
}

function boundTo({ agencyId, clientId, fileId, part }: SealedFor, number: number, isLast: boolean): Buffer {
  return Buffer.from(['accord-file/1', agencyId, clientId, fileId, part, number, isLast ? 'last' : 'more'].join(' '))
}

interface Piece {
  bytes: Buffer
  number: number
  isLast: boolean
}

/** The same bytes in pieces of one size, the last one shorter. No bytes at all are one empty piece. */
async function* inPieces(source: Bytes, size: number): AsyncGenerator<Piece> {
  let held: Buffer = Buffer.alloc(0)
  let number = 0
  for await (const chunk of source) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    held = held.length === 0 ? bytes : Buffer.concat([held, bytes])
    // A whole piece waits until more arrives: it may be the last.
    while (held.length > size) {
      yield { bytes: held.subarray(0, size), number, isLast: false }
      held = held.subarray(size)
      number += 1
    }
  }
  yield { bytes: held, number, isLast: true }
}
