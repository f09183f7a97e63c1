import { randomUUID } from 'node:crypto'
import { and, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../db/as-actor.ts'
import { agency } from '../../db/schema/agency.ts'
import { notification } from '../../db/schema/everyday.ts'
import { staff } from '../../db/schema/staff.ts'
import { kindOf, type NotificationKind } from '../domain/notifications/notification.ts'
import type { Audience } from '../domain/notifications/notification-audience.ts'
import type { MailLine } from './compose-mail.ts'
import { type Addressees, type Recipient, recipientsOf } from './list-recipients.server.ts'
import { pageAddress } from './page-address.ts'

/** A notification for an agency, before its recipients are known. */
export interface NotificationToRecord {
  kind: NotificationKind
  /** With `occasion` and `kind` the identity of the notification: a repetition is not recorded again. */
  subjectId: string
  occasion: string
  reference: string
  /** The id in the page's address, if it is not `subjectId`. */
  pageId?: string
  to: Audience
  except: string | null
}

/** A mail for this process to send. No other process sends it while the claim lasts, one minute at first. */
export interface ClaimedMail {
  mailId: string
  agencyId: string
  email: string
  toDuty: boolean
  lines: MailLine[]
}

const ROWS_AT_ONCE = 500
const CLAIMED_AT_ONCE = 40
/** About four days, so that mail still arrives after the mail server was away for a long weekend. */
const TRIES_AT_MOST = 100
const DUTY = 'duty'

/**
 * Records each notification once for each recipient and claims the mails to send now. A notification already recorded
 * is not claimed again: the process that recorded it sends the mail, or its claim expires and another process does.
 * @param together puts all entries for one recipient into one mail
 */
export async function recordNotifications(
  tx: Tx,
  addressees: Addressees,
  entries: readonly NotificationToRecord[],
  { together = false } = {},
): Promise<ClaimedMail[]> {
  const mailIds = new Map<string, string>()
  const rows = entries.flatMap((entry) =>
    recipientsOf(addressees, entry).map((recipient) => {
      const key = recipient.staffId ?? DUTY
      const mailId = (together ? mailIds.get(key) : undefined) ?? randomUUID()
      mailIds.set(key, mailId)
      return rowOf(addressees.agencyId, entry, recipient, mailId)
    }),
  )
  const claimed: ClaimedRow[] = []
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = rows.slice(from, from + ROWS_AT_ONCE)
    claimed.push(...(await tx.insert(notification).values(some).onConflictDoNothing().returning(CLAIMED)))
  }
  const emails = new Map(addressees.people.map(({ staffId, email }) => [staffId, email]))
  return groupIntoMails(claimed, (staffId) => (staffId === null ? addressees.dutyEmail : emails.get(staffId)))
}

function rowOf(agencyId: string, entry: NotificationToRecord, { staffId, how }: Recipient, mailId: string) {
  const { kind, subjectId, occasion, reference, pageId } = entry
  const about = { kind, subjectId, occasion, reference, path: pageAddress(kindOf(kind).page, pageId ?? subjectId) }
  const row = { ...about, agencyId, notificationId: randomUUID(), recipientKey: staffId ?? DUTY, staffId, how }
  return how === 'at_once' ? { ...row, mailId, claimedAt: sql`now()`, tries: 1 } : row
}

const CLAIMED = {
  agencyId: notification.agencyId,
  mailId: notification.mailId,
  staffId: notification.staffId,
  kind: sql<NotificationKind>`${notification.kind}`,
  reference: notification.reference,
  path: notification.path,
}

type ClaimedRow = { agencyId: string; mailId: string | null; staffId: string | null } & MailLine

/** Groups rows into mails. Digest rows without a mail yet are left out, and so are recipients without an address. */
function groupIntoMails(
  rows: readonly ClaimedRow[],
  emailOf: (staffId: string | null) => string | undefined,
): ClaimedMail[] {
  const mails = new Map<string, ClaimedMail>()
  for (const { agencyId, mailId, staffId, ...line } of rows) {
    const email = emailOf(staffId)
    if (!mailId || !email) continue
    const mail = mails.get(mailId) ?? { mailId, agencyId, email, toDuty: staffId === null, lines: [] }
    if (!mail.lines.some(({ kind, path }) => kind === line.kind && path === line.path)) mail.lines.push(line)
    mails.set(mailId, mail)
  }
  return [...mails.values()]
}

/**
 * Claims mails of an agency again whose claim has expired: the process was killed, or the mail server refused the mail.
 * The pause doubles with each attempt, up to an hour.
 */
export async function claimUnsent(tx: Tx, agencyId: string): Promise<ClaimedMail[]> {
  if (!(await tryLockAgency(tx, agencyId))) return []
  const waiting = and(
    eq(notification.agencyId, agencyId),
    inArray(notification.how, ['at_once', 'digest']),
    isNull(notification.sentAt),
    isNotNull(notification.mailId),
  )
  const due = await tx
    .selectDistinct({ mailId: notification.mailId })
    .from(notification)
    .where(and(waiting, sql`${notification.tries} < ${TRIES_AT_MOST}`, CLAIM_RAN_OUT))
    .limit(CLAIMED_AT_ONCE)
  const mailIds = due.flatMap(({ mailId }) => mailId ?? [])
  if (mailIds.length === 0) return []
  return claim(tx, agencyId, and(waiting, inArray(notification.mailId, mailIds)))
}

const CLAIM_RAN_OUT = sql`(${notification.claimedAt} is null or ${notification.claimedAt} +
  least(interval '1 hour', interval '1 minute' * power(2, greatest(${notification.tries} - 1, 0))) < now())`

/** Puts the notifications waiting for each person's digest into one mail and claims it. */
export async function claimDigests(tx: Tx, agencyId: string): Promise<ClaimedMail[]> {
  if (!(await tryLockAgency(tx, agencyId))) return []
  const gathered = and(
    eq(notification.agencyId, agencyId),
    eq(notification.how, 'digest'),
    isNull(notification.sentAt),
    isNull(notification.mailId),
  )
  const readers = await tx
    .selectDistinct({ staffId: notification.staffId })
    .from(notification)
    .innerJoin(staff, and(eq(staff.agencyId, notification.agencyId), eq(staff.staffId, notification.staffId)))
    .where(and(gathered, eq(staff.active, true)))
    .limit(CLAIMED_AT_ONCE)
  const mails: ClaimedMail[] = []
  for (const { staffId } of readers) {
    if (staffId)
      mails.push(...(await claim(tx, agencyId, and(gathered, eq(notification.staffId, staffId)), randomUUID())))
  }
  return mails
}

async function claim(tx: Tx, agencyId: string, which: SQL | undefined, mailId?: string): Promise<ClaimedMail[]> {
  const rows = await tx
    .update(notification)
    .set({ claimedAt: sql`now()`, tries: sql`${notification.tries} + 1`, ...(mailId ? { mailId } : {}) })
    .where(which)
    .returning(CLAIMED)
  const [duty] = await tx.select({ email: agency.dutyEmail }).from(agency).where(eq(agency.agencyId, agencyId))
  const staffIds = rows.flatMap(({ staffId }) => staffId ?? [])
  const people = await tx
    .select({ staffId: staff.staffId, email: staff.email })
    .from(staff)
    .where(and(eq(staff.agencyId, agencyId), eq(staff.active, true), inArray(staff.staffId, staffIds)))
  const emails = new Map(people.map(({ staffId, email }) => [staffId, email]))
  return groupIntoMails(rows, (staffId) => (staffId === null ? duty?.email : emails.get(staffId)))
}

/** Whether this process may look for unsent mails of the agency: one at a time does. */
async function tryLockAgency(tx: Tx, agencyId: string): Promise<boolean> {
  const [row] = await tx.execute<{ alone: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtext('notify'), hashtext(${agencyId})) as alone`,
  )
  return row?.alone ?? false
}

/** Call it after the mail server has accepted the mail. */
export async function markSent(tx: Tx, { agencyId, mailId }: Pick<ClaimedMail, 'agencyId' | 'mailId'>): Promise<void> {
  await tx
    .update(notification)
    .set({ sentAt: sql`now()` })
    .where(and(eq(notification.agencyId, agencyId), eq(notification.mailId, mailId)))
}
