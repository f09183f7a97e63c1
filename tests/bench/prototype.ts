import { randomUUID } from 'node:crypto'
import { startSession } from '../../app/access/session.server.ts'
import { consentWording, wordingAsText } from '../../app/domain/consents/consent-wording.ts'
import type { DataCategory } from '../../app/domain/consents/data-category.ts'
import type { Result } from '../../app/domain/result.ts'
import { allocateCase } from '../../app/features/casework/allocation/allocate-case.server.ts'
import { recordConsent, recordConsentInput } from '../../app/features/consents/record-consent.server.ts'
import { takeReport, takeReportInput } from '../../app/features/intake/take-report.server.ts'
import { INBOX } from '../../app/features/referrals/inbox/inbox-query.ts'
import { readInbox } from '../../app/features/referrals/inbox/read-inbox.server.ts'
import { sendReferral, sendReferralInput } from '../../app/features/referrals/send/send-referral.server.ts'
import { closePool } from '../../db/as-actor.ts'
import { type BenchDatabase, openBenchPool, type Statement } from './bench-server.ts'
import type { Filled } from './fill-partnership.ts'
import { leastStatements } from './send-floor.ts'

/** One referral sent through the use cases, with what it took: what the bench multiplies and replays. */
export interface Prototype extends Filled {
  caseId: string
  reference: string
  /** The form as the page posts it, without its key. */
  fields: string[][]
  /** What the driver was given between begin and commit. */
  statements: Statement[]
  /** The least that leaves the same rows, in batches that are sent together. */
  least: Statement[][]
  /** Ids that stay the same in every copy. */
  shared: string[]
  cookie: string
  /** The statement of the inbox, as the portal sends it. */
  inbox: Statement
}

const SHARED_DATA: DataCategory[] = [
  'name',
  'date_of_birth',
  'address',
  'safe_contact',
  'incident_details',
  'strand',
  'risk',
]

export async function makePrototype(database: BenchDatabase, person: Filled): Promise<Prototype> {
  const seen: Statement[] = []
  openBenchPool(database.appUrl, (text, params) => seen.push({ text, params: [...params] }))
  try {
    const made = await sendOne(database, person, seen)
    const actor = { ...person, role: 'case_worker' as const }
    seen.length = 0
    await readInbox({ actor, now: new Date() }, INBOX.read(new URLSearchParams()))
    const inbox = seen.find(({ text }) => text.includes('page as ('))
    if (!inbox) throw new Error('The statement of the inbox was not seen.')
    const { cookie } = await startSession(person, { confined: false })
    return { ...person, ...made, inbox, cookie: cookie.split(';', 1)[0] ?? '' }
  } finally {
    await closePool()
  }
}

async function sendOne(database: BenchDatabase, person: Filled, seen: Statement[]) {
  const { admin } = database
  const asking = () => ({ actor: { ...person, role: 'case_worker' as const }, now: new Date(), key: randomUUID() })
  const [recipient] = await admin<{ agencyId: string; name: string }[]>`
    select agency_id as "agencyId", name from agency where agency_id <> ${person.agencyId} order by name limit 1`
  if (!recipient) throw new Error('There is nobody to refer to.')
  const { caseId } = must(await takeReport(asking(), REPORT))
  must(await allocateCase(asking(), { caseId, staffId: person.staffId }))
  must(await recordConsent(asking(), { ...consentTo(recipient), caseId }))
  const fields = fieldsFor(recipient.agencyId)
  const input = sendReferralInput.parse({ ...Object.fromEntries(fields), categories: SHARED_DATA })
  seen.length = 0
  const { referralId } = must(await sendReferral(asking(), { ...input, caseId }))
  const statements = seen.filter(({ text }) => !/^\s*(begin|commit)/i.test(text))
  const [row] = await admin<{ reference: string }[]>`select reference from referral where referral_id = ${referralId}`
  const shared = [person.agencyId, person.staffId, recipient.agencyId]
  const least = await leastStatements(database, referralId)
  return { caseId, reference: row?.reference ?? '', fields, statements, least, shared }
}

const REPORT = takeReportInput.parse({
  channel: 'phone',
  reporterRole: 'victim',
  clientName: 'Prototype Client',
  phone: '07700 900000',
  safeToCall: 'yes',
  safeToVoicemail: 'no',
  safeToText: 'no',
  account: 'They shouted at me again outside the shop.',
  strands: ['race'],
  violence: 'no',
  samePerson: 'another',
})

function consentTo({ agencyId, name }: { agencyId: string; name: string }) {
  return recordConsentInput.parse({
    recipientAgencyId: agencyId,
    decision: 'agreed',
    purposes: ['support'],
    categories: SHARED_DATA,
    wordingShown: wordingAsText(consentWording({ agencyName: name, purposes: ['support'], categories: SHARED_DATA })),
    method: 'verbal',
    language: 'English',
    grantor: 'client',
    capacity: 'presumed',
  })
}

function fieldsFor(recipientAgencyId: string): string[][] {
  return [
    ['recipientAgencyId', recipientAgencyId],
    ['purpose', 'support'],
    ['askedBy', 'agreed'],
    ['summary', 'Shouted at outside the shop, and afraid to go there again.'],
    ...SHARED_DATA.map((category) => ['categories', category]),
  ]
}

function must<Value>(result: Result<Value, { kind: string }>): Value {
  if (result.ok) return result.value
  throw new Error(`Refused: ${JSON.stringify(result.refusal)}`)
}
