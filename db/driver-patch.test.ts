import postgres from 'postgres'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../tests/support/test-database.ts'

const database = await testDatabase()
const admin = postgres(database.adminUrl, { max: 1, onnotice: () => {} })
afterAll(() => admin.end())

/** A transaction whose connection is ended under it, and the result of the statement that it sends afterwards. */
async function afterItsConnectionEnded(sent: (tx: postgres.TransactionSql) => Promise<unknown>) {
  let closed = () => {}
  const isClosed = new Promise<void>((resolve) => (closed = resolve))
  const client = postgres(database.adminUrl, { max: 1, backoff: () => 0, onclose: () => closed(), onnotice: () => {} })
  let outcome: unknown
  const inside = Promise.withResolvers<void>()
  const transaction = client.begin(async (tx) => {
    const [own] = await tx`select pg_backend_pid() as pid`
    await admin`select pg_terminate_backend(${own?.pid})`
    await isClosed
    // The connection serves others again before the transaction goes on.
    await client`select 1`
    outcome = await sent(tx).then(
      () => 'done',
      (error: unknown) => (error as { code: string }).code,
    )
    inside.resolve()
  })
  await expect(transaction).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' })
  await inside.promise
  await client.end({ timeout: 1 })
  return outcome
}

test('a statement of a transaction whose connection has ended is refused, and the process lives', async () => {
  expect(await afterItsConnectionEnded((tx) => tx`select 1`)).toBe('CONNECTION_CLOSED')
})

test('it does not run outside its transaction on the connection that took the place of its own', async () => {
  await admin`create table written (what text)`
  expect(await afterItsConnectionEnded((tx) => tx`insert into written values ('outside')`)).toBe('CONNECTION_CLOSED')
  expect(await admin`select * from written`).toEqual([])
})
