import { describe, expect, it } from 'vitest'
import { asActor } from '../../../db/as-actor.ts'
import { allocatedCase, allowed } from '../../../tests/support/cases.ts'
import {
  assignmentInput,
  completionInput,
  reportedRepair,
  seenRepair,
} from '../../../tests/support/casework/repairs.ts'
import { photo } from '../../../tests/support/files/pictures.ts'
import { asking, openWorld } from '../../../tests/support/world.ts'
import { readRepairsOfCase } from '../../facts/casework/repairs-of-case.server.ts'
import { receiveFileBytes } from '../../files/arrived-file.server.ts'
import { answerPhoto } from './answer-photo.server.ts'
import { assignRepair } from './assign-repair.server.ts'
import { completeRepair } from './complete-repair.server.ts'
import { exceptRepair } from './except-repair.server.ts'
import { exportRepairs, listRepairs, listRepairsOfCase } from './list-repairs.server.ts'
import { findRepair } from './read-repair.server.ts'
import { REPAIRS } from './repairs-query.ts'

const world = await openWorld()
const at = (hour: number) => new Date(Date.parse('2026-11-23T00:00:00Z') + hour * 3_600_000)
const NOW = at(30)

/** An agency with a late repair, a running one with somebody on the way, graffiti, an exception and one that is done. */
async function busyAgency() {
  const worker = await world.staff(await world.agency())
  const { caseId } = await allocatedCase(worker, { now: at(0) })
  const report = async (hour: number, damage: string, kind: 'repair' | 'graffiti' = 'repair') => {
    const reported = await reportedRepair(worker, { now: at(hour), caseId, kind, damage })
    return seenRepair(world, reported)
  }
  await report(20, 'Window')
  await report(25, 'Wall', 'graffiti')
  await report(2, 'Door')
  const lock = await report(15, 'Lock')
  allowed(await assignRepair(asking(worker, at(16)), assignmentInput(lock)))
  const gate = await report(3, 'Gate')
  allowed(await exceptRepair(asking(worker, at(4)), { ...gate, reason: 'not_ours', note: 'The council says no.' }))
  allowed(await completeRepair(asking(worker, at(6)), completionInput(await report(5, 'Pane'))))
  return { worker, caseId, lock }
}

const busy = await busyAgency()
const reading = { actor: busy.worker.actor, now: NOW }
const read = (address: string) => REPAIRS.read(new URLSearchParams(address))

describe('the list of the estates team', () => {
  it.each([
    { address: '', says: ['Door', 'Lock', 'Window', 'Wall'], why: 'what is due first on top' },
    { address: 'kind=graffiti', says: ['Wall'], why: 'one kind' },
    { address: 'late=yes', says: ['Door'], why: 'late only' },
    { address: 'unassigned=yes', says: ['Door', 'Window', 'Wall'], why: 'no one on the way' },
    { address: 'list=excepted', says: ['Gate'], why: 'exceptions, for managers to see' },
    { address: 'list=done', says: ['Pane'], why: 'done' },
    { address: 'list=done&late=yes', says: ['Pane'], why: 'a filter that does not fit is left out' },
  ])('R8a R8b: shows $why', async ({ address, says }) => {
    const { rows, total } = await listRepairs(reading, read(address))
    expect(rows.map(({ damage }) => damage)).toEqual(says)
    expect(total).toBe(says.length)
    expect((await exportRepairs(reading, read(address))).map(({ damage }) => damage)).toEqual(says)
  })

  it('says the hours in words and who is on the way', async () => {
    const { rows } = await listRepairs(reading, read(''))
    const words = rows.map(({ countdown, state }) => `${countdown.words} · ${state}`)
    expect(words.slice(0, 2)).toEqual([
      '4 hours late, due Tuesday 02:00 · No one is on the way',
      '9 hours left, until Tuesday 15:00 · Someone is on the way: Quayside Locksmiths',
    ])
  })

  it('goes on by its cursor, and shows no other agency anything', async () => {
    const cursor = { direction: 'after', place: `2026-11-24T15:00:00.000000Z_${busy.lock.repairId}` } as const
    const { rows } = await listRepairs(reading, { ...read(''), cursor, page: 2 })
    expect(rows.map(({ damage }) => damage)).toEqual(['Window', 'Wall'])
    const stranger = await world.staff(await world.agency())
    const theirs = { actor: stranger.actor, now: NOW }
    expect((await listRepairs(theirs, read(''))).rows).toEqual([])
    const found = await asActor(stranger.actor, (tx) => findRepair(tx, theirs, busy.lock))
    expect(found).toBeUndefined()
  })

  it('is the same for one case, and for whoever else asks about the case', async () => {
    const { caseId } = busy
    const [shown, facts] = await asActor(busy.worker.actor, (tx) =>
      Promise.all([listRepairsOfCase(tx, reading, caseId), readRepairsOfCase(tx, busy.worker.actor, caseId)]),
    )
    expect(shown.map(({ damage }) => damage)).toEqual(['Door', 'Lock', 'Window', 'Wall', 'Gate', 'Pane'])
    expect(Object.fromEntries(facts.map(({ damage, state }) => [damage, state]))).toEqual({
      ...{ Door: 'reported', Lock: 'assigned', Window: 'reported', Wall: 'reported' },
      ...{ Gate: 'excepted', Pane: 'done' },
    })
  })
})

describe('photos of the work', () => {
  const save = async (repair: { caseId: string; repairId: string }, hour: number) => {
    const photoFile = await receiveFileBytes('wall.jpg', await photo())
    const input = { ...(await seenRepair(world, repair)), photo: null, noPhotoReason: null, photoFile }
    const answer = await answerPhoto(asking(busy.worker, at(hour)), input)
    await photoFile.discard()
    return answer
  }

  it('R8b: are kept with the files of the case, one from before and one of the result', async () => {
    const wall = await reportedRepair(busy.worker, { now: at(26), kind: 'graffiti' })
    allowed(await save(wall, 27))
    const removal = completionInput(await seenRepair(world, wall), { result: 'removed' })
    allowed(await completeRepair(asking(busy.worker, at(28)), removal))
    const without = {
      ...(await seenRepair(world, wall)),
      photo: 'taken',
      noPhotoReason: null,
      photoFile: null,
    } as const
    expect(await answerPhoto(asking(busy.worker, at(29)), without)).toMatchObject({
      refusal: { kind: 'photo-of-result-missing' },
    })
    allowed(await save(wall, 29))
    const shown = await asActor(busy.worker.actor, (tx) => findRepair(tx, reading, wall))
    const files =
      await world.admin`select file_id, shows from stored_file where case_id = ${wall.caseId} order by added_at`
    expect(files.map(({ shows }) => shows)).toEqual(['Offensive graffiti, before', 'Offensive graffiti, after'])
    expect(shown?.photo.files.map(({ fileId }) => fileId)).toEqual(files.map(({ file_id }) => file_id))
    // No event has the photo of the result twice: the file's own event says that it was added.
    const events = await world.admin`select kind from case_event where subject_id = ${wall.repairId} order by seq`
    expect(events.map(({ kind }) => kind)).toEqual(['graffiti-reported', 'repair-photo-answered', 'graffiti-removed'])
  })
})
