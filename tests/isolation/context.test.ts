import { createHmac, randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../app/domain/partnership/actor.ts'
import { asActor, closePool, openPool } from '../../db/as-actor.ts'
import { contextKey } from '../../db/derived-secrets.ts'
import { client } from '../../db/schema/case-file.ts'
import { generator } from '../../scripts/policy/proof-cases.ts'
import { insertSql, readColumns, wholeRow } from '../support/oracle-rows.ts'
import { testDatabase } from '../support/test-database.ts'

const POOL = 3

const database = await testDatabase()
const key = contextKey(database.secret)
const admin = postgres(database.adminUrl, { max: 1, onnotice: () => {} })
const application = postgres(database.appUrl, { max: 1, onnotice: () => {} })
openPool({ url: database.appUrl, contextKey: key, max: POOL })
afterAll(() => Promise.all([closePool(), admin.end(), application.end()]))

const actors: Actor[] = Array.from({ length: 8 }, () => ({
  agencyId: randomUUID(),
  staffId: randomUUID(),
  role: 'case_worker',
}))
const [sam, noor] = actors as [Actor, Actor]

beforeAll(async () => {
  const columns = (await readColumns(admin)).get('client') ?? []
  await admin.begin(async (tx) => {
    await tx.unsafe('set local session_replication_role = replica')
    for (const { agencyId } of actors)
      for (let made = 0; made < 5; made += 1)
        await tx.unsafe(insertSql('client', wholeRow(columns, { agency_id: agencyId })))
  })
})

function signed(context: string) {
  return createHmac('sha256', Buffer.from(key, 'hex')).update(context).digest('hex')
}

/** How many clients of another agency somebody sees who brings this context and this signature. */
function seenWith(context: string, signature: string) {
  return application.begin(async (tx) => {
    await tx`select set_config('app.ctx', ${context}, true), set_config('app.sig', ${signature}, true)`
    return (await tx`select 1 from client where agency_id = ${noor.agencyId}`).length
  })
}

describe('the context of a transaction', () => {
  const contextOf = ({ agencyId, staffId, role }: Actor, at = Date.now()) => `${agencyId}|${staffId}|${role}|${at}`

  test('is believed when it is signed and fresh', async () => {
    const context = contextOf(noor)
    expect(await seenWith(context, signed(context))).toBe(5)
  })

  test.each([
    { forge: () => [contextOf(noor), signed(contextOf(sam))], why: 'another agency under one’s own signature' },
    { forge: () => [contextOf({ ...noor, role: 'manager' }), signed(contextOf(noor))], why: 'another role' },
    { forge: () => [contextOf(noor), ''], why: 'no signature' },
    { forge: () => [contextOf(noor), signed(contextOf(noor)).slice(0, -1)], why: 'a shorter signature' },
    { forge: () => [`${contextOf(noor)} `, signed(contextOf(noor))], why: 'one character more' },
    { forge: () => ['nonsense', 'nonsense'], why: 'nonsense' },
    { forge: () => aged(-61_000), why: 'signed 61 seconds ago' },
    { forge: () => aged(61_000), why: 'signed 61 seconds from now' },
  ])('is refused: $why', async ({ forge }) => {
    const [context = '', signature = ''] = forge()
    await expect(seenWith(context, signature)).rejects.toMatchObject({ code: '42501' })
  })

  function aged(by: number) {
    const context = contextOf(noor, Date.now() + by)
    return [context, signed(context)]
  }

  test('without one there are no rows, and nothing can be written', async () => {
    expect(await application`select 1 from client`).toHaveLength(0)
    expect(await application`select 1 from staff`).toHaveLength(0)
    await expect(application`insert into setting (name, value) values ('mine', '{}')`).rejects.toMatchObject({
      code: '42501',
    })
  })

  test('ends with its transaction, on the same connection', async () => {
    const context = contextOf(noor)
    await seenWith(context, signed(context))
    expect(await application`select 1 from client`).toHaveLength(0)
    const failing = application.begin(async (tx) => {
      await tx`select set_config('app.ctx', ${context}, true), set_config('app.sig', ${signed(context)}, true)`
      await tx`select 1 / 0`
    })
    await expect(failing).rejects.toMatchObject({ code: '22012' })
    expect(await application`select 1 from client`).toHaveLength(0)
  })

  test('would be seen to outlive it: one set for the whole session does', async () => {
    const context = contextOf(noor)
    await application`select set_config('app.ctx', ${context}, false), set_config('app.sig', ${signed(context)}, false)`
    expect(await application`select 1 from client`).toHaveLength(5)
    await application`reset all`
    expect(await application`select 1 from client`).toHaveLength(0)
  })

  test('cannot be made by who can run any statement: the key is not to be read', async () => {
    await expect(application`select * from app.secret`).rejects.toMatchObject({ code: '42501' })
    await expect(application`set role portal_owner`).rejects.toMatchObject({ code: '42501' })
    await expect(
      application`set row_security = off`.then(() => application`select 1 from client`),
    ).rejects.toMatchObject({
      code: '42501',
    })
  })
})

const ENDINGS = ['commit', 'rolled back', 'statement timeout', 'failed statement'] as const
class RolledBack extends Error {}

/** One transaction of a request: reads, writes, and ends as requests end. Answers the agencies it saw. */
async function oneRequest(actor: Actor, ending: (typeof ENDINGS)[number]): Promise<string[]> {
  let seen: string[] = []
  const request = asActor(actor, async (tx) => {
    const rows = await tx.select({ agencyId: client.agencyId }).from(client)
    seen = rows.map(({ agencyId }) => agencyId)
    // In one order: two writers of an agency that met its rows in different orders would deadlock.
    await tx.select({ clientId: client.clientId }).from(client).orderBy(client.clientId).for('update')
    await tx.update(client).set({ name: ending }).where(eq(client.agencyId, actor.agencyId))
    if (ending === 'rolled back') throw new RolledBack()
    if (ending === 'failed statement') await tx.execute(sql`select 1 / 0`)
    if (ending === 'statement timeout') {
      await tx.execute(sql`set local statement_timeout = 1`)
      await tx.execute(sql`select pg_sleep(1)`)
    }
  })
  if (ending === 'commit') await request
  else await expect(request).rejects.toThrow()
  return seen
}

test('5,000 transactions of eight agencies over three connections, a fifth of them failing: nobody sees a foreign row', async () => {
  const random = generator(7)
  let requests = 0
  let foreign = 0
  const visitor = async () => {
    for (let visit = 0; visit < 125; visit += 1) {
      const actor = actors[Math.floor(random() * actors.length)] as Actor
      const chance = random()
      const ending =
        chance < 0.1
          ? 'rolled back'
          : chance < 0.15
            ? 'failed statement'
            : chance < 0.2
              ? 'statement timeout'
              : 'commit'
      const seen = await oneRequest(actor, ending)
      requests += 1
      foreign += seen.filter((agencyId) => agencyId !== actor.agencyId).length + (seen.length === 5 ? 0 : 1)
    }
  }
  await Promise.all(Array.from({ length: 40 }, visitor))
  expect({ requests, foreign }).toEqual({ requests: 5_000, foreign: 0 })
}, 300_000)

test('a hundred requests at once finish on three connections', async () => {
  const seen = await Promise.all(Array.from({ length: 100 }, (_, at) => oneRequest(actors[at % 8] as Actor, 'commit')))
  expect(seen.every((rows) => rows.length === 5)).toBe(true)
})

describe('a login', () => {
  test.each(['portal_app', 'portal_worker', 'portal_audit', 'portal_map'])(
    '%s cannot put a table of its own before ours on a connection that others use next',
    async (login) => {
      const urls = {
        portal_app: database.appUrl,
        portal_worker: database.workerUrl,
        portal_audit: database.auditUrl,
        portal_map: database.mapUrl,
      }
      const intruder = postgres(urls[login as keyof typeof urls], { max: 1, onnotice: () => {} })
      await expect(intruder`create temp table client (like public.client)`).rejects.toMatchObject({ code: '42501' })
      await expect(intruder`create schema portal_own`).rejects.toMatchObject({ code: '42501' })
      await expect(intruder`select pg_advisory_lock(1)`).rejects.toMatchObject({ code: '42501' })
      await expect(intruder`select lo_from_bytea(0, 'a')`).rejects.toMatchObject({ code: '42501' })
      await intruder.end()
    },
  )

  test('leaves no search path to whoever acts next on its connection', async () => {
    for (let connection = 0; connection < POOL; connection += 1)
      await asActor(noor, (tx) => tx.execute(sql`set session search_path = pg_catalog`))
    const seen = await asActor(sam, (tx) => tx.execute(sql`select count(*)::int as many from client`))
    expect(seen[0]).toEqual({ many: 5 })
  })

  test('learns nothing of names in another agency from what the planner expects', async () => {
    const columns = (await readColumns(admin)).get('client') ?? []
    await admin.begin(async (tx) => {
      await tx.unsafe('set local session_replication_role = replica')
      for (let made = 0; made < 200; made += 1)
        await tx.unsafe(insertSql('client', wholeRow(columns, { agency_id: noor.agencyId, name: 'Maryam Secret' })))
    })
    await admin`analyze client`
    const expected = (start: string) =>
      asActor(sam, async (tx) => {
        const [plan] = await tx.execute(
          sql.raw(`explain (format json) select 1 from client where name >= '${start}' and name < '${start}z'`),
        )
        return JSON.stringify(plan).match(/"Plan Rows":\d+/)?.[0]
      })
    expect(await expected('Maryam')).toMatch(/\d/)
    expect(await expected('Maryam')).toBe(await expected('Qxw'))
  })
})
