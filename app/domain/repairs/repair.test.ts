import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaseEvent } from '../cases/case-event.ts'
import type { Clock } from '../standards/clock.ts'
import { clocksAfter } from '../standards/clock-changes.ts'
import { BANK_HOLIDAYS } from '../time/bank-holidays.ts'
import { decideCompletion, repairDueAt, repairState } from './repair.ts'
import { REPAIR_KINDS, REPAIR_RESULTS, type RepairKind, resultsOf } from './repair-kind.ts'

const HOUR = 3_600_000
const NEVER = { assignedAt: null, completedAt: null, exceptedAt: null, errorAt: null }
const kinds = fc.constantFrom<RepairKind>('repair', 'graffiti')
/** Any instant of 2026 to 2029, nights, weekends, holidays and changes of the clocks among them. */
const instants = fc.date({
  min: new Date('2026-01-01T00:00:00Z'),
  max: new Date('2029-12-31T00:00:00Z'),
  noInvalidDate: true,
})

function eventsOf(kind: RepairKind, reportedAt: Date, completedAt: Date): [CaseEvent, CaseEvent] {
  const [reported, ended] = [reportedAt.toISOString(), completedAt.toISOString()]
  return kind === 'repair'
    ? [
        { kind: 'repair-reported', data: { repairId: 'r', reportedAt: reported } },
        { kind: 'repair-completed', data: { repairId: 'r', completedAt: ended } },
      ]
    : [
        { kind: 'graffiti-reported', data: { graffitiId: 'r', reportedAt: reported } },
        { kind: 'graffiti-removed', data: { graffitiId: 'r', removedAt: ended } },
      ]
}

function clocks(event: CaseEvent, before: Clock[], now: Date): Clock[] {
  const changes = clocksAfter(event, {
    caseId: 'c',
    clocks: before,
    agencyInvestigates: false,
    calendar: BANK_HOLIDAYS,
    now,
  })
  const changed = before.map((clock) => ({
    ...clock,
    ...changes.changed.find(({ clockId }) => clockId === clock.clockId)?.set,
  }))
  return [...changed, ...changes.started.map((clock) => ({ ...clock, clockId: 'new' }))]
}

describe('the 24 hours of a repair or of graffiti', () => {
  it('R8a R8b: are 24 elapsed hours from any instant, and are kept exactly if the work ends by then', () => {
    fc.assert(
      fc.property(kinds, instants, fc.integer({ min: 0, max: 48 * 60 }), (kind, reportedAt, minutes) => {
        const completedAt = new Date(reportedAt.getTime() + minutes * 60_000)
        const [reported, ended] = eventsOf(kind, reportedAt, completedAt)
        const [clock] = clocks(ended, clocks(reported, [], reportedAt), completedAt)
        expect(clock?.dueAt.getTime()).toBe(reportedAt.getTime() + 24 * HOUR)
        expect(clock?.dueAt).toEqual(repairDueAt(kind, reportedAt))
        expect(clock?.clause).toBe(REPAIR_KINDS[kind].clause)
        expect(clock?.state).toBe(minutes <= 24 * 60 ? 'met' : 'met_late')
      }),
    )
  })

  it.each([
    { was: 'done', data: { was: 'done', reason: 'wrong_time' } },
    { was: 'excepted', data: { was: 'excepted', reason: 'exception_over' } },
  ] as const)('R8a R8b: a wrong end ($was) gives back the same clock', ({ was, data }) => {
    fc.assert(
      fc.property(kinds, instants, fc.integer({ min: 0, max: 3 * 1440 }), (kind, reportedAt, minutes) => {
        const endedAt = new Date(reportedAt.getTime() + minutes * 60_000)
        const [reported, completed] = eventsOf(kind, reportedAt, endedAt)
        const before = clocks(reported, [], reportedAt)
        const of = { repairId: 'r', repairKind: kind }
        const end: CaseEvent =
          was === 'done' ? completed : { kind: 'repair-excepted', data: { ...of, reason: 'police_scene' } }
        const ended = clocks(end, before, endedAt)
        expect(ended).not.toEqual(before)
        expect(clocks({ kind: 'repair-reopened', data: { ...of, ...data } }, ended, endedAt)).toEqual(before)
      }),
    )
  })

  it('R8a: work done after an exception leaves the exception, and reopening it does too', () => {
    const at = new Date('2026-11-23T09:00:00Z')
    const [reported, completed] = eventsOf('repair', at, new Date('2026-11-25T09:00:00Z'))
    const of = { repairId: 'r', repairKind: 'repair' as const }
    const excepted = clocks(
      { kind: 'repair-excepted', data: { ...of, reason: 'not_ours' } },
      clocks(reported, [], at),
      at,
    )
    expect(clocks(completed, excepted, at)).toEqual(excepted)
    const reopened = { kind: 'repair-reopened', data: { ...of, was: 'done', reason: 'not_done' } } as const
    expect(clocks(reopened, excepted, at)).toEqual(excepted)
  })
})

describe('the end of the work', () => {
  const reportedAt = new Date('2026-11-23T09:00:00Z')
  const now = new Date('2026-11-23T18:00:00Z')
  const wall = { ...NEVER, kind: 'graffiti', reportedAt, photo: '', noPhotoReason: '' } as const
  const removal = { completedAt: now, result: 'removed', photo: '', noPhotoReason: '' } as const

  it.each([
    { why: 'no one said whether there is a photo', photo: '', noPhotoReason: '', kind: 'photo-unanswered' },
    { why: 'there is none, without a reason', photo: 'not_taken', noPhotoReason: '', kind: 'no-photo-reason-missing' },
  ] as const)('R8b: graffiti is not removed when $why', ({ kind, why: _, ...photo }) => {
    expect(decideCompletion(wall, { ...removal, ...photo }, now)).toEqual({ ok: false, refusal: { kind } })
  })

  it('R8b: a photo that was answered before needs no second answer', () => {
    expect(decideCompletion({ ...wall, photo: 'taken' }, removal, now)).toMatchObject({ ok: true })
    const none = { photo: 'not_taken', noPhotoReason: 'gone' } as const
    expect(decideCompletion({ ...wall, ...none }, removal, now)).toEqual({ ok: true, value: none })
  })

  it('R8a: a repair needs no photo', () => {
    const door = { ...wall, kind: 'repair' } as const
    expect(decideCompletion(door, { ...removal, result: 'made_safe' }, now).ok).toBe(true)
  })

  it.each([
    { kind: 'completed-in-the-future', completedAt: new Date('2026-11-23T18:00:01Z') },
    { kind: 'completed-before-reported', completedAt: new Date('2026-11-23T08:59:59Z') },
  ])('is refused at a time that cannot be: $kind', ({ kind, completedAt }) => {
    const answer = decideCompletion({ ...wall, photo: 'taken' }, { ...removal, completedAt }, now)
    expect(answer).toEqual({ ok: false, refusal: { kind } })
  })

  it('has a result of its own kind', () => {
    expect(Object.keys(REPAIR_RESULTS)).toEqual([...resultsOf('repair'), ...resultsOf('graffiti')])
    const repaired = { ...removal, result: 'repaired' } as const
    expect(decideCompletion({ ...wall, photo: 'taken' }, repaired, now)).toMatchObject({
      refusal: { kind: 'result-of-other-kind' },
    })
  })

  it('is recorded once, and never for what was entered in error', () => {
    const ended = { repair: { ...wall, completedAt: now }, state: 'done' }
    const wrong = { repair: { ...wall, errorAt: now }, state: 'in_error' }
    for (const { repair, state } of [ended, wrong]) {
      expect(repairState(repair)).toBe(state)
      expect(decideCompletion(repair, removal, now)).toEqual({ ok: false, refusal: { kind: 'repair-ended', state } })
    }
  })
})
