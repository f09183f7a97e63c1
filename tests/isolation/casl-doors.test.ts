import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { permissionsOf } from '../../app/access/ability.ts'
import { partners } from '../support/referrals.ts'
import { asking, openWorld } from '../support/world.ts'
import { caseworkDoors } from './doors/casework-doors.ts'
import { answerOf, barred, type Doors } from './doors/door.ts'
import { evidenceDoors } from './doors/evidence-doors.ts'
import { intakeDoors } from './doors/intake-doors.ts'
import { interviewDoors } from './doors/interview-doors.ts'
import { mapDoors } from './doors/map-doors.ts'
import { optionDoors } from './doors/option-doors.ts'
import { paperDoors } from './doors/paper-doors.ts'
import { partnershipDoors } from './doors/partnership-doors.ts'
import { planDoors } from './doors/plan-doors.ts'
import { recipientDoors } from './doors/recipient-doors.ts'
import { repairDoors } from './doors/repair-doors.ts'
import { riskDoors } from './doors/risk-doors.ts'
import { senderDoors } from './doors/sender-doors.ts'

const world = await openWorld()
const parties = await partners(world)
const doors: Doors = {
  ...(await caseworkDoors(world, parties)),
  ...intakeDoors(world, parties),
  ...repairDoors(world, parties),
  ...riskDoors(parties),
  ...senderDoors(parties),
  ...optionDoors(parties),
  ...paperDoors(world, parties),
  ...planDoors(parties),
  ...(await recipientDoors(world, parties)),
  ...(await partnershipDoors(world, parties)),
  ...(await mapDoors(world, parties)),
  ...interviewDoors(world, parties),
  ...evidenceDoors(world, parties),
}

const LINES = Object.entries(doors).map(([use, door]) => ({ use, ...door }))
/** What a page says to who may not. Anything else would be a refusal for another reason. */
const MAY_NOT = ['not-found', 'not-allowed', 'not-a-manager']

describe('without its rule in CASL alone a use case refuses, with it the same input succeeds', () => {
  test.each(LINES)('$use: $verb of $table', async (door) => {
    const act = await door.arrange()
    const actor = barred(door)
    expect(permissionsOf(actor).mayEver(door.verb, door.table)).toBe(true)
    const refused = await answerOf(act({ ...asking(door.by), actor }))
    expect(MAY_NOT).toContain(refused)
    expect(await answerOf(act(asking(door.by)))).toBe('done')
  })
})

/** A form that is done once, a move of a referral, a paper or a draft that is kept; or a write that asks CASL. */
const HAS_A_DOOR = /\b(?:writeOnce|makeMove|keepDocument|saveDraft)(?:<[^()]*>)?\(\s*(?:asking|acting|tx)\b/
const WRITES = /\btx\s*\.(?:update|insert|delete)\(/
const ASKS_CASL = /\b(?:ifMay|mayInsert|permissionsOf)\(/

/** Files that look like a use case and are none, or whose rule is not about a row of others; and why. */
const NO_DOOR: Record<string, string> = {
  'hotspots/imports/check-import': 'the person’s own draft, found and written by their own id',
  'referrals/decide/insert-referral': 'a part of decide-referral and send-referral',
  'referrals/moves/make-move': 'what each use case calls that is one move of a referral',
  'staff/choose-notifications': 'the person’s own row, found and written by their own id',
}

describe('every use case', () => {
  const ROOT = fileURLToPath(new URL('../../app/features/', import.meta.url))
  const found = globSync('**/*.server.ts', { cwd: ROOT })
    .filter((file) => !file.endsWith('.test.ts'))
    .filter((file) => {
      const text = readFileSync(ROOT + file, 'utf8')
      return HAS_A_DOOR.test(text) || (WRITES.test(text) && ASKS_CASL.test(text))
    })
    .map((file) => file.replace(/\.server\.ts$/, ''))

  test('has a line here, or a reason for having none', () => {
    expect(found.sort()).toEqual([...Object.keys(doors), ...Object.keys(NO_DOOR)].sort())
    expect(found.length).toBeGreaterThan(60)
  })

  test.each([
    "return writeOnce<null, Refusal>(asking, 'new', input, async (tx) => {",
    "return writeOnce(acting, 'new', input, (tx) => act(tx))",
    "const made = await writeOnce<ImportedIncidents, Undone>(\n    asking,\n    'new',",
    "return makeMove(asking, 'new', input, { move: 'receive', side: 'recipient' })",
  ])('is noticed when it has none: %s', (text) => {
    expect(HAS_A_DOOR.test(text)).toBe(true)
  })
})
