import { describe, expect, it } from 'vitest'
import { asActor } from '../../../db/as-actor.ts'
import { readCalendar } from '../../../db/read-calendar.ts'
import { setting } from '../../../db/schema/everyday.ts'
import { asking, openWorld } from '../../../tests/support/world.ts'
import { NATIONAL_STRANDS, STRANDS } from '../../domain/cases/strand.ts'
import { toDay } from '../../domain/time/calendar-day.ts'
import { addHolidays } from './add-holidays.server.ts'
import { completeYear } from './complete-year.server.ts'
import { readPartnershipSettings } from './read-partnership-settings.server.ts'
import { setLocalStrands } from './set-local-strands.server.ts'

const world = await openWorld()
const office = await world.agency()
const root = await world.staff(office, 'administrator')
const ada = await world.staff(office, 'manager')

const offeredNow = async () => {
  const { national, local } = await readPartnershipSettings(asking(root))
  return [...national, ...local].filter(({ offered }) => offered).map(({ strand }) => strand)
}

describe('local strands', () => {
  it('are switched on and off by the portal’s administrator', async () => {
    expect((await setLocalStrands(asking(root), { on: ['sex_work', 'age'], off: ['sex'] })).ok).toBe(true)
    expect(await offeredNow()).toEqual([...NATIONAL_STRANDS, 'sex_work', 'age'])
    expect((await setLocalStrands(asking(root), { on: [], off: ['sex_work'] })).ok).toBe(true)
    expect(await offeredNow()).toEqual(NATIONAL_STRANDS)
  })

  it('G1: the five national strands cannot be switched off, in any way', async () => {
    const off = await setLocalStrands(asking(root), { on: [], off: ['disability'] })
    expect(off).toEqual({ ok: false, refusal: { kind: 'always-on', strand: STRANDS.disability.label } })
    await asActor(root.actor, (tx) =>
      tx
        .insert(setting)
        .values({ name: 'local-strands', value: [] })
        .onConflictDoUpdate({ target: setting.name, set: { value: [] } }),
    )
    expect(await offeredNow()).toEqual(NATIONAL_STRANDS)
    expect(NATIONAL_STRANDS).toHaveLength(5)
  })

  it('are not for a manager to choose, nor made up', async () => {
    expect(await setLocalStrands(asking(ada), { on: ['age'], off: [] })).toMatchObject({
      refusal: { kind: 'not-allowed' },
    })
    expect(await setLocalStrands(asking(root), { on: ['left-handed'], off: [] })).toMatchObject({
      refusal: { kind: 'unknown' },
    })
  })
})

describe('a bank holiday', () => {
  it('is added once, counts from then on, and is recorded', async () => {
    const day = { on: toDay('2027-06-11'), name: 'Jubilee' }
    expect((await addHolidays(asking(root), { holidays: [day] })).ok).toBe(true)
    expect(await addHolidays(asking(root), { holidays: [day] })).toMatchObject({
      refusal: { days: [{ kind: 'listed-already', name: 'Jubilee', at: 0 }] },
    })
    const calendar = await asActor(ada.actor, readCalendar)
    expect(calendar.holidays.get(day.on)).toBe('Jubilee')
    expect(calendar.version).toContain('2027-06-11')
    const [event] = await world.admin`select data from case_event where kind = 'holiday-added'`
    expect(event?.data).toEqual(day)
  })

  it.each([
    { on: '2026-12-25', kind: 'listed-already', why: 'it is one' },
    { on: '2027-06-12', kind: 'week-end', why: 'a Saturday' },
    { on: '2026-11-20', kind: 'past', why: 'in the past' },
  ])('on $on is refused: $why', async ({ on, kind }) => {
    const answer = await addHolidays(asking(root), { holidays: [{ on: toDay(on), name: 'x' }] })
    expect(answer).toMatchObject({ refusal: { kind: 'days-refused', days: [{ kind, at: 0 }] } })
  })

  it('is added with all the others or not at all, and each wrong one is named', async () => {
    const days = ['2027-06-15', '2027-06-12', '2027-06-15', '2026-11-20']
    const answer = await addHolidays(asking(root), { holidays: days.map((on) => ({ on: toDay(on), name: on })) })
    expect(answer).toMatchObject({
      refusal: {
        days: [
          { kind: 'week-end', at: 1 },
          { kind: 'twice', at: 2 },
          { kind: 'past', at: 3 },
        ],
      },
    })
    expect((await asActor(ada.actor, readCalendar)).holidays.has(toDay('2027-06-15'))).toBe(false)
  })

  it('is not for a manager to add', async () => {
    const answer = await addHolidays(asking(ada), { holidays: [{ on: toDay('2027-06-14'), name: 'x' }] })
    expect(answer).toMatchObject({ refusal: { kind: 'not-allowed' } })
  })
})

describe('the list of a year', () => {
  it('is declared whole in its turn and not before its holidays are in it', async () => {
    expect(await completeYear(asking(root), { year: 2030 })).toMatchObject({
      refusal: { kind: 'not-next', next: 2029 },
    })
    expect(await completeYear(asking(root), { year: 2029 })).toMatchObject({ refusal: { kind: 'too-few', listed: 0 } })
    const days = ['01-01', '03-30', '04-02', '05-07', '05-28', '08-27', '12-25', '12-26']
    const holidays = days.map((on) => ({ on: toDay(`2029-${on}`), name: on }))
    expect((await addHolidays(asking(root), { holidays })).ok).toBe(true)
    const events = await world.admin`select data->>'on' as day from case_event where kind = 'holiday-added'
      and data->>'on' like '2029-%' order by seq`
    expect(events.map(({ day }) => day)).toEqual(holidays.map(({ on }) => on))
    expect((await completeYear(asking(root), { year: 2029 })).ok).toBe(true)
    expect((await asActor(ada.actor, readCalendar)).coveredYears.has(2029)).toBe(true)
    expect((await readPartnershipSettings(asking(root))).nextYear).toBe(2030)
  })

  it('warns when it is about to run out', async () => {
    const late = new Date('2029-08-01T09:00:00Z')
    expect((await readPartnershipSettings(asking(root))).warning).toBeNull()
    expect((await readPartnershipSettings({ ...asking(root), now: late })).warning).toContain('2030')
  })
})
