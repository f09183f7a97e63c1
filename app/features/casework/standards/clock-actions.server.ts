import type { clock } from '../../../../db/schema/timeline.ts'
import { permissionsOf } from '../../../access/ability.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'
import { getStandard } from '../../../domain/standards/service-standard.ts'
import { isActionNeeded } from './open-clock.ts'
import type { ShownClock } from './shown-clock.ts'

type Row = typeof clock.$inferSelect

export type ClockAction = 'defer-contact' | 'explain-lateness' | 'except'

/** Each deadline with what this person may do about it now; pages show exactly these. */
export function withClockActions(actor: Actor, rows: readonly Row[], clocks: readonly ShownClock[], now: Date) {
  const byId = new Map(rows.map((row) => [row.clockId, row]))
  return clocks.map((shown) => {
    const row = byId.get(shown.clockId)
    return { ...shown, actions: row ? clockActionsOf(actor, row, shown, now) : [] }
  })
}

function clockActionsOf(actor: Actor, row: Row, { clause, status, dueAt }: ShownClock, now: Date): ClockAction[] {
  const { may } = permissionsOf(actor)
  // C4 is not a deadline: it only allows a case to be closed.
  const isRunning = isActionNeeded(status) && clause !== 'C4'
  const isDeferrable = isRunning && (clause === 'R3' || clause === 'R4') && dueAt > now
  const isLate = status === 'overdue' || status === 'kept-late'
  const allowed: Record<ClockAction, boolean> = {
    'defer-contact': isDeferrable && may('update', 'clock', row),
    'explain-lateness': isLate && may('explainLateness', 'clock', row),
    except: isRunning && !getStandard(clause).exceptedWithWork && may('except', 'clock', row),
  }
  return (Object.keys(allowed) as ClockAction[]).filter((action) => allowed[action])
}
