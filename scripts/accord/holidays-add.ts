import { randomUUID } from 'node:crypto'
import { isDay } from '../../app/domain/time/calendar-day.ts'
import { addHolidays } from '../../app/features/partnership/add-holidays.server.ts'
import { rebaseEveryClock } from '../../app/timeline/rebase-clocks.server.ts'
import { Obstacle } from '../../db/obstacle.ts'
import { asOperator } from './as-operator.ts'
import { homeOfTheAdministrator } from './find-agency.ts'

interface Asked {
  day: string
  name: string
  json: boolean
}

/** `accord holidays add`: runs the use case of the page, then recalculates every agency's open deadlines. */
export async function addByCommand({ day, name, json }: Asked, complain: (message: string) => never): Promise<void> {
  const on = isDay(day) ? day : complain(`${JSON.stringify(day)} is not a date. Write it like 2027-06-11.`)
  const holiday = await asOperator(async (operator) => {
    const asking = { actor: operator.in(await homeOfTheAdministrator(operator)), now: operator.now, key: randomUUID() }
    const added = await addHolidays(asking, { holidays: [{ on, name }] })
    const why = added.ok ? null : refusalOf(added.refusal)
    if (why && why.kind !== 'listed-already') throw new Obstacle(REFUSALS[why.kind])
    return { on, name: why?.name ?? name, moved: await rebaseEveryClock(operator.now) }
  })
  const sentence = `${holiday.on} is a bank holiday (${holiday.name}). ${holiday.moved} open deadlines have moved.\n`
  process.stdout.write(json ? `${JSON.stringify(holiday)}\n` : sentence)
}

const REFUSALS = {
  'not-allowed': 'The policy does not let an administrator add holidays.',
  'week-end': 'That day is not a working day. Add the weekday that replaces it.',
  past: 'You cannot add a bank holiday in the past. Deadlines already given do not change.',
  twice: 'Name the day once.',
  'already-done': 'This holiday was already added with another name.',
} as const

type Refusal = Extract<Awaited<ReturnType<typeof addHolidays>>, { ok: false }>['refusal']

/** What was wrong with the one day, or with the whole command. */
function refusalOf(refusal: Refusal) {
  return refusal.kind === 'days-refused' ? refusal.days[0] : refusal
}
