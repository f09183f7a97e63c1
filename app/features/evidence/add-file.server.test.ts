import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { allocatedCase, allowed } from '../../../tests/support/cases.ts'
import { asking, openWorld, type Person } from '../../../tests/support/world.ts'
import { receiveFileBytes } from '../../files/arrived-file.server.ts'
import { addFile } from './add-file.server.ts'

const world = await openWorld()
const worker = await world.staff(await world.agency())
const stranger = await world.staff(await world.agency())
const { caseId } = await allocatedCase(worker)
const LETTER = Buffer.from('%PDF-1.7\n A letter to the client.')

async function add(by: Person) {
  const upload = await receiveFileBytes('letter.pdf', LETTER)
  const added = await addFile(asking(by), {
    ...{ caseId, upload, kind: 'letter', shows: 'A letter through the door', takenOn: null, takenWhere: '' },
  })
  await upload.discard()
  return added
}

function filesOfCase() {
  return world.admin`select kind, sha256, scan from stored_file where case_id = ${caseId}`
}

it('is not there for another agency, and nothing of it is kept', async () => {
  expect(await add(stranger)).toEqual({ ok: false, refusal: { kind: 'not-found' } })
  expect(await filesOfCase()).toEqual([])
})

it('V1: keeps a file with its fingerprint as it came, not yet checked', async () => {
  allowed(await add(worker))
  const sha256 = createHash('sha256').update(LETTER).digest('hex')
  expect((await filesOfCase()).map((row) => ({ ...row }))).toEqual([{ kind: 'letter', sha256, scan: 'waiting' }])
})
