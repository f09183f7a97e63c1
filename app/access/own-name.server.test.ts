import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, test } from 'vitest'
import { asActor } from '../../db/as-actor.ts'
import { openWorld } from '../../tests/support/world.ts'
import { type Actor, NOBODY, systemOf } from '../domain/partnership/actor.ts'
import { ownName, ownNameAndAgency } from './own-name.server.ts'

const world = await openWorld()
const harthill = await world.agency({ name: 'Harthill Bridge Homes' })
const { actor, name } = await world.staff(harthill, 'coordinator', 'Sam Okafor')
const operator: Actor = { ...actor, staffId: NOBODY, role: 'administrator' }

const both = (who: Actor) =>
  asActor(who, async (tx) => ({ alone: await ownName(tx, who), withAgency: await ownNameAndAgency(tx, who) }))

describe('the name of who acts', () => {
  it.each([
    { who: actor, alone: name, withAgency: 'Sam Okafor, Harthill Bridge Homes', why: 'a member of staff' },
    {
      who: systemOf(harthill.agencyId),
      alone: 'Accord',
      withAgency: 'Accord, Harthill Bridge Homes',
      why: 'the portal',
    },
    { who: operator, alone: '', withAgency: 'The operator, Harthill Bridge Homes', why: 'the operator in an agency' },
    { who: { ...operator, agencyId: NOBODY }, alone: '', withAgency: 'The operator', why: 'the operator without one' },
  ])('is that of $why', async ({ who, alone, withAgency }) => {
    expect(await both(who)).toEqual({ alone, withAgency })
  })
})

const ROOT = fileURLToPath(new URL('../', import.meta.url))
/** One statement that reads the name of one member of staff by their id. */
const READS_A_NAME =
  /\bstaff\.name\b(?:(?!\n\n)[\s\S]){0,300}staff\.staffId(?:, |\} = \$\{)(?:(?:\w+\.)?actor\.)?staffId\b/

/** Besides this file, and whose name it is: never that of who acts. */
const OTHERS_NAMES: Record<string, string> = {
  'features/referrals/inbox/read-received.server.ts': 'the colleague who works on the referral',
  'features/referrals/sent/read-sent-parts.server.ts': 'the colleague who sent the referral',
  'features/sign-in/accept-invitation.server.ts': 'who was invited, before they can act',
}

test('the name of who acts is read in one file', () => {
  const found = globSync('**/*.{ts,tsx}', { cwd: ROOT })
    .filter((file) => !file.includes('.test.') && READS_A_NAME.test(readFileSync(ROOT + file, 'utf8')))
    .sort()
  expect(found).toEqual(['access/own-name.server.ts', ...Object.keys(OTHERS_NAMES)])
})

test.each([
  '.select({ name: staff.name }).from(staff).where(and(eq(staff.agencyId, agencyId), eq(staff.staffId, staffId)))',
  '.select({ name: staff.name })\n    .from(staff)\n    .where(eq(staff.staffId, asking.actor.staffId))',
  ['sql`select $', '{staff.name} from $', '{staff} where $', '{staff.staffId} = $', '{actor.staffId}`'].join(''),
])('another way to read it is noticed: %s', (text) => {
  expect(READS_A_NAME.test(text)).toBe(true)
})
