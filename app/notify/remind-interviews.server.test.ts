import { beforeEach, expect, it } from 'vitest'
import { appointmentInput, arrangedInterview, INTERVIEW_AT } from '../../tests/support/casework/interviews.ts'
import { openPost } from '../../tests/support/post.ts'
import { asking, openWorld } from '../../tests/support/world.ts'
import { systemOf } from '../domain/partnership/actor.ts'
import { cancelInterview } from '../features/interview/arrange/cancel-interview.server.ts'
import { changeInterview } from '../features/interview/arrange/change-interview.server.ts'
import { remindInterviews } from './remind-interviews.server.ts'

const world = await openWorld({ login: 'worker' })
const { post, sink } = await openPost()
const housing = await world.agency()
const [sam, ada] = [await world.staff(housing), await world.staff(housing, 'manager')]

beforeEach(() => {
  sink.mails.splice(0)
})

const remind = (at: string) => remindInterviews(post, { actor: systemOf(housing.agencyId), now: new Date(at) })
const told = () =>
  sink.mails
    .splice(0)
    .map(({ to }) => to.join())
    .sort()

it('R5: the case worker is reminded once, from half past eight of the day before, of an interview that is arranged', async () => {
  await arrangedInterview(sam)
  const cancelled = await arrangedInterview(sam)
  await cancelInterview(asking(sam), { ...cancelled, reason: 'not_safe' })
  expect(await remind('2026-11-25T08:29:00Z')).toBe(0)
  const many = await Promise.all(Array.from({ length: 4 }, () => remind('2026-11-25T08:30:00Z')))
  expect(many.reduce((sum, one) => sum + one, 0)).toBe(1)
  const [mail] = sink.mails
  expect(mail?.raw).not.toMatch(/Client|home|Interview with/i)
  expect(told()).toEqual([sam.email])
  expect(await remind('2026-11-25T12:00:00Z')).toBe(0)
})

it('is sent again when the interview moved, and to the managers where nobody has the case', async () => {
  const key = await arrangedInterview(sam, { appointment: { startsAt: INTERVIEW_AT } })
  await remind('2026-11-25T09:00:00Z')
  expect(told()).toEqual([sam.email])
  const moved = appointmentInput({ startsAt: new Date('2026-11-27T10:00:00Z') })
  await changeInterview(asking(sam), { ...key, ...moved, reason: 'client_asked', seenVersion: '1' })
  await world.admin`update case_file set case_worker_id = null where case_id = ${key.caseId}`
  expect(await remind('2026-11-26T09:00:00Z')).toBe(1)
  expect(told()).toEqual([ada.email])
})
