import { expect, it } from 'vitest'
import { asking, openWorld } from '../../../tests/support/world.ts'
import { chooseNotifications, readNotificationChoices } from './choose-notifications.server.ts'

const world = await openWorld()
const harthill = await world.agency()
const sam = await world.staff(harthill)
const ada = await world.staff(harthill, 'manager')

it('starts with each kind’s own way and keeps what a person chooses, for them alone', async () => {
  expect(await readNotificationChoices(asking(sam))).toMatchObject({ 'referral-arrived': 'digest' })
  await chooseNotifications(asking(sam), { 'referral-arrived': 'never', 'referral-answered': 'digest' })
  await chooseNotifications(asking(sam), { 'referral-arrived': 'at_once' })
  expect(await readNotificationChoices(asking(sam))).toMatchObject({
    'referral-arrived': 'at_once',
    'referral-answered': 'digest',
  })
  expect(await readNotificationChoices(asking(ada))).toMatchObject({ 'referral-arrived': 'digest' })
})

it('offers a case worker no notification that is for managers only', async () => {
  await chooseNotifications(asking(sam), { 'case-unallocated': 'never' })
  expect(await readNotificationChoices(asking(sam))).not.toHaveProperty('case-unallocated')
  expect(await readNotificationChoices(asking(ada))).toHaveProperty('case-unallocated', 'at_once')
})
