import { describe, expect, it } from 'vitest'
import { allowed } from '../../../tests/support/cases.ts'
import {
  assignmentInput,
  clockOfRepair,
  completionInput,
  reportedRepair,
  seenRepair,
} from '../../../tests/support/casework/repairs.ts'
import { asking, MONDAY_MORNING, openWorld } from '../../../tests/support/world.ts'
import { answerPhoto } from './answer-photo.server.ts'
import { assignRepair } from './assign-repair.server.ts'
import { completeRepair } from './complete-repair.server.ts'
import { markRepairInError } from './mark-repair-in-error.server.ts'
import { reopenRepair } from './reopen-repair.server.ts'

const world = await openWorld()
const harthill = await world.agency()
const worker = await world.staff(harthill)
const colleague = await world.staff(harthill)
const stranger = await world.staff(await world.agency())

const at = (iso: string) => new Date(iso)
const TUESDAY = at('2026-11-24T12:00:00Z')

async function graffiti(now = MONDAY_MORNING) {
  return reportedRepair(worker, { now, kind: 'graffiti', damage: 'A slur on the wall of the stairs' })
}

async function rowOf(repairId: string) {
  const [row] = await world.admin`select * from repair where repair_id = ${repairId}`
  return row
}

async function eventsOf(repairId: string) {
  const rows = await world.admin`select kind from case_event where subject_id = ${repairId} order by seq`
  return rows.map(({ kind }) => kind)
}

/** Reported on the Saturday before the clocks go forward: due on Sunday at 19:00 British Summer Time. */
const SPRING = at('2027-03-27T18:00:00Z')

describe('work that is done', () => {
  it.each([
    { local: '18:59 BST', ended: '2027-03-28T17:59:00Z', state: 'met' },
    { local: '19:00 BST', ended: '2027-03-28T18:00:00Z', state: 'met' },
    { local: '19:01 BST', ended: '2027-03-28T18:01:00Z', state: 'met_late' },
  ])('R8a: reported Sat 27 Mar 2027 18:00 and made safe on Sunday at $local is $state', async ({ ended, state }) => {
    const reported = await reportedRepair(worker, { now: SPRING })
    const input = completionInput(await seenRepair(world, reported), { completedAt: at(ended) })
    allowed(await completeRepair(asking(worker, at('2027-03-29T09:00:00Z')), input))
    expect(await clockOfRepair(world, reported.repairId)).toMatchObject({ state, kept_at: at(ended) })
  })

  it.each([
    { local: '18:30 BST', ended: '2026-10-24T17:30:00Z', state: 'met' },
    { local: '18:31 BST', ended: '2026-10-24T17:31:00Z', state: 'met_late' },
  ])(
    'R8b: graffiti of Friday 18:30, before the clocks go back, removed on Saturday at $local is $state',
    async ({ ended, state }) => {
      const friday = at('2026-10-23T17:30:00Z')
      const reported = await reportedRepair(worker, { now: friday, kind: 'graffiti' })
      const given = { result: 'removed', photo: 'taken', completedAt: at(ended) } as const
      const input = completionInput(await seenRepair(world, reported), given)
      allowed(await completeRepair(asking(worker, at('2026-10-26T09:00:00Z')), input))
      expect(await clockOfRepair(world, reported.repairId)).toMatchObject({ state })
    },
  )

  it('R8b: without a photo it asks for the reason, and keeps what was answered', async () => {
    const reported = await graffiti()
    const input = completionInput(await seenRepair(world, reported), { result: 'removed' })
    const remove = (given: object) => completeRepair(asking(worker, TUESDAY), { ...input, ...given })
    expect(await remove({})).toMatchObject({ refusal: { kind: 'photo-unanswered' } })
    expect(await remove({ photo: 'not_taken' })).toMatchObject({ refusal: { kind: 'no-photo-reason-missing' } })
    expect(await rowOf(reported.repairId)).toMatchObject({ completed_at: null })
    allowed(await remove({ photo: 'not_taken', noPhotoReason: 'client_asked' }))
    expect(await rowOf(reported.repairId)).toMatchObject({ photo: 'not_taken', no_photo_reason: 'client_asked' })
    expect(await eventsOf(reported.repairId)).toEqual([
      'graffiti-reported',
      'repair-photo-answered',
      'graffiti-removed',
    ])
  })

  it('R8b: a photo taken first needs no second answer', async () => {
    const reported = await graffiti()
    const photo = {
      ...(await seenRepair(world, reported)),
      photo: 'taken',
      noPhotoReason: null,
      photoFile: null,
    } as const
    allowed(await answerPhoto(asking(worker, at('2026-11-23T10:00:00Z')), photo))
    const input = completionInput(await seenRepair(world, reported), { result: 'covered' })
    allowed(await completeRepair(asking(worker, TUESDAY), input))
    expect(await rowOf(reported.repairId)).toMatchObject({ photo: 'taken', result: 'covered', completed_at: TUESDAY })
    // Removed three hours after the 24 hours were over.
    expect(await clockOfRepair(world, reported.repairId)).toMatchObject({ state: 'met_late' })
  })

  it('has one winner when two people record it at once, and is done once when a form is sent twice', async () => {
    const seen = await seenRepair(world, await reportedRepair(worker))
    const form = asking(worker, TUESDAY)
    const answers = await Promise.all([
      completeRepair(form, completionInput(seen)),
      completeRepair(form, completionInput(seen)),
      completeRepair(asking(colleague, TUESDAY), completionInput(seen, { result: 'repaired' })),
    ])
    const winners = answers.filter(({ ok }) => ok).length
    expect([1, 2]).toContain(winners)
    for (const answer of answers) if (!answer.ok) expect(answer.refusal.kind).toBe('changed-since')
    const events = await eventsOf(seen.repairId)
    expect(events.filter((kind) => kind === 'repair-completed')).toHaveLength(1)
  })

  it('is not there for another agency', async () => {
    const seen = await seenRepair(world, await reportedRepair(worker))
    const answer = await completeRepair(asking(stranger, TUESDAY), completionInput(seen))
    expect(answer).toMatchObject({ refusal: { kind: 'not-found' } })
  })
})

describe('what was recorded wrongly', () => {
  it('R8a: a wrong time is marked, and the clock runs to the deadline it always had', async () => {
    const reported = await reportedRepair(worker)
    const before = await clockOfRepair(world, reported.repairId)
    const wrong = completionInput(await seenRepair(world, reported), { completedAt: at('2026-11-23T10:00:00Z') })
    allowed(await completeRepair(asking(worker, TUESDAY), wrong))
    expect(await clockOfRepair(world, reported.repairId)).toMatchObject({ state: 'met' })
    const reopening = { ...(await seenRepair(world, reported)), reason: 'wrong_time' } as const
    allowed(await reopenRepair(asking(colleague, at('2026-11-24T12:05:00Z')), reopening))
    expect(await clockOfRepair(world, reported.repairId)).toEqual(before)
    const right = completionInput(await seenRepair(world, reported), { completedAt: at('2026-11-24T09:01:00Z') })
    allowed(await completeRepair(asking(worker, at('2026-11-24T12:10:00Z')), right))
    expect(await clockOfRepair(world, reported.repairId)).toMatchObject({ state: 'met_late' })
    expect(await eventsOf(reported.repairId)).toEqual([
      'repair-reported',
      'repair-completed',
      'repair-reopened',
      'repair-completed',
    ])
    const none = { ...(await seenRepair(world, await reportedRepair(worker))), reason: 'not_done' } as const
    expect(await reopenRepair(asking(worker, TUESDAY), none)).toMatchObject({ refusal: { kind: 'not-ended' } })
  })

  it('R8b: a report in error cancels the clock, also one that was kept', async () => {
    const reported = await graffiti()
    const done = { result: 'removed', photo: 'taken' } as const
    allowed(await completeRepair(asking(worker), completionInput(await seenRepair(world, reported), done)))
    const error = { ...(await seenRepair(world, reported)), reason: 'twice' } as const
    allowed(await markRepairInError(asking(worker, TUESDAY), error))
    expect(await clockOfRepair(world, reported.repairId)).toMatchObject({ state: 'cancelled', kept_at: null })
    const [next] = await world.admin`select next_due_at from case_file where case_id = ${reported.caseId}`
    expect(next?.next_due_at).toEqual(at('2026-11-25T23:59:59.999Z'))
    const again = { ...(await seenRepair(world, reported)), reason: 'twice' } as const
    expect(await markRepairInError(asking(worker, TUESDAY), again)).toMatchObject({
      refusal: { kind: 'already-marked' },
    })
  })
})

describe('who is on the way', () => {
  it('G8: no one comes to a client who prefers not, and without asking only for a reason', async () => {
    const seen = await seenRepair(world, await reportedRepair(worker))
    const assign = (given: Partial<ReturnType<typeof assignmentInput>>) =>
      assignRepair(asking(worker, TUESDAY), assignmentInput(seen, given))
    expect(await assign({ clientWish: 'prefers_not' })).toMatchObject({ refusal: { kind: 'client-prefers-not' } })
    expect(await assign({ clientWish: 'not_asked' })).toMatchObject({ refusal: { kind: 'client-wish-reason-missing' } })
    allowed(await assign({ clientWish: 'not_asked', clientWishReason: 'It is a public wall' }))
    expect(await rowOf(seen.repairId)).toMatchObject({
      assigned_to: 'Quayside Locksmiths',
      client_wish: 'not_asked',
      client_wish_reason: 'It is a public wall',
    })
    expect(await clockOfRepair(world, seen.repairId)).toMatchObject({ state: 'running' })
  })
})
