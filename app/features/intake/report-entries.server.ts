import type { z } from 'zod'
import { contactabilityOf } from '../../domain/cases/case.ts'
import { REPORT_CHANNELS, REPORTER_ROLES, type ReporterRole } from '../../domain/cases/report.ts'
import { readPoint } from '../../domain/hotspots/places/point.ts'
import { typedInstantField } from '../../forms/date-fields.server.ts'
import {
  choiceOf,
  draftEntries,
  optionalChoiceOf,
  tickedBox,
  typedText,
  YES_NO,
} from '../../forms/form-fields.server.ts'
import { clientEntries } from './client-entries.server.ts'
import { incidentEntries } from './incident-entries.server.ts'

/** Every field of a report. Those the short path needs have a message for when they are missing. */
export const reportEntries = {
  channel: choiceOf(REPORT_CHANNELS, 'Choose how it was reported'),
  receivedAt: typedInstantField('recorded'),
  backdatedReason: typedText(500),
  reporterRole: choiceOf(REPORTER_ROLES, 'Choose who is reporting'),
  reporterName: typedText(200),
  reporterOrganisation: typedText(200),
  reporterRelationship: typedText(200),
  reporterContact: typedText(200),
  clientAware: optionalChoiceOf(YES_NO),
  ...clientEntries,
  ...incidentEntries,
  wishes: typedText(4_000),
  takeCase: tickedBox(),
  spokeNow: tickedBox(),
  /** The answer to "do you already know this person?": '' if not asked yet, `another`, or the id of the case. */
  samePerson: typedText(40),
  ...draftEntries,
}

interface Said {
  reporterRole?: ReporterRole
  clientAware?: 'yes' | 'no' | null
  clientName?: string
  phone?: string
  email?: string
  address?: string
  trustedPerson?: string
  strands?: unknown[]
  primaryStrand?: unknown
  pointLat?: string
  pointLng?: string
  urgentWork?: unknown[]
  urgentWorkWhat?: string
}

const RULES: readonly { field: string; message: string; broken: (said: Said) => boolean }[] = [
  {
    field: 'clientAware',
    message: 'Say whether the client knows about this report',
    broken: ({ reporterRole, clientAware }) =>
      (reporterRole === 'witness' || reporterRole === 'third_party') && !clientAware,
  },
  {
    field: 'clientName',
    message: 'Enter the name the client wants to be called by',
    broken: (said) => mayBeContacted(said) && !said.clientName,
  },
  {
    field: 'phone',
    message: 'Enter at least one way to reach the client: a phone number, e-mail, address or trusted person',
    broken: (said) => mayBeContacted(said) && !said.phone && !said.email && !said.address && !said.trustedPerson,
  },
  {
    field: 'primaryStrand',
    message: 'You chose several strands. Choose the main one',
    broken: ({ strands, primaryStrand }) => Array.isArray(strands) && strands.length > 1 && !primaryStrand,
  },
  {
    field: 'urgentWorkWhat',
    message: 'Write what must be made safe or removed, and where',
    broken: ({ urgentWork = [], urgentWorkWhat }) => urgentWork.length > 0 && !urgentWorkWhat,
  },
  {
    field: 'pointLat',
    message: 'The point on the map is outside the partnership’s area. Choose another point, or a ward',
    broken: ({ pointLat = '', pointLng = '' }) => !readPoint(pointLat, pointLng).ok,
  },
]

function mayBeContacted({ reporterRole, clientAware }: Said): boolean {
  return (
    Boolean(reporterRole) &&
    contactabilityOf({ reporterRole: reporterRole ?? 'anonymous', clientAware: clientAware === 'yes' }) === 'possible'
  )
}

/** Rules between answers. They run even if other fields are wrong, so that all errors appear at once. */
export function withReportRules<Schema extends z.ZodObject>(schema: Schema): Schema {
  return RULES.reduce<Schema>(
    (checked, { field, message, broken }) =>
      checked.refine((said) => !broken(said as Said), { path: [field], message, when: () => true }),
    schema,
  )
}
