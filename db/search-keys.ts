import { and, eq, type SQL } from 'drizzle-orm'
import type { PackageContent } from '../app/domain/referrals/referral-package.ts'
import { nameKey, nameSearchKeys } from '../app/domain/text/name-words.ts'
import { phoneSearchKeys } from '../app/domain/text/phone-key.ts'
import type { Tx } from './as-actor.ts'
import { client, clientSearchKey } from './schema/case-file.ts'
import { referralPackage, referralSearchKey } from './schema/referral.ts'

/** The keys by which a person is found. */
export function searchKeys({ name, phone }: { name: string; phone: string }): string[] {
  return [...nameSearchKeys(name), ...phoneSearchKeys(phone)]
}

/** The keys by which a package is found: only from what the client agreed to share. */
function packageSearchKeys({ parts }: Pick<PackageContent, 'parts'>): string[] {
  const name = parts.name?.name ?? ''
  return searchKeys({ name, phone: parts.safe_contact?.safeContact.phone ?? '' })
}

type ClientRow = Omit<typeof client.$inferInsert, 'nameKey'>

/** Inserts a client together with their search keys. */
export async function insertClient(tx: Tx, row: ClientRow): Promise<void> {
  await tx.insert(client).values({ ...row, nameKey: nameKey(row.name) })
  await insertClientKeys(tx, row)
}

type ClientChange = Partial<ClientRow> & Pick<ClientRow, 'agencyId' | 'clientId' | 'name' | 'safeContact'>

/** Updates a client together with their search keys. */
export async function updateClient(tx: Tx, { agencyId, clientId, ...change }: ClientChange): Promise<void> {
  await tx
    .update(client)
    .set({ ...change, nameKey: nameKey(change.name) })
    .where(and(eq(client.agencyId, agencyId), eq(client.clientId, clientId)))
  await tx
    .delete(clientSearchKey)
    .where(and(eq(clientSearchKey.agencyId, agencyId), eq(clientSearchKey.clientId, clientId)))
  await insertClientKeys(tx, { agencyId, clientId, ...change })
}

/** Updates the safe-contact answers. The phone number, and so the search keys, stay the same. */
export async function answerSafetyQuestions(
  tx: Tx,
  { agencyId, clientId, safeContact }: Pick<ClientRow, 'agencyId' | 'clientId' | 'safeContact'>,
): Promise<void> {
  await tx
    .update(client)
    .set({ safeContact })
    .where(and(eq(client.agencyId, agencyId), eq(client.clientId, clientId)))
}

async function insertClientKeys(
  tx: Tx,
  { agencyId, clientId, name, safeContact }: Pick<ClientRow, 'agencyId' | 'clientId' | 'name' | 'safeContact'>,
) {
  const rows = searchKeys({ name, phone: safeContact.phone }).map((key) => ({ agencyId, clientId, key }))
  if (rows.length > 0) await tx.insert(clientSearchKey).values(rows)
}

/** Inserts a version of a package together with its search keys, in one statement. */
export async function insertPackage(
  tx: Tx,
  row: Omit<PackageRow, 'sharedByName'> & { sharedByName: string | SQL<string> },
): Promise<void> {
  const { referralId, fromAgencyId, toAgencyId, version, content } = row
  const rows = packageSearchKeys(content).map((key) => ({ referralId, fromAgencyId, toAgencyId, version, key }))
  if (rows.length === 0) {
    await tx.insert(referralPackage).values(row)
    return
  }
  const keys = tx.$with('keys').as(tx.insert(referralSearchKey).values(rows))
  await tx.with(keys).insert(referralPackage).values(row)
}

type PackageRow = typeof referralPackage.$inferInsert
