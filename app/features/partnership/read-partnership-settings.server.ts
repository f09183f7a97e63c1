import { eq } from 'drizzle-orm'
import { asActor } from '../../../db/as-actor.ts'
import { readCalendar } from '../../../db/read-calendar.ts'
import { bankHoliday, setting } from '../../../db/schema/everyday.ts'
import { STRAND_IDS, STRANDS, strandsOffered } from '../../domain/cases/strand.ts'
import type { Reading } from '../../domain/partnership/actor.ts'
import { holidayListWarning } from '../../domain/time/bank-holidays.ts'
import { londonDayOf, yearOf } from '../../domain/time/calendar-day.ts'

/** The setting that lists the local strands switched on; absent until an administrator has chosen. */
export const LOCAL_STRANDS = 'local-strands'

export interface StrandListed {
  strand: string
  label: string
  hint: string
  offered: boolean
}

export interface PartnershipSettings {
  national: StrandListed[]
  local: StrandListed[]
  holidays: { on: string; name: string; added: boolean }[]
  nextYear: number
  warning: string | null
}

export async function readPartnershipSettings({ actor, now }: Reading): Promise<PartnershipSettings> {
  return asActor(actor, async (tx) => {
    const [[local], calendar, added] = await Promise.all([
      tx.select({ value: setting.value }).from(setting).where(eq(setting.name, LOCAL_STRANDS)),
      readCalendar(tx),
      tx.select({ on: bankHoliday.on }).from(bankHoliday),
    ])
    const ours = new Set(added.map(({ on }) => on))
    const thisYear = yearOf(londonDayOf(now))
    return {
      ...strandsOf(Array.isArray(local?.value) ? local.value.map(String) : null),
      holidays: [...calendar.holidays]
        .filter(([on]) => yearOf(on) >= thisYear)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([on, name]) => ({ on, name, added: ours.has(on) })),
      nextYear: Math.max(...calendar.coveredYears) + 1,
      warning: holidayListWarning(calendar, now),
    }
  })
}

function strandsOf(localOn: string[] | null): Pick<PartnershipSettings, 'national' | 'local'> {
  const offered: readonly string[] = strandsOffered(localOn)
  const listed = STRAND_IDS.map((strand) => {
    const { label, hint, kind } = STRANDS[strand]
    return { strand, label, hint, kind, offered: offered.includes(strand) }
  })
  return {
    national: listed.filter(({ kind }) => kind === 'national'),
    local: listed.filter(({ kind }) => kind === 'local'),
  }
}
