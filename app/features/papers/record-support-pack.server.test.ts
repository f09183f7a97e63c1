import { describe, expect, it } from 'vitest'
import { asActor } from '../../../db/as-actor.ts'
import { allocatedCase, allowed } from '../../../tests/support/cases.ts'
import { madePaper, packInput } from '../../../tests/support/papers/papers.ts'
import { textOfPdf } from '../../../tests/support/papers/read-pdf.ts'
import { asking, openWorld } from '../../../tests/support/world.ts'
import { missingFromClientPack } from '../../domain/papers/support-pack.ts'
import { readSupportPacksOfCase } from '../../facts/casework/papers-of-case.server.ts'
import { recordSupportPack, type SupportPackInput } from './record-support-pack.server.ts'

const world = await openWorld()
const harthill = await world.agency({ kind: 'social_landlord', name: 'Harthill Bridge Homes' })
const other = await world.agency({ kind: 'social_landlord', name: 'Northgate Quay Housing' })
const beacon = await world.agency({ kind: 'victim_support', name: 'Beacon Victim Care' })
const steps = await world.agency({ kind: 'community_support', name: 'Unity Steps', strands: ['race'] })
for (const [at, { agencyId }] of [harthill, other, beacon, steps].entries())
  await world.admin`update agency set duty_phone = ${`0151 496 000${at}`} where agency_id = ${agencyId}`
const worker = await world.staff(harthill)

async function caseWithPack() {
  const { caseId } = await allocatedCase(worker)
  await madePaper(worker, { caseId, paper: 'support_pack' })
  return caseId
}

async function record(caseId: string, given: Partial<SupportPackInput> = {}) {
  return recordSupportPack(asking(worker), packInput(caseId, given))
}

function packsOf(caseId: string) {
  return asActor(worker.actor, (tx) => readSupportPacksOfCase(tx, worker.actor, caseId))
}

const DECLINED = {
  diary: 'declined',
  pen: 'declined',
  contacts: 'declined',
  publicity: 'declined',
  standards: 'declined',
} as const
const OPEN = { diary: null, pen: null, contacts: null, publicity: null, standards: null } as const

describe('the support pack', () => {
  it('S1: is complete once each of its things was given or declined', async () => {
    const caseId = await caseWithPack()
    allowed(await record(caseId, { ...OPEN, diary: 'given', pen: 'declined' }))
    expect(missingFromClientPack(await packsOf(caseId))).toEqual(['contacts', 'publicity', 'standards'])
    allowed(await record(caseId, { diary: null, pen: null }))
    expect(missingFromClientPack(await packsOf(caseId))).toEqual([])
  })

  it('S1: records that it was declined, without a paper', async () => {
    const { caseId } = await allocatedCase(worker)
    allowed(await record(caseId, DECLINED))
    expect(await packsOf(caseId)).toMatchObject([{ recipient: 'client', complete: true }])
    const [event] =
      await world.admin`select kind, data from case_event where case_id = ${caseId} order by seq desc limit 1`
    expect(event).toMatchObject({ kind: 'support-pack-declined', data: { given: [], declined: Object.keys(DECLINED) } })
  })

  it('S1: is not recorded without an answer, nor given before it was made', async () => {
    const { caseId } = await allocatedCase(worker)
    expect(await record(caseId, OPEN)).toMatchObject({ refusal: { kind: 'nothing-answered' } })
    expect(await record(caseId)).toMatchObject({ refusal: { kind: 'not-made' } })
  })

  it('V5: is recorded for each witness apart from the client, by a name that no log has', async () => {
    const caseId = await caseWithPack()
    allowed(await record(caseId, { recipient: 'new', recipientName: 'Tom Hale' }))
    allowed(await record(caseId, { recipient: 'new', recipientName: 'Tom Hale', ...OPEN, diary: 'given' }))
    const [first, second] = await packsOf(caseId)
    expect([first?.complete, second?.complete]).toEqual([true, false])
    expect(missingFromClientPack(await packsOf(caseId))).toHaveLength(5)
    allowed(await record(caseId, { recipient: String(second?.recipientId), diary: null }))
    expect((await packsOf(caseId)).map(({ complete, recipientName }) => [recipientName, complete])).toEqual([
      ['Tom Hale', true],
      ['Tom Hale', true],
    ])
    expect(await world.admin`select 1 from case_event where data::text like '%Hale%'`).toHaveLength(0)
  })

  it('V5: needs the name of a new witness, and knows only witnesses of this case', async () => {
    const [caseId, elsewhere] = [await caseWithPack(), await caseWithPack()]
    expect(await record(caseId, { recipient: 'new', ...DECLINED })).toMatchObject({
      refusal: { kind: 'witness-name-missing' },
    })
    allowed(await record(elsewhere, { recipient: 'new', recipientName: 'Tom Hale' }))
    const [witness] = await packsOf(elsewhere)
    expect(await record(caseId, { recipient: String(witness?.recipientId) })).toMatchObject({
      refusal: { kind: 'unknown-recipient' },
    })
  })

  it('S1: as a paper lists the agencies of the directory by strand and need, other landlords aside', async () => {
    const { caseId } = await allocatedCase(worker)
    const { content, filename } = await madePaper(worker, { caseId, paper: 'support_pack' })
    const text = (await textOfPdf(content)).replaceAll(/\s+/g, ' ')
    for (const said of [
      'Beacon Victim Care',
      'If it was about race',
      'Unity Steps',
      'Diary sheet 3',
      "Believe the client's complaint",
    ])
      expect(text).toContain(said)
    expect(text).toMatch(/Support: .*Beacon Victim Care/)
    expect(text).not.toContain('Northgate')
    expect(text).not.toMatch(/HB-|Client \d/)
    expect(filename).toMatch(/^support-pack-.*\.pdf$/)
  })
})
