import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Actor } from '../../app/domain/partnership/actor.ts'
import {
  MOVE_IDS,
  type MoveId,
  moveOf,
  type ReferralSide,
  type ReferralState,
} from '../../app/domain/referrals/referral.ts'
import { moveReferral } from '../../app/features/referrals/moves/move-referral.server.ts'
import { asActor } from '../../db/as-actor.ts'
import { referralRows, sentWhen } from '../support/referral-rows.ts'
import { partners } from '../support/referrals.ts'
import { MONDAY_MORNING as now, openWorld } from '../support/world.ts'

const world = await openWorld()
const { sender: from, recipient: to, worker, recipientWorker, recipientManager } = await partners(world)
const alternative = await world.agency({ name: 'Open Door Voices' })
const system: Actor = { agencyId: from.agencyId, staffId: randomUUID(), role: 'system' }

interface Racer {
  move: MoveId
  side: ReferralSide
  actor: Actor
}

const recipient = (move: MoveId): Racer => ({ move, side: 'recipient', actor: recipientWorker.actor })
const colleague = (move: MoveId): Racer => ({ move, side: 'recipient', actor: recipientManager.actor })
const sender = (move: MoveId): Racer => ({ move, side: 'sender', actor: worker.actor })
const portal = (move: MoveId): Racer => ({ move, side: 'system', actor: system })

interface Race {
  from: ReferralState
  one: Racer
  other: Racer
}

const RACES: (Race & { why: string })[] = [
  { from: 'received', one: recipient('accept'), other: sender('withdraw_for_client'), why: 'accept / withdraw' },
  { from: 'received', one: recipient('accept'), other: sender('stop'), why: 'accept / consent withdrawn' },
  { from: 'sent', one: recipient('accept'), other: colleague('decline'), why: 'accept / a colleague declines' },
  { from: 'sent', one: recipient('accept'), other: colleague('accept'), why: 'two people accept' },
  { from: 'received', one: recipient('decline'), other: sender('withdraw_for_agency'), why: 'decline / withdraw' },
  { from: 'received', one: sender('reroute'), other: recipient('accept'), why: 're-route / accept' },
  { from: 'received', one: sender('reroute'), other: recipient('decline'), why: 're-route / decline' },
  {
    from: 'in_progress',
    one: recipient('record_outcome'),
    other: sender('withdraw_for_client'),
    why: 'outcome / withdraw',
  },
  { from: 'sent', one: recipient('receive'), other: sender('withdraw_for_client'), why: 'receive / withdraw' },
  { from: 'received', one: portal('expire'), other: recipient('accept'), why: 'expire / accept' },
  { from: 'information_asked', one: sender('give_more'), other: recipient('decline'), why: 'answer / decline' },
  {
    from: 'outcome_recorded',
    one: recipient('close'),
    other: sender('enter_in_error'),
    why: 'close / entered in error',
  },
]

const TRIALS = 1000
const AT_ONCE = 5

/** Every move that one side and another, or two people of one side, can make from the same state. */
function everyRace(): Race[] {
  const racers = MOVE_IDS.filter((move) => moveOf(move).from.some(sentWhen)).flatMap((move) =>
    moveOf(move).sides.map((side) => ({ recipient, sender, system: portal })[side](move)),
  )
  return racers.flatMap((one, at) =>
    racers.slice(at).flatMap((other) => {
      const state = moveOf(one.move).from.find((each) => sentWhen(each) && moveOf(other.move).from.includes(each))
      return state ? [{ from: state, one, other }] : []
    }),
  )
}

function run(referralId: string, { move, side, actor }: Racer) {
  const [choice = ''] = Object.keys(moveOf(move).choices ?? {})
  const given = { reason: choice, outcome: choice, message: 'Words', suggestion: alternative.agencyId, newConsent: 'c' }
  return asActor(actor, (tx) => moveReferral(tx, { actor, now }, { referralId, move, side, details: given }))
}

async function pause(): Promise<void> {
  for (let turns = Math.floor(Math.random() * 12); turns > 0; turns -= 1) await new Promise(setImmediate)
}

/** Runs both moves on each referral at once; says which of the two succeeded. */
async function runRace(race: Race, referralIds: string[]) {
  const wins: [one: boolean, other: boolean][] = []
  const waiting = [...referralIds]
  const lane = async () => {
    for (let referralId = waiting.pop(); referralId; referralId = waiting.pop()) {
      const id = referralId
      const late = async (racer: Racer) => {
        await pause()
        return run(id, racer)
      }
      const [one, other] = await Promise.all([late(race.one), late(race.other)])
      wins.push([one.ok, other.ok])
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return wins
}

/** The second may still be possible after the first, as a withdrawal is after a receipt; then both may succeed. */
function canFollow(first: Racer, second: Racer): boolean {
  return moveOf(second.move).from.includes(moveOf(first.move).to)
}

/** Rows whose state, version, steps and events do not tell one and the same story. */
async function contradictions(referralIds: string[], start: ReferralState) {
  return world.admin`
    with told as (
      select r.referral_id, r.state, r.version,
        (select array_agg(s.from_state || '>' || s.to_state order by s.recorded_at) from referral_step s
          where s.from_agency_id = r.from_agency_id and s.referral_id = r.referral_id) as steps,
        (select array_agg(coalesce(e.data->>'to', 'entered_in_error') order by e.recorded_at, e.seq) from case_event e
          where e.agency_id in (r.from_agency_id, r.to_agency_id) and e.subject_id = r.referral_id) as events
      from referral r where r.referral_id in ${world.admin(referralIds)}
    )
    select * from told where not coalesce(
      version = 1 + cardinality(steps) and cardinality(events) = cardinality(steps)
      and split_part(steps[1], '>', 1) = ${start}
      and split_part(steps[cardinality(steps)], '>', 2) = state
      and (cardinality(steps) = 1 or split_part(steps[1], '>', 2) = split_part(steps[2], '>', 1))
      and state = any(events), false)`
}

async function proveRace(race: Race, trials: number) {
  const referralIds = await referralRows(world, { from, to, state: race.from, sentAt: now }, trials)
  const wins = await runRace(race, referralIds)
  const both = wins.filter(([one, other]) => one && other).length
  const none = wins.filter(([one, other]) => !one && !other).length
  const oneAfterOther = canFollow(race.one, race.other) || canFollow(race.other, race.one)
  expect({ doubleWins: oneAfterOther ? 0 : both, noWins: none }).toEqual({ doubleWins: 0, noWins: 0 })
  expect(await contradictions(referralIds, race.from)).toEqual([])
  return { both, one: wins.filter(([one]) => one).length, other: wins.filter(([, other]) => other).length }
}

describe('two moves at once', () => {
  it.each(RACES)(`$why: exactly one wins or the second follows, ${TRIALS} times`, async (race) => {
    const { one, other } = await proveRace(race, TRIALS)
    // Each has to win now and then, or the race was none.
    expect(Math.min(one, other)).toBeGreaterThan(TRIALS / 100)
  })

  it('every other pair that can meet keeps state, steps and events together', async () => {
    const races = everyRace()
    expect(races.length).toBeGreaterThan(80)
    for (const race of races) await proveRace(race, 5)
  })
})
