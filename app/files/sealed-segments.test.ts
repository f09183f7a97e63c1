import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openSegments, SEGMENT_BYTES, type SealedFor, sealSegments, TamperedFile } from './sealed-segments.server.ts'

const KEY = randomBytes(32)
const SEALED = SEGMENT_BYTES + 28
const OWNER: SealedFor = { agencyId: 'harthill', clientId: 'amara', fileId: 'door', part: 'original' }

async function* piecesOf(bytes: Uint8Array, size = 40_000) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function whole(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of source) pieces.push(piece)
  return Buffer.concat(pieces)
}

const sealed = (bytes: Uint8Array, owner = OWNER, size?: number) =>
  whole(sealSegments(KEY, owner, piecesOf(bytes, size)))
const opened = (bytes: Uint8Array, { key = KEY, owner = OWNER } = {}) =>
  whole(openSegments(key, owner, piecesOf(bytes)))

describe('a file in sealed segments', () => {
  it('opens as what was sealed, whatever its length and however it came', async () => {
    const around = fc.constantFrom(
      0,
      1,
      SEGMENT_BYTES - 1,
      SEGMENT_BYTES,
      SEGMENT_BYTES + 1,
      2 * SEGMENT_BYTES,
      150_000,
    )
    await fc.assert(
      fc.asyncProperty(around, fc.integer({ min: 1_000, max: 200_000 }), async (length, size) => {
        const bytes = randomBytes(length)
        const again = await opened(await sealed(bytes, OWNER, size))
        // Vitest compares byte by byte, which takes seconds.
        expect(again.equals(bytes)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  it('is another text each time', async () => {
    const bytes = Buffer.alloc(100)
    expect(await sealed(bytes)).not.toEqual(await sealed(bytes))
  })

  const THREE = randomBytes(SEGMENT_BYTES * 2 + 500)
  const [first, second] = [[0, SEALED] as const, [SEALED, 2 * SEALED] as const]
  const cut = (bytes: Buffer, [from, to]: readonly [number, number]) => bytes.subarray(from, to)

  it.each([
    {
      why: 'one bit is another',
      change: (all: Buffer) => Buffer.from(all.map((byte, at) => (at === 70 ? byte ^ 1 : byte))),
    },
    { why: 'its end is missing', change: (all: Buffer) => all.subarray(0, 2 * SEALED) },
    { why: 'a byte is missing', change: (all: Buffer) => all.subarray(0, -1) },
    { why: 'a byte more is there', change: (all: Buffer) => Buffer.concat([all, Buffer.of(0)]) },
    { why: 'nothing is left', change: () => Buffer.alloc(0) },
    {
      why: 'two segments are swapped',
      change: (all: Buffer) => Buffer.concat([cut(all, second), cut(all, first), all.subarray(2 * SEALED)]),
    },
    {
      why: 'a segment is left out',
      change: (all: Buffer) => Buffer.concat([cut(all, first), all.subarray(2 * SEALED)]),
    },
    { why: 'a segment comes twice', change: (all: Buffer) => Buffer.concat([cut(all, first), all]) },
  ])('does not open where $why', async ({ change }) => {
    await expect(opened(change(await sealed(THREE)))).rejects.toThrow(TamperedFile)
  })

  it.each([
    { why: 'another agency', owner: { ...OWNER, agencyId: 'northgate' } },
    { why: 'another client', owner: { ...OWNER, clientId: 'lee' } },
    { why: 'another file', owner: { ...OWNER, fileId: 'fence' } },
    { why: 'the other part of the file', owner: { ...OWNER, part: 'picture' as const } },
  ])('does not open as that of $why, even with the key', async ({ owner }) => {
    await expect(opened(await sealed(THREE), { owner })).rejects.toThrow(TamperedFile)
  })

  it('does not open with another client’s key', async () => {
    await expect(opened(await sealed(THREE), { key: randomBytes(32) })).rejects.toThrow(TamperedFile)
  })
})
