import type { z } from 'zod'
import { isSpreadsheetDamage } from '../../domain/cases/crime-reference.ts'
import { INCIDENT_TYPES, LOCATION_TYPES, POLICE_STATUS } from '../../domain/cases/incident-type.ts'
import { PERCEIVED_BY, type PerceivedBy, STRANDS, type StrandId } from '../../domain/cases/strand.ts'
import type { PlacedIncident } from '../../domain/hotspots/places/place.ts'
import { WARD_NAMES } from '../../domain/partnership/ward.ts'
import { REPAIR_KINDS } from '../../domain/repairs/repair-kind.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import type { CalendarDay } from '../../domain/time/calendar-day.ts'
import { isAfterDay } from '../../domain/time/partial-day.ts'
import { partialDayField } from '../../forms/date-fields.server.ts'
import {
  choiceOf,
  choicesOf,
  neededText,
  optionalChoiceOf,
  tickedBox,
  typedText,
  YES_NO,
} from '../../forms/form-fields.server.ts'

/** The questions about one incident. None asks for proof of the motive (G2). */
export const incidentEntries = {
  account: neededText(10_000, 'Write what happened, in their own words'),
  strands: choicesOf(STRANDS).refine((strands) => strands.length > 0, {
    error: 'Choose at least one reason why the client, or anyone else, feels that it was hate',
  }),
  primaryStrand: optionalChoiceOf(STRANDS),
  perceivedBy: choicesOf(PERCEIVED_BY),
  types: choicesOf(INCIDENT_TYPES),
  violence: choiceOf(YES_NO, 'Say whether there was violence, or a threat of violence'),
  occurredOn: partialDayField('happened'),
  occurredWhen: typedText(200),
  ongoing: tickedBox(),
  locationType: optionalChoiceOf(LOCATION_TYPES),
  place: typedText(300),
  ward: optionalChoiceOf(WARD_NAMES),
  postcode: typedText(12),
  /** A point chosen on the map, in degrees; empty without one. */
  pointLat: typedText(24),
  pointLng: typedText(24),
  /** What must be made safe or removed within 24 hours (R8): no column of the incident, but rows of their own. */
  urgentWork: choicesOf(REPAIR_KINDS),
  urgentWorkWhat: typedText(1_000),
  injuries: typedText(500),
  policeStatus: optionalChoiceOf(POLICE_STATUS),
  /** Text that is not a reference is kept as a note: only a reference identifies a crime on the map. */
  crimeReference: typedText(60).refine((text) => !isSpreadsheetDamage(text), {
    error: 'A spreadsheet has changed this reference. Enter it as the police wrote it, such as MS/26/104411',
  }),
}

export type IncidentInput = z.output<z.ZodObject<typeof incidentEntries>>

/** The columns of `incident` for these fields. Of several strands the first is the main one, unless one was chosen. */
export function incidentColumns(fields: IncidentInput, placed: PlacedIncident) {
  const { account, strands, perceivedBy, types, occurredOn, occurredWhen, ongoing, place, injuries } = fields
  const [first] = strands
  if (first === undefined) throw new Error('An incident names at least one strand.')
  return {
    account,
    strands,
    primaryStrand: fields.primaryStrand ?? first,
    perceivedBy: perceivedBy.length > 0 ? perceivedBy : (['client'] satisfies PerceivedBy[]),
    types,
    violence: fields.violence === 'yes',
    occurredOn,
    occurredWhen,
    ongoing,
    locationType: fields.locationType ?? 'not_known',
    place,
    ward: fields.ward ?? '',
    ...placed,
    injuries,
    policeStatus: fields.policeStatus ?? 'not_asked',
    crimeReference: fields.crimeReference,
  }
}

export type IncidentRefusal =
  | { kind: 'strand-not-offered' }
  | { kind: 'primary-strand-not-among' }
  | { kind: 'occurred-in-the-future' }
  | { kind: 'postcode-unknown' }

/** Checks that need more than the schema: the strands that the partnership offers, and today's date. */
export function checkIncident(
  facts: Pick<IncidentInput, 'strands' | 'primaryStrand' | 'occurredOn'>,
  known: { offered: readonly StrandId[]; today: CalendarDay },
): Result<null, IncidentRefusal> {
  const [first] = incidentProblems(facts, known)
  return first ? refused(first) : done(null)
}

/** All errors of an incident at once, for its form. */
export function incidentProblems(
  { strands, primaryStrand, occurredOn }: Pick<IncidentInput, 'strands' | 'primaryStrand' | 'occurredOn'>,
  known: { offered: readonly StrandId[]; today: CalendarDay },
): IncidentRefusal[] {
  const problems: IncidentRefusal[] = []
  if (!strands.every((strand) => known.offered.includes(strand))) problems.push({ kind: 'strand-not-offered' })
  if (primaryStrand && strands.length > 0 && !strands.includes(primaryStrand))
    problems.push({ kind: 'primary-strand-not-among' })
  if (occurredOn && isAfterDay(occurredOn, known.today)) problems.push({ kind: 'occurred-in-the-future' })
  return problems
}
