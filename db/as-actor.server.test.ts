import { eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { openWorld } from '../tests/support/world.ts'
import { asActor, asSystemWithin, type Tx } from './as-actor.ts'
import { staff } from './schema/staff.ts'

const world = await openWorld()
const harthill = await world.agency({ name: 'Harthill Bridge Homes' })
const northgate = await world.agency({ name: 'Northgate Quay Housing' })
const sam = await world.staff(harthill, 'case_worker', 'Sam')
const noor = await world.staff(northgate, 'case_worker', 'Noor')

describe('asActor', () => {
  it('shows an actor the people of their own agency and nobody else', async () => {
    const seen = await asActor(sam.actor, (tx) => tx.select({ name: staff.name }).from(staff))
    expect(seen).toEqual([{ name: 'Sam' }])
  })

  it('answers a foreign id as it answers an unknown one', async () => {
    const seen = await asActor(sam.actor, (tx) => tx.select().from(staff).where(eq(staff.staffId, noor.actor.staffId)))
    expect(seen).toEqual([])
  })

  it('rolls back what a failing function wrote', async () => {
    const ada = await world.staff(harthill, 'manager', 'Ada')
    const failing = asActor(ada.actor, async (tx) => {
      await tx.update(staff).set({ name: 'Changed' }).where(eq(staff.staffId, sam.actor.staffId))
      throw new Error('stop')
    })
    await expect(failing).rejects.toThrow('stop')
    const [row] = await world.admin`select name from staff where staff_id = ${sam.actor.staffId}`
    expect(row?.name).toBe('Sam')
  })

  it('refuses a context that the database did not see signed', async () => {
    const forged = asActor(sam.actor, async (tx) => {
      await tx.execute(
        sql`select set_config('app.ctx', ${`${northgate.agencyId}|${noor.actor.staffId}|case_worker|${Date.now()}`}, true)`,
      )
      return tx.select().from(staff)
    })
    await expect(forged).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  it('does not nest, because two connections for one request can lock the pool', async () => {
    await expect(asActor(sam.actor, () => asActor(sam.actor, async () => 1))).rejects.toThrow('open already')
  })
})

describe('asSystemWithin', () => {
  it('is the portal in the other agency for its part, and the actor again afterwards', async () => {
    const names = (tx: Tx) => tx.select({ name: staff.name }).from(staff).orderBy(staff.name)
    const { agencyId } = northgate
    const [within, after] = await asActor(sam.actor, async (tx) => [
      await asSystemWithin(tx, { actor: sam.actor, agencyId }, () => names(tx)),
      await names(tx),
    ])
    expect(within).toEqual([{ name: 'Noor' }])
    expect(after).toContainEqual({ name: 'Sam' })
    expect(after).not.toContainEqual({ name: 'Noor' })
  })
})
