import { and, asc, desc, eq } from 'drizzle-orm'
import { asActor } from '../../../db/as-actor.ts'
import { withReceivers } from '../../../db/joined-agencies.ts'
import { agency } from '../../../db/schema/agency.ts'
import { caseFile, client, incident } from '../../../db/schema/case-file.ts'
import { consent } from '../../../db/schema/consent.ts'
import { orNotFound } from '../../access/require.server.ts'
import type { Actor } from '../../domain/actor.ts'
import { agencyType, isAgencyKind } from '../../domain/agency.ts'
import { consentStateOf } from '../../domain/consent.ts'
import { consentWording, wordingAsText } from '../../domain/consent-wording.ts'
import { STRANDS, type StrandId } from '../../domain/strand.ts'
import type { ConsentChoice } from './consent-choice.ts'

interface Reading {
  actor: Actor
  now: Date
}

/** What the page for asking needs: whom it is about, the agencies, and the sentences that the client will read. */
export async function readConsentPage({ actor, now }: Reading, caseId: string, choice: ConsentChoice, position = 0) {
  const { agencyId } = actor
  return asActor(actor, async (tx) => {
    const [[file], agencies, strands, said] = await Promise.all([
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
        .orderBy(asc(agency.name))
        .then((rows) => withReceivers(tx, rows)),
      tx
        .select({ strands: incident.strands })
        .from(incident)
        .where(and(eq(incident.agencyId, agencyId), eq(incident.caseId, caseId))),
      tx
        .select()
        .from(consent)
        .where(and(eq(consent.agencyId, agencyId), eq(consent.caseId, caseId)))
        .orderBy(desc(consent.givenAt)),
    ])
    const others = agencies.filter((one) => one.agencyId !== agencyId && receives(one.kind) && one.hasReceiver)
    const chosen = choice.recipientAgencyIds.flatMap((id) => others.find((one) => one.agencyId === id) ?? [])
    const recipient = chosen[position]
    const known = new Set(strands.flatMap((one) => one.strands))
    return {
      case: orNotFound(file),
      choice: { ...choice, recipientAgencyIds: chosen.map((one) => one.agencyId) },
      agencies: bestFirst(others, known).map((one) => ({
        agencyId: one.agencyId,
        name: one.name,
        offers: one.offers,
        speciality: one.strands.map((id) => STRANDS[id as StrandId]?.short ?? '').filter(Boolean),
        said: saidOf(
          said.find((row) => row.recipientAgencyId === one.agencyId),
          now,
        ),
      })),
      recipient: recipient ? { agencyId: recipient.agencyId, name: recipient.name } : null,
      wording: recipient ? wordingFor(recipient.name, choice) : null,
    }
  })
}

export type ConsentPageData = Awaited<ReturnType<typeof readConsentPage>>

function receives(kind: string): boolean {
  return isAgencyKind(kind) && agencyType(kind).canReceive
}

/** Those that know the strand before the others; each group by name. */
function bestFirst<One extends { strands: readonly string[] }>(agencies: One[], known: ReadonlySet<string>): One[] {
  const fits = (one: One) => Number(one.strands.some((strand) => known.has(strand)))
  return agencies.toSorted((a, b) => fits(b) - fits(a))
}

function saidOf(row: typeof consent.$inferSelect | undefined, now: Date) {
  return row ? consentStateOf(row, now) : null
}

function wordingFor(agencyName: string, { purposes, categories }: ConsentChoice) {
  const wording = consentWording({ agencyName, purposes, categories })
  const asText = wordingAsText(wording)
  return { sentences: asText.split('\n'), asText }
}
