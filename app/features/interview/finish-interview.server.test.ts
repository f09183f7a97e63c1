import { describe, expect, it } from 'vitest'
import { asActor } from '../../../db/as-actor.ts'
import { allowed } from '../../../tests/support/cases.ts'
import { answerAll, arrangedInterview, sectionInput } from '../../../tests/support/casework/interviews.ts'
import { asking, MONDAY_MORNING, openWorld } from '../../../tests/support/world.ts'
import { INTERVIEW_GAPS } from '../../domain/interview/interview-gaps.ts'
import { readInterviewGaps } from '../../facts/casework/interview-gaps.server.ts'
import { finishInterview } from './finish-interview.server.ts'
import { readSection } from './sections/read-section.server.ts'
import { saveSection } from './sections/save-section.server.ts'

const world = await openWorld()
const worker = await world.staff(await world.agency())
const stranger = await world.staff(await world.agency())

type Key = { caseId: string; interviewId: string }
const finish = (key: Key, by = worker, given: { heldAt?: Date | null; seenVersion?: string } = {}) =>
  finishInterview(asking(by), { ...key, heldAt: MONDAY_MORNING, seenVersion: '1', ...given })

describe('an interview is finished', () => {
  it.each(['process', 'risk', 'support', 'options', 'support_pack'] as const)(
    'only with %s, also by a direct POST: it is refused by name',
    async (missing) => {
      const key = await arrangedInterview(worker)
      await answerAll(worker, key, [missing])
      expect(await finish(key)).toEqual({ ok: false, refusal: { kind: 'interview-incomplete', gaps: [missing] } })
      expect(Object.keys(INTERVIEW_GAPS)).toContain(missing)
      const [row] = await world.admin`select state, held_at from interview where interview_id = ${key.interviewId}`
      expect(row).toEqual({ state: 'arranged', held_at: null })
    },
  )

  it('G5, G6: only with each need met, or gone without for a reason', async () => {
    const key = await arrangedInterview(worker, { interpreterNeeded: true })
    await answerAll(worker, key)
    expect(await finish(key)).toMatchObject({ refusal: { gaps: ['needs'] } })
    const known = await asActor(worker.actor, (tx) => readInterviewGaps(tx, worker.actor, key.caseId, key.interviewId))
    expect(known).toMatchObject({ gaps: ['needs'], interview: { openNeeds: ['interpreter'] } })
    const { seenVersion } = await seen(key)
    allowed(
      await saveSection(asking(worker), sectionInput(key, 'needs', { need_interpreter: 'own_supporter' }, seenVersion)),
    )
    expect(await finish(key)).toEqual({ ok: true, value: null })
  })

  it('with all of it, once, and then nobody can change it', async () => {
    const key = await arrangedInterview(worker)
    await answerAll(worker, key)
    expect(await finish(key, stranger)).toMatchObject({ refusal: { kind: 'not-found' } })
    expect(await finish(key, worker, { heldAt: null })).toMatchObject({ refusal: { kind: 'held-at-missing' } })
    expect(await finish(key, worker, { seenVersion: '0' })).toMatchObject({
      refusal: { kind: 'interview-changed-since' },
    })
    expect(await finish(key)).toEqual({ ok: true, value: null })
    expect(await finish(key, worker, { seenVersion: '2' })).toMatchObject({ refusal: { kind: 'interview-over' } })
    const late = await saveSection(asking(worker), sectionInput(key, 'account', { what: 'More' }))
    expect(late).toMatchObject({ refusal: { kind: 'interview-over' } })
    const events =
      await world.admin`select data from case_event where case_id = ${key.caseId} and kind = 'interview-held'`
    expect(events).toEqual([{ data: { interviewId: key.interviewId, heldAt: MONDAY_MORNING.toISOString() } }])
  })

  it('at a time between the report and now', async () => {
    const key = await arrangedInterview(worker)
    await answerAll(worker, key)
    const at = (minutes: number) => new Date(MONDAY_MORNING.getTime() + minutes * 60_000)
    expect(await finish(key, worker, { heldAt: at(-366 * 24 * 60) })).toMatchObject({
      refusal: { kind: 'held-before-report' },
    })
    expect(await finish(key, worker, { heldAt: at(1) })).toMatchObject({ refusal: { kind: 'held-in-the-future' } })
  })

  it('R7, I1: what was explained and discussed at the first interview counts for the next', async () => {
    const first = await arrangedInterview(worker)
    await answerAll(worker, first)
    allowed(await finish(first))
    const second = await arrangedInterview(worker, { caseId: first.caseId })
    expect(await finish(second)).toEqual({ ok: true, value: null })
  })
})

async function seen(key: Key) {
  const page = await asActor(worker.actor, (tx) =>
    readSection(tx, { actor: worker.actor, now: MONDAY_MORNING }, key, 'needs'),
  )
  if (!page) throw new Error('The interview is not there.')
  return page
}
