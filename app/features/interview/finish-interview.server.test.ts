import { sql } from 'drizzle-orm'
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
const harthill = await world.agency()
const worker = await world.staff(harthill)
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

describe('the database itself', () => {
  const write = (by: typeof worker, statement: ReturnType<typeof sql>) =>
    asActor(by.actor, (tx) => tx.execute(statement)).then(
      () => 'written',
      (error: { cause?: { code?: string } }) => error.cause?.code,
    )

  it('keeps an interview that is over as it is', async () => {
    const key = await arrangedInterview(worker)
    await answerAll(worker, key)
    allowed(await finish(key))
    const undone = sql`update interview set state = 'arranged', held_at = null where interview_id = ${key.interviewId}`
    expect(await write(worker, undone)).toBe('42501')
  })

  it('refuses a section or an interview in the name of someone else, and one in another case', async () => {
    const [key, other] = [await arrangedInterview(worker), await arrangedInterview(worker)]
    const { agencyId, staffId } = worker.actor
    const colleagueId = (await world.staff(harthill)).actor.staffId
    const section = (caseId: string, savedBy: string) =>
      sql`insert into interview_section (agency_id, case_id, interview_id, section, answers, version, saved_by, saved_at)
        values (${agencyId}, ${caseId}, ${key.interviewId}, 'process', '{}', 1, ${savedBy}, now())`
    expect(await write(worker, section(key.caseId, colleagueId))).toBe('42501')
    expect(await write(worker, section(other.caseId, staffId))).toBe('23503')
    expect(await write(worker, section(key.caseId, staffId))).toBe('written')
    const forged = sql`update interview_section set saved_by = ${colleagueId} where interview_id = ${key.interviewId}`
    expect(await write(worker, forged)).toBe('42501')
  })
})
