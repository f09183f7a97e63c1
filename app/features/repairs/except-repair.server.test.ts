import { describe, expect, it } from 'vitest'
import { allocatedCase, allowed } from '../../../tests/support/cases.ts'
import { clockOfRepair, completionInput, reportedRepair, seenRepair } from '../../../tests/support/casework/repairs.ts'
import { openPost } from '../../../tests/support/post.ts'
import { asking, openWorld } from '../../../tests/support/world.ts'
import { systemOf } from '../../domain/partnership/actor.ts'
import { REPAIR_EXCEPTIONS, type RepairException } from '../../domain/repairs/repair-reason.ts'
import { watchDeadlines } from '../../notify/watch-deadlines.server.ts'
import { completeRepair } from './complete-repair.server.ts'
import { exceptRepair } from './except-repair.server.ts'
import { reopenRepair } from './reopen-repair.server.ts'

const world = await openWorld({ login: 'worker' })
const { post, sink } = await openPost()
const harthill = await world.agency({ investigates: false })
const worker = await world.staff(harthill, 'case_worker', 'Sam')
const manager = await world.staff(harthill, 'manager', 'Ada')

const at = (iso: string) => new Date(iso)

describe('an exception from the 24 hours', () => {
  it.each(Object.keys(REPAIR_EXCEPTIONS) as RepairException[])(
    'R8a R8b: the case worker records it on site, and the clock says why: %s',
    async (reason) => {
      const reported = await reportedRepair(worker)
      const input = { ...(await seenRepair(world, reported)), reason, note: 'Said on site at 02:10' }
      allowed(await exceptRepair(asking(worker, at('2026-11-24T02:15:00Z')), input))
      expect(await clockOfRepair(world, reported.repairId)).toMatchObject({
        state: 'exception',
        reason: REPAIR_EXCEPTIONS[reason].label,
      })
      const again = { ...(await seenRepair(world, reported)), reason, note: 'Again' }
      expect(await exceptRepair(asking(worker), again)).toMatchObject({ refusal: { kind: 'repair-ended' } })
    },
  )

  it('R8a: a manager ends it, and the clock is overdue as it would have been', async () => {
    const reported = await reportedRepair(worker)
    const input = { ...(await seenRepair(world, reported)), reason: 'not_ours', note: 'The owner refuses' } as const
    allowed(await exceptRepair(asking(worker, at('2026-11-23T12:00:00Z')), input))
    const reopening = { ...(await seenRepair(world, reported)), reason: 'exception_over' } as const
    allowed(await reopenRepair(asking(manager, at('2026-11-25T09:00:00Z')), reopening))
    expect(await clockOfRepair(world, reported.repairId)).toMatchObject({
      state: 'running',
      due_at: at('2026-11-24T09:00:00Z'),
      reason: '',
    })
  })

  it('R8a: work that is done after it is recorded, and the exception stays', async () => {
    const reported = await reportedRepair(worker)
    const input = { ...(await seenRepair(world, reported)), reason: 'police_scene', note: 'Cordon' } as const
    allowed(await exceptRepair(asking(worker, at('2026-11-23T12:00:00Z')), input))
    const later = at('2026-11-26T12:00:00Z')
    allowed(await completeRepair(asking(worker, later), completionInput(await seenRepair(world, reported))))
    expect(await clockOfRepair(world, reported.repairId)).toMatchObject({ state: 'exception' })
    const [row] = await world.admin`select completed_at, exception_reason from repair
      where repair_id = ${reported.repairId}`
    expect(row).toEqual({ completed_at: later, exception_reason: 'police_scene' })
  })
})

describe('the local prompts of the 24 hours', () => {
  const watch = (when: string) => watchDeadlines(post, { actor: systemOf(harthill.agencyId), now: at(when) })
  const told = () => sink.mails.splice(0).flatMap(({ to }) => to)

  it.each(['repair', 'graffiti'] as const)(
    'R8a R8b: %s tells the case worker after 12 hours, the managers after 20 and at 24, also at night',
    async (kind) => {
      await world.admin`update clock set state = 'met' where agency_id = ${harthill.agencyId}`
      told()
      const friday = at('2027-03-26T18:30:00Z')
      const { caseId } = await allocatedCase(worker, { now: friday })
      await world.admin`update clock set state = 'met' where case_id = ${caseId}`
      await reportedRepair(worker, { now: friday, caseId, kind })
      expect(await watch('2027-03-27T06:29:00Z')).toBe(0)
      expect(await watch('2027-03-27T06:30:00Z')).toBe(1)
      expect(told()).toEqual([worker.email])
      expect(await watch('2027-03-27T14:30:00Z')).toBe(1)
      expect(told()).toEqual([manager.email])
      expect(await watch('2027-03-27T18:30:00Z')).toBe(0)
      expect(await watch('2027-03-27T18:30:01Z')).toBe(1)
      expect(told()).toEqual([manager.email])
      expect(await watch('2027-03-28T18:30:00Z')).toBe(0)
    },
  )
})
