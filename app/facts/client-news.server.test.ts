import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { asActor } from '../../db/as-actor.ts'
import { referral } from '../../db/schema/referral.ts'
import { referralRows } from '../../tests/support/referral-rows.ts'
import { partners } from '../../tests/support/referrals.ts'
import { MONDAY_MORNING, openWorld } from '../../tests/support/world.ts'
import { owesNews } from '../domain/referrals/client-news.ts'
import { owesNewsSql } from './client-news.server.ts'

const world = await openWorld()
const { sender, recipient, worker } = await partners(world)

const instant = fc.option(
  fc.integer({ min: 0, max: 3 }).map((hours) => new Date(MONDAY_MORNING.getTime() + hours * 3_600_000)),
)
const news = fc.sample(fc.record({ newsAt: instant, clientToldAt: instant }), { numRuns: 120, seed: 20_261_123 })

it('the client is owed news by the rule and by its SQL alike, on random rows', async () => {
  const ids = await referralRows(world, { from: sender, to: recipient, state: 'declined' }, news.length)
  for (const [at, { newsAt, clientToldAt }] of news.entries())
    await world.admin`update referral set news_at = ${newsAt}, client_told_at = ${clientToldAt}
      where referral_id = ${ids[at] as string}`
  const [rows, owedByAlias] = await asActor(worker.actor, (tx) => {
    const { referralId, newsAt, clientToldAt } = referral
    return Promise.all([
      tx.select({ referralId, newsAt, clientToldAt, owed: owesNewsSql() }).from(referral),
      tx.execute<{ id: string }>(sql`select r.referral_id as id from referral r where ${owesNewsSql('r')}`),
    ])
  })
  expect(rows).toHaveLength(news.length)
  expect(rows.filter((row) => row.owed !== owesNews(row))).toEqual([])
  const owed = rows.filter((row) => row.owed).map(({ referralId }) => referralId)
  expect(owedByAlias.map(({ id }) => id).toSorted()).toEqual(owed.toSorted())
  expect(Math.min(owed.length, rows.length - owed.length)).toBeGreaterThan(20)
})
