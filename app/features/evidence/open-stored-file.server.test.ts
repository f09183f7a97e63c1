import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { allocatedCase, allowed } from '../../../tests/support/cases.ts'
import { addedFile } from '../../../tests/support/files/evidence.ts'
import { photo } from '../../../tests/support/files/pictures.ts'
import { EICAR, openScanner } from '../../../tests/support/files/scanner.ts'
import { asking, openWorld, type Person } from '../../../tests/support/world.ts'
import { environment } from '../../access/environment.server.ts'
import type { FilePart } from '../../domain/files/stored-file.ts'
import { systemOf } from '../../domain/partnership/actor.ts'
import { clamdAt } from '../../files/virus-scanner.server.ts'
import { markFileInError } from './mark-file-in-error.server.ts'
import { openStoredFile } from './open-stored-file.server.ts'
import { scanFiles } from './scan-files.server.ts'

const world = await openWorld()
const harthill = await world.agency()
const worker = await world.staff(harthill)
const stranger = await world.staff(await world.agency())
const scanner = await openScanner()
const { caseId } = await allocatedCase(worker)

const LETTER = Buffer.from('%PDF-1.7\n A letter to the client.')

async function scan(address = scanner.address) {
  await scanFiles({ actor: systemOf(harthill.agencyId), now: new Date() }, clamdAt(address))
}

async function open(fileId: string, part: FilePart = 'original', { by = worker, of = caseId } = {}) {
  const opened = await openStoredFile(asking(by), { caseId: of, fileId, part })
  if (opened === null || opened === 'damaged') return opened
  const pieces: Buffer[] = []
  for await (const piece of opened.bytes) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** As if the operator had a scanner or had none: it is read again at each opening. */
async function withScannerSet<Value>(fn: () => Promise<Value>): Promise<Value> {
  const settings = environment()
  settings.clamdAddress = '127.0.0.1:1'
  try {
    return await fn()
  } finally {
    settings.clamdAddress = undefined
  }
}

async function pathOf(fileId: string, column: 'stored_as' | 'picture_as' = 'stored_as') {
  const [row] = await world.admin`select ${world.admin(column)} as name from stored_file where file_id = ${fileId}`
  return join(environment().dataDir, 'files', harthill.agencyId, String(row?.name))
}

async function cleanFile(by: Person = worker, of = caseId, bytes: Buffer = LETTER) {
  const added = await addedFile(by, of, { bytes, name: 'letter.pdf', kind: 'letter' })
  await scan()
  return added
}

describe('a file that the scanner found clean', () => {
  it('opens byte for byte, and the log names the person each time', async () => {
    const { fileId } = await cleanFile()
    expect(await open(fileId)).toEqual(LETTER)
    await open(fileId)
    const events = await world.admin`
      select actor_id, data from case_event where kind = 'file-opened' and subject_id = ${fileId}`
    expect(events).toHaveLength(2)
    expect(events[0]).toMatchObject({ actor_id: worker.actor.staffId, data: { fileId, part: 'original' } })
  })

  it('opens for nobody once it is marked as entered in error, and is still there', async () => {
    const { fileId } = await cleanFile()
    const wrong = { caseId, fileId, reason: 'other_client' } as const
    allowed(await markFileInError(asking(worker), wrong))
    expect(await open(fileId)).toBeNull()
    expect(await readFile(await pathOf(fileId))).not.toHaveLength(0)
    expect(await markFileInError(asking(worker), wrong)).toEqual({ ok: false, refusal: { kind: 'already-marked' } })
  })

  it('is not there for another agency, nor under another case', async () => {
    const { fileId } = await cleanFile()
    const other = await allocatedCase(worker)
    expect(await open(fileId, 'original', { by: stranger })).toBeNull()
    expect(await open(fileId, 'original', { of: other.caseId })).toBeNull()
    const theirs = { caseId, fileId, reason: 'twice' } as const
    expect(await markFileInError(asking(stranger), theirs)).toEqual({ ok: false, refusal: { kind: 'not-found' } })
  })
})

describe('a picture', () => {
  it('is drawn again without the place where it was taken, and its original is kept as it came', async () => {
    const bytes = await photo()
    expect((await sharp(bytes).metadata()).exif?.length).toBeGreaterThan(0)
    const { fileId } = await addedFile(worker, caseId, { bytes })
    await scan()
    const picture = (await open(fileId, 'picture')) as Buffer
    const drawn = await sharp(picture).metadata()
    expect([drawn.format, drawn.width, drawn.exif]).toEqual(['jpeg', 60, undefined])
    expect(await open(fileId)).toEqual(bytes)
  })
})

describe('without any scanner', () => {
  it('only the picture drawn again opens: nothing of the bytes that arrived is left in it', async () => {
    const { fileId } = await addedFile(worker, caseId)
    expect(await open(fileId, 'picture')).toBeInstanceOf(Buffer)
    expect(await open(fileId)).toBeNull()
  })

  it('no other file opens', async () => {
    const { fileId } = await addedFile(worker, caseId, { bytes: LETTER, kind: 'letter' })
    expect([await open(fileId), await open(fileId, 'picture')]).toEqual([null, null])
  })
})

describe('a scanner that is set and does not answer', () => {
  it('opens nothing that it has not seen, not even a picture, and it is seen later', async () => {
    const { fileId } = await addedFile(worker, caseId)
    await expect(scan('127.0.0.1:1')).rejects.toThrow('The scanner')
    await withScannerSet(async () => {
      expect([await open(fileId), await open(fileId, 'picture')]).toEqual([null, null])
      await scan()
      expect(await open(fileId)).toBeInstanceOf(Buffer)
    })
  })

  it.each([
    { says: 'INSTREAM size limit exceeded. ERROR', state: 'failed', why: 'it could not read the file' },
    { says: 'stream: OK FOUND', state: 'infected', why: 'a virus by a misleading name' },
    { says: 'stream: Fine', state: 'failed', why: 'an answer that nobody knows' },
    { says: 'OK', state: 'failed', why: 'half an answer' },
  ])('"$says" is $state, because $why; nothing opens', async ({ says, state }) => {
    const { fileId } = await addedFile(worker, caseId)
    await scan((await openScanner({ says })).address)
    const [row] = await world.admin`select scan from stored_file where file_id = ${fileId}`
    expect(row?.scan).toBe(state)
    expect([await open(fileId), await open(fileId, 'picture')]).toEqual([null, null])
  })
})

describe('a file with a virus', () => {
  it('is found, logged, kept, and opens for nobody', async () => {
    const { fileId } = await addedFile(worker, caseId, { bytes: Buffer.from(`Dear client ${EICAR}`), kind: 'letter' })
    await scan()
    const [event] =
      await world.admin`select data from case_event where kind = 'file-scanned' and subject_id = ${fileId}`
    expect(event?.data).toEqual({ fileId, scan: 'infected' })
    expect(await open(fileId)).toBeNull()
    expect(scanner.seen.at(-1)).toBe(12 + EICAR.length)
  })
})

describe('bytes that are not those that were stored', () => {
  it.each([
    {
      why: 'one byte is another',
      change: (all: Buffer) => Buffer.from(all.map((byte, at) => (at === 20 ? byte ^ 1 : byte))),
    },
    { why: 'the end is cut off', change: (all: Buffer) => all.subarray(0, -1) },
    { why: 'nothing is left', change: () => Buffer.alloc(0) },
  ])('do not open where $why, and the log does not say that they did', async ({ change }) => {
    const { fileId } = await cleanFile()
    const path = await pathOf(fileId)
    await writeFile(path, change(await readFile(path)))
    expect(await open(fileId)).toBe('damaged')
    const events = await world.admin`select 1 from case_event where kind = 'file-opened' and subject_id = ${fileId}`
    expect(events).toHaveLength(0)
  })

  it('do not open where they are those of another file of the same client', async () => {
    const [one, two] = [await cleanFile(), await cleanFile(worker, caseId, Buffer.from('%PDF-1.7 Another letter'))]
    await writeFile(await pathOf(one.fileId), await readFile(await pathOf(two.fileId)))
    expect(await open(one.fileId)).toBe('damaged')
  })

  it('do not open where they are those of another client', async () => {
    const other = await allocatedCase(worker)
    const [ours, theirs] = [await cleanFile(), await cleanFile(worker, other.caseId)]
    await writeFile(await pathOf(ours.fileId), await readFile(await pathOf(theirs.fileId)))
    expect(await open(ours.fileId)).toBe('damaged')
  })

  it('do not open with the row of another client’s key', async () => {
    const other = await allocatedCase(worker)
    const [ours, theirs] = [await cleanFile(), await cleanFile(worker, other.caseId)]
    await world.admin`
      update file_key set wrapped = (select k.wrapped from stored_file f join file_key k using (agency_id, client_id)
        where f.file_id = ${theirs.fileId})
      where client_id = (select client_id from stored_file where file_id = ${ours.fileId})`
    await expect(open(ours.fileId)).rejects.toThrow('cannot be unwrapped')
  })
})
