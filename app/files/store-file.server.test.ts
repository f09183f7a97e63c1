import { describe, expect, it } from 'vitest'
import { asActor } from '../../db/as-actor.ts'
import { allocatedCase, allowed } from '../../tests/support/cases.ts'
import { asking, MONDAY_MORNING, openWorld, type Person } from '../../tests/support/world.ts'
import { readFilesOfCase } from '../facts/casework/files-of-case.server.ts'
import { receiveFileBytes } from './arrived-file.server.ts'
import { fileStorage } from './file-storage.server.ts'
import { storeFile } from './store-file.server.ts'

const world = await openWorld()
const harthill = await world.agency()
const worker = await world.staff(harthill)
const stranger = await world.staff(await world.agency())

const PAPER = Buffer.from('%PDF-1.7\n Signed by both of them.')

async function stored(by: Person, caseId: string) {
  const upload = await receiveFileBytes('../signed.pdf', PAPER)
  const input = { caseId, upload, kind: 'scan' as const, shows: 'The signed plan' }
  const answer = await asActor(by.actor, (tx) => storeFile(tx, asking(by), input))
  await upload.discard()
  return answer
}

async function placesOf(agencyId: string) {
  return (await fileStorage().list(agencyId)).map(({ place }) => place.name)
}

describe('a file stored for a case', () => {
  it('is hashed, known by its content and closed, and an event names its kind', async () => {
    const { caseId } = await allocatedCase(worker)
    const { fileId } = allowed(await stored(worker, caseId))
    const [row] = await world.admin`select * from stored_file where file_id = ${fileId}`
    expect(row).toMatchObject({
      ...{ scan: 'waiting', media_type: 'application/pdf', file_name: 'signed.pdf', size_bytes: PAPER.length },
      ...{ added_at: MONDAY_MORNING, picture_as: null, shows: 'The signed plan' },
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    const [event] = await world.admin`select * from case_event where case_id = ${caseId} order by seq desc limit 1`
    expect(event).toMatchObject({ kind: 'file-added', data: { fileId, fileKind: 'scan', sha256: row?.sha256 } })
    const files = await asActor(worker.actor, (tx) => readFilesOfCase(tx, worker.actor, caseId))
    expect(files).toMatchObject([{ fileId, kind: 'scan', scan: 'waiting', label: 'The signed plan' }])
  })

  it('lies sealed: neither its words nor its name are in the storage', async () => {
    const { caseId } = await allocatedCase(worker)
    const { fileId } = allowed(await stored(worker, caseId))
    const [row] = await world.admin`select stored_as from stored_file where file_id = ${fileId}`
    const pieces: Uint8Array[] = []
    for await (const piece of fileStorage().read({ drawer: harthill.agencyId, name: row?.stored_as }))
      pieces.push(piece)
    expect(Buffer.concat(pieces).toString('latin1')).not.toContain('Signed by both')
    expect((await placesOf(harthill.agencyId)).join()).not.toContain('signed')
  })

  it('has no row and no event where the transaction is rolled back', async () => {
    const { caseId } = await allocatedCase(worker)
    const upload = await receiveFileBytes('signed.pdf', PAPER)
    const failing = asActor(worker.actor, async (tx) => {
      await storeFile(tx, asking(worker), { caseId, upload, kind: 'scan' })
      throw new Error('something else failed')
    })
    await expect(failing).rejects.toThrow('something else failed')
    await upload.discard()
    const left = await world.admin`select 1 from stored_file where case_id = ${caseId}`
    const events = await world.admin`select 1 from case_event where case_id = ${caseId} and kind = 'file-added'`
    expect([left.length, events.length]).toEqual([0, 0])
  })

  it('is not stored in a case of another agency, and nothing is written', async () => {
    const { caseId } = await allocatedCase(worker)
    expect(await stored(stranger, caseId)).toEqual({ ok: false, refusal: { kind: 'not-found' } })
    expect(await placesOf(stranger.actor.agencyId)).toEqual([])
  })

  it('shares one wrapped key with the other files of the client, made once even by two at once', async () => {
    const { caseId } = await allocatedCase(worker)
    for (const answer of await Promise.all([stored(worker, caseId), stored(worker, caseId)])) allowed(answer)
    const keys = await world.admin`
      select wrapped from file_key k join case_file c using (agency_id, client_id) where c.case_id = ${caseId}`
    expect(keys).toHaveLength(1)
    expect(keys[0]?.wrapped).toMatch(/^v1\./)
  })
})
