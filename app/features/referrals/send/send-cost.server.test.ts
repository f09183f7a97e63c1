import { describe, expect, it } from 'vitest'
import { closePool, openPool } from '../../../../db/as-actor.ts'
import { contextKey } from '../../../../db/derived-secrets.ts'
import { allowed } from '../../../../tests/support/cases.ts'
import { partners, recordedConsent, referableCase, sendInput } from '../../../../tests/support/referrals.ts'
import { asking, openWorld } from '../../../../tests/support/world.ts'
import { sendReferral } from './send-referral.server.ts'

const world = await openWorld()
const parties = await partners(world)

const statements: string[] = []
let roundTrips = 0
let isSameTurn = false

/**
 * An answer can only come with a turn of the event loop: what the driver is given within one turn leaves together, and
 * what it is given in a later one has waited.
 */
function countStatement(text: string) {
  statements.push(text)
  if (isSameTurn) return
  roundTrips += 1
  isSameTurn = true
  setImmediate(() => {
    isSameTurn = false
  })
}

// One connection, so that what the first referral has prepared stays prepared for the others.
await closePool()
openPool({
  url: world.database.appUrl,
  contextKey: contextKey(world.database.secret),
  max: 1,
  onStatement: countStatement,
})

async function send() {
  const { caseId } = await referableCase(parties)
  await recordedConsent(parties, caseId)
  statements.length = 0
  roundTrips = 0
  allowed(await sendReferral(asking(parties.worker), sendInput(parties, caseId)))
  return { statements: [...statements], roundTrips }
}

const first = await send()
const cost = await send()

describe('what sending a referral costs', () => {
  it('is at most 18 statements in at most 8 round trips, from begin to commit', () => {
    expect(cost.statements.length, cost.statements.join('\n')).toBeLessThanOrEqual(18)
    expect(cost.roundTrips).toBeLessThanOrEqual(8)
  })

  it('needs no statement that is not prepared already: a new text costs a round trip more', () => {
    expect(cost.statements.filter((text) => !first.statements.includes(text))).toEqual([])
  })

  it('holds the case before anything else of it is read, and moves its clocks before the log', () => {
    const at = (part: RegExp) => cost.statements.findIndex((text) => part.test(text))
    const held = at(/from "case_file" .* for update$/)
    expect(held).toBeGreaterThan(0)
    for (const read of [/from "client"/, /from "clock"/, /from "consent"/, /from "referral_origin"/])
      expect(at(read), String(read)).toBeGreaterThan(held)
    expect(at(/app\.append_event/)).toBeGreaterThan(at(/insert into "clock"/))
  })

  it('writes no row twice but the form’s own, whose answer is known only when the work is done', () => {
    expect(cost.statements.flatMap((text) => text.match(/update "(\w+)" set/)?.[1] ?? [])).toEqual(['idempotency'])
  })
})
