import { and, desc, eq } from 'drizzle-orm'
import { asActor } from '../../../db/as-actor.ts'
import { agency } from '../../../db/schema/agency.ts'
import { caseFile, client, incident } from '../../../db/schema/case-file.ts'
import { consent } from '../../../db/schema/consent.ts'
import { orNotFound } from '../../access/require.server.ts'
import type { StrandId } from '../../domain/cases/strand.ts'
import { consentStateOf } from '../../domain/consents/consent.ts'
import { consentWording, wordingAsText } from '../../domain/consents/consent-wording.ts'
import type { Reading } from '../../domain/partnership/actor.ts'
import { suggestRecipients } from '../../domain/referrals/recipient-suggestion.ts'
import { withReceivers } from '../../facts/joined-agencies.server.ts'
import type { ConsentChoice } from './consent-choice.ts'

/** The data for asking consent: the client, the agencies, and the sentences the client will read. */
export async function readConsentPage({ actor, now }: Reading, caseId: string, choice: ConsentChoice, position = 0) {
  const { agencyId } = actor
  return asActor(actor, async (tx) => {
    const [[file], agencies, incidents, said] = await Promise.all([
      tx
        .select({
          caseId: caseFile.caseId,
          reference: caseFile.reference,
          clientName: client.name,
          language: client.language,
          interpreterNeeded: client.interpreterNeeded,
        })
        .from(caseFile)
        .innerJoin(client, and(eq(client.agencyId, agencyId), eq(client.clientId, caseFile.clientId)))
        .where(and(eq(caseFile.agencyId, agencyId), eq(caseFile.caseId, caseId))),
      tx
        .select()
        .from(agency)
        .then((rows) => withReceivers(tx, rows)),
      tx
        .select({ strands: incident.strands, ward: incident.ward })
        .from(incident)
        .where(and(eq(incident.agencyId, agencyId), eq(incident.caseId, caseId))),
      tx
        .select()
        .from(consent)
        .where(and(eq(consent.agencyId, agencyId), eq(consent.caseId, caseId)))
        .orderBy(desc(consent.givenAt)),
    ])
    const ready = agencies.filter(({ hasReceiver }) => hasReceiver)
    const saidBy = (id: string) =>
      saidOf(
        said.find((row) => row.recipientAgencyId === id),
        now,
      )
    const suggested = suggestRecipients(ready, {
      fromAgencyId: agencyId,
      purpose: null,
      strands: [...new Set(incidents.flatMap((one) => one.strands as StrandId[]))],
      wards: incidents.map(({ ward }) => ward).filter(Boolean),
      hasAgreed: (id) => saidBy(id) === 'active',
    })
    const chosen = choice.recipientAgencyIds.flatMap((id) => suggested.find((one) => one.agencyId === id) ?? [])
    const recipient = chosen[position]
    return {
      case: orNotFound(file),
      choice: { ...choice, recipientAgencyIds: chosen.map((one) => one.agencyId) },
      agencies: suggested.map(({ agencyId: id, name, reason }) => ({
        agencyId: id,
        name,
        reason,
        offers: agencies.find((one) => one.agencyId === id)?.offers ?? '',
        said: saidBy(id),
      })),
      recipient: recipient ? { agencyId: recipient.agencyId, name: recipient.name } : null,
      wording: recipient ? wordingFor(recipient.name, choice) : null,
    }
  })
}

export type ConsentPageData = Awaited<ReturnType<typeof readConsentPage>>

function saidOf(row: typeof consent.$inferSelect | undefined, now: Date) {
  return row ? consentStateOf(row, now) : null
}

function wordingFor(agencyName: string, { purposes, categories }: ConsentChoice) {
  const wording = consentWording({ agencyName, purposes, categories })
  const asText = wordingAsText(wording)
  return { sentences: asText.split('\n'), asText }
}
