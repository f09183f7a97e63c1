import { z } from 'zod'
import { STRANDS } from '../../domain/cases/strand.ts'
import { type Cell, centreOf, FINEST, isCell, resolutionOf, WIDEST } from '../../domain/hotspots/map/cell.ts'
import { isInArea } from '../../domain/hotspots/places/place.ts'
import { AWARENESS_KINDS, needsWard } from '../../domain/partnership/awareness.ts'
import { WARD_NAMES } from '../../domain/partnership/ward.ts'
import { faultOfInstant, neededDayField, typedTimeField } from '../../forms/date-fields.server.ts'
import { choiceOf, choicesOf, neededText, optionalChoiceOf, typedText } from '../../forms/form-fields.server.ts'
import { nobodyNamedField } from './refuse-names.server.ts'

/** A hexagon in the city region, from a link on the map; null for anything else. */
export const cellField = z
  .string()
  .default('')
  .transform((text): Cell | null => (isCell(text) && isOfTheMap(text) ? text : null))

function isOfTheMap(cell: Cell): boolean {
  const size = resolutionOf(cell)
  return size >= WIDEST && size <= FINEST && isInArea(centreOf(cell))
}

export const releaseField = z.guid().nullable().catch(null).default(null)

type Typed = Record<string, unknown>

/** A time that does not exist or exists twice when the clocks change is refused. */
function faultOfTime({ heldOn, ...typed }: Typed, field: 'startsAt' | 'endsAt'): string | null {
  const time = typed[field]
  if (field === 'startsAt' && time === '' && typed.endsAt) return 'Enter when it starts'
  if (typeof heldOn !== 'string' || typeof time !== 'string' || time === '') return null
  const fault = faultOfInstant(`${heldOn}T${time}`)
  if (fault) return fault
  const endsTooSoon = field === 'endsAt' && typed.startsAt && time <= String(typed.startsAt)
  return endsTooSoon ? 'Enter an end after the start, on the same day' : null
}

/** Runs even if other fields are wrong, so that all errors appear at once. */
function withTimeRules<Schema extends z.ZodObject>(schema: Schema): Schema {
  return (['startsAt', 'endsAt'] as const).reduce<Schema>(
    (checked, field) =>
      checked.refine((typed) => faultOfTime(typed, field) === null, {
        path: [field],
        error: ({ input }) => faultOfTime(input as Typed, field) ?? '',
        when: () => true,
      }),
    schema,
  )
}

const planEntries = {
  title: neededText(120, 'Enter a title, as on a poster'),
  kind: choiceOf(AWARENESS_KINDS, 'Choose what kind of work it is'),
  heldOn: neededDayField('planned', 'Enter the day'),
  startsAt: typedTimeField(),
  endsAt: typedTimeField(),
  venue: neededText(200, 'Enter where it is: a place, or a medium such as local radio'),
  ward: optionalChoiceOf(WARD_NAMES),
  strands: choicesOf(STRANDS),
  audience: typedText(200),
  languages: typedText(200),
  materials: typedText(500),
  cell: cellField,
  releaseId: releaseField,
  ...nobodyNamedField,
}

export const planInput = withTimeRules(z.object(planEntries))

/** `seenAt`: when the plan the person saw was last changed. */
export const editInput = withTimeRules(
  z.object({
    ...planEntries,
    // A past event can still be corrected; only a newly chosen day must not be in the past.
    heldOn: neededDayField('correctedPlan', 'Enter the day'),
    seenAt: neededText(40, 'Open the page again'),
  }),
)

export type PlanInput = z.output<typeof planInput>

/** Errors that the schema cannot find, from the valid fields: shown together with the schema's errors. */
export function planProblems({ kind, ward, cell }: Partial<PlanInput>): { kind: 'ward-needed' }[] {
  const known = kind !== undefined && ward !== undefined && cell !== undefined
  return known && needsWard({ kind, ward, cell }) ? [{ kind: 'ward-needed' }] : []
}

/** All free text of a plan. The whole partnership reads it, so it must name no person. */
export function textsOfPlan({ title, venue, audience, languages, materials }: PlanInput) {
  return { title, venue, audience, languages, materials }
}
