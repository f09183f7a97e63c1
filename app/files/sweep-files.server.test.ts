import { utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { asActor } from '../../db/as-actor.ts'
import { allocatedCase, allowed } from '../../tests/support/cases.ts'
import { photo } from '../../tests/support/files/pictures.ts'
import { asking, openWorld } from '../../tests/support/world.ts'
import { environment } from '../access/environment.server.ts'
import { systemOf } from '../domain/partnership/actor.ts'
import { ARRIVING, receiveFileBytes } from './arrived-file.server.ts'
import { type FilePlace, fileStorage } from './file-storage.server.ts'
import { storeFile } from './store-file.server.ts'
import { sweepArriving, sweepFilesOf } from './sweep-files.server.ts'

const world = await openWorld()
const harthill = await world.agency()
const worker = await world.staff(harthill)
const { caseId } = await allocatedCase(worker)
const HOUR_MS = 3_600_000

async function placesOf(drawer: string) {
  return (await fileStorage().list(drawer)).map(({ place }) => place.name).sort()
}

/** As if the bytes had been written so many hours ago. */
async function age({ drawer, name }: FilePlace, hours: number) {
  const then = new Date(Date.now() - hours * HOUR_MS)
  await utimes(join(environment().dataDir, 'files', drawer, name), then, then)
}

async function store({ thenFail = false } = {}) {
  const upload = await receiveFileBytes('door.jpg', await photo())
  const done = asActor(worker.actor, async (tx) => {
    const answer = allowed(await storeFile(tx, asking(worker), { caseId, upload, kind: 'photo' }))
    if (thenFail) throw new Error('rolled back')
    return answer
  })
  await done.catch(() => undefined)
  await upload.discard()
}

describe('bytes to which no row leads', () => {
  it('are removed a day after their transaction was rolled back; those of kept files stay', async () => {
    const sweep = () => sweepFilesOf({ actor: systemOf(harthill.agencyId), now: new Date() })
    await store()
    const kept = await placesOf(harthill.agencyId)
    await store({ thenFail: true })
    expect(await placesOf(harthill.agencyId)).toHaveLength(kept.length + 2)
    await sweep()
    expect(await placesOf(harthill.agencyId)).toHaveLength(kept.length + 2)
    for (const name of await placesOf(harthill.agencyId)) await age({ drawer: harthill.agencyId, name }, 25)
    await sweep()
    expect(await placesOf(harthill.agencyId)).toEqual(kept)
  })

  it('are removed after an hour where a process stopped before it answered', async () => {
    const before = await placesOf(ARRIVING)
    const upload = await receiveFileBytes('door.jpg', Buffer.from('on its way'))
    const [name = ''] = (await placesOf(ARRIVING)).filter((one) => !before.includes(one))
    await sweepArriving(new Date())
    expect(await placesOf(ARRIVING)).toContain(name)
    await age({ drawer: ARRIVING, name }, 2)
    await sweepArriving(new Date())
    expect(await placesOf(ARRIVING)).not.toContain(name)
    await upload.discard()
  })
})
