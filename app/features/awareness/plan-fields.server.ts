import { z } from 'zod'
import { AWARENESS_KINDS } from '../../domain/awareness.ts'
import { type Cell, centreOf, FINEST, isCell, resolutionOf, WIDEST } from '../../domain/hotspot/cell.ts'
import { isInArea } from '../../domain/hotspot/place.ts'
import { STRANDS } from '../../domain/strand.ts'
import { WARDS } from '../../domain/ward.ts'
import { neededDayField, typedTimeField } from '../../ui/date-fields.server.ts'
import { choiceOf, choicesOf, neededText, optionalChoiceOf, typedText } from '../../ui/form-fields.server.ts'

const WARD_NAMES = Object.fromEntries(WARDS.map((ward) => [ward, true])) as Record<(typeof WARDS)[number], true>

/** A hexagon of the city region that the map linked here with; anything else is no hexagon at all. */
export const cellField = z
  .string()
  .default('')
  .transform((text): Cell | null => (isCell(text) && isOfTheMap(text) ? text : null))

function isOfTheMap(cell: Cell): boolean {
  const size = resolutionOf(cell)
  return size >= WIDEST && size <= FINEST && isInArea(centreOf(cell))
}

export const releaseField = z.guid().nullable().catch(null).default(null)

export const planFields = z.object({
  title: neededText(120, 'Enter a title, as it may stand on a poster'),
  kind: choiceOf(AWARENESS_KINDS, 'Choose what kind of work it is'),
  heldOn: neededDayField('planned', 'Enter the day'),
  startsAt: typedTimeField(),
  venue: neededText(200, 'Say where: a place, or a medium such as local radio'),
  ward: optionalChoiceOf(WARD_NAMES),
  strands: choicesOf(STRANDS),
  audience: typedText(200),
  languages: typedText(200),
  materials: typedText(500),
  cell: cellField,
  releaseId: releaseField,
})

export type PlanInput = z.output<typeof planFields>
