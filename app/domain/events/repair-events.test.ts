import { expect, it } from 'vitest'
import { eventWords } from '../../../tests/support/event-words.ts'
import { listNotificationsAfter } from './event-table.ts'

const REPAIR = { repairId: 'r', repairKind: 'repair' } as const
const GRAFFITI = { repairId: 'r', repairKind: 'graffiti' } as const
const AT = '2026-11-23T09:00:00Z'

it.each([
  [eventWords('repair-reported', { repairId: 'r', reportedAt: AT }), 'Emergency repair reported'],
  [
    eventWords('graffiti-reported', { graffitiId: 'r', reportedAt: AT, backdated: true }),
    'Offensive graffiti reported | Recorded later than it was reported.',
  ],
  [eventWords('repair-completed', { repairId: 'r', completedAt: AT }), 'Emergency repair: made safe'],
  [
    eventWords('graffiti-removed', { graffitiId: 'r', removedAt: AT, result: 'covered' }),
    'Offensive graffiti: covered',
  ],
  [
    eventWords('repair-assigned', { ...REPAIR, expectedAt: AT, wish: 'agreed' }),
    'Someone is on the way: emergency repair | Expected Monday 23 November 2026 at 09:00.',
  ],
  [eventWords('repair-photo-answered', { ...GRAFFITI, photo: 'taken' }), 'Photo taken: offensive graffiti'],
  [
    eventWords('repair-photo-answered', { ...GRAFFITI, photo: 'not_taken', reason: 'not_safe' }),
    'No photo: offensive graffiti | Taking a photo was not safe.',
  ],
  [
    eventWords('repair-excepted', { ...REPAIR, reason: 'access_refused' }),
    'Exception from 24 hours: emergency repair | Access was refused.',
  ],
  [
    eventWords('repair-reopened', { ...REPAIR, was: 'done', reason: 'not_done' }),
    'Completion marked as wrong: emergency repair | The work is not done. The 24 hours run as before.',
  ],
  [
    eventWords('repair-entered-in-error', { ...GRAFFITI, reason: 'twice' }),
    'Entered in error: offensive graffiti | It was reported twice.',
  ],
])('the timeline says of repairs and graffiti: %s', (words, expected) => {
  expect(words).toBe(expected)
})

it('R8a R8b: managers are notified of an exception at once, but not the person who recorded it', () => {
  const event = { kind: 'repair-excepted', data: { ...REPAIR, reason: 'not_ours' } } as const
  const by = { agencyId: 'a', actorId: 's', actorRole: 'case_worker' } as const
  const file = { caseId: 'c', reference: 'HB-4F7K', caseWorkerId: 's' }
  expect(listNotificationsAfter({ ...event, ...by }, { file })).toEqual([
    {
      agencyId: 'a',
      kind: 'repair-excepted',
      subjectId: 'c',
      reference: 'HB-4F7K',
      to: { staffIds: [], managers: true },
      except: 's',
    },
  ])
})
