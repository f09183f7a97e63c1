import { and, desc, eq, inArray, lt, ne, type SQL } from 'drizzle-orm'
import type { Tx } from '../../db/as-actor.ts'
import { agency } from '../../db/schema/agency.ts'
import { contact } from '../../db/schema/case-file.ts'
import { referral, referralOrigin } from '../../db/schema/referral.ts'
import { staff } from '../../db/schema/staff.ts'
import { caseEvent } from '../../db/schema/timeline.ts'
import { CONTACT_OUTCOMES } from '../domain/cases/contact.ts'
import type { KnownNames, TimelineGroup } from '../domain/events/event-row.ts'
import { eventInWords, kindsOf } from '../domain/events/event-table.ts'
import type { Actor } from '../domain/partnership/actor.ts'

export interface CaseHappening {
  seq: number
  title: string
  detail: string
  at: Date
  by: string
  /** When a contact was recorded, if that was more than an hour after it happened. */
  recordedLaterAt: Date | null
}

interface TimelineQuery {
  caseId: string
  group: TimelineGroup | null
  /** Only events with a smaller number than this one. */
  before: number | null
}

const PAGE = 50
const AN_HOUR = 3_600_000

/** One page of a case's events, newest first. Pass `nextBefore` to read the next page; null at the end. */
export async function readTimeline(
  tx: Tx,
  actor: Actor,
  { caseId, group, before }: TimelineQuery,
): Promise<{ happenings: CaseHappening[]; nextBefore: number | null }> {
  const kindFilter: SQL | undefined = group
    ? inArray(caseEvent.kind, kindsOf(group))
    : ne(caseEvent.kind, 'record-consulted')
  const [events, names, notes] = await Promise.all([
    tx
      .select()
      .from(caseEvent)
      .where(
        and(
          eq(caseEvent.agencyId, actor.agencyId),
          eq(caseEvent.caseId, caseId),
          kindFilter,
          before === null ? undefined : lt(caseEvent.seq, before),
        ),
      )
      .orderBy(desc(caseEvent.seq))
      .limit(PAGE + 1),
    readKnownNames(tx, actor, caseId),
    readContactNotes(tx, actor, caseId),
  ])
  const shown = events.slice(0, PAGE)
  return {
    happenings: shown.map((event) => {
      const { title, detail } = eventInWords(event.kind, event.data, names)
      const note = notes.get(event.subjectId ?? '')
      return {
        seq: event.seq,
        title,
        detail: [note?.words, detail].filter(Boolean).join(' '),
        at: event.happenedAt,
        by: event.actorRole === 'system' ? 'the portal' : names.staff(event.actorId),
        recordedLaterAt: note?.recordedLaterAt ?? null,
      }
    }),
    nextBefore: events.length > PAGE ? (shown.at(-1)?.seq ?? null) : null,
  }
}

/** The names that the words of events use. */
export async function readKnownNames(tx: Tx, { agencyId }: Actor, caseId: string): Promise<KnownNames> {
  const [people, agencies, referrals] = await Promise.all([
    tx.select({ id: staff.staffId, name: staff.name }).from(staff).where(eq(staff.agencyId, agencyId)),
    tx.select({ id: agency.agencyId, name: agency.name }).from(agency),
    tx
      .select({ id: referral.referralId, name: referral.reference })
      .from(referralOrigin)
      .innerJoin(referral, eq(referral.referralId, referralOrigin.referralId))
      .where(and(eq(referralOrigin.agencyId, agencyId), eq(referralOrigin.caseId, caseId))),
  ])
  const namer = (rows: { id: string; name: string }[], unknown: string) => {
    const byId = new Map(rows.map(({ id, name }) => [id, name]))
    return (id: string) => byId.get(id) ?? unknown
  }
  return {
    staff: namer(people, 'someone at the agency'),
    agency: namer(agencies, 'another agency'),
    referral: namer(referrals, 'a referral'),
  }
}

interface ContactNote {
  words: string
  recordedLaterAt: Date | null
}

/** The outcome and note of each contact. They are in the table of contacts and never in an event. */
async function readContactNotes(tx: Tx, { agencyId }: Actor, caseId: string): Promise<Map<string, ContactNote>> {
  const rows = await tx
    .select()
    .from(contact)
    .where(and(eq(contact.agencyId, agencyId), eq(contact.caseId, caseId)))
  return new Map(
    rows.map(({ contactId, result, note, contactedAt, recordedAt }) => [
      contactId,
      {
        words: `${CONTACT_OUTCOMES[result].label}. ${note}`.trim(),
        recordedLaterAt: recordedAt.getTime() - contactedAt.getTime() > AN_HOUR ? recordedAt : null,
      },
    ]),
  )
}
