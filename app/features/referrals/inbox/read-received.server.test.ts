import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { referralRow } from '../../../../tests/support/referral-rows.ts'
import { partners, sentReferral } from '../../../../tests/support/referrals.ts'
import { asking, openWorld } from '../../../../tests/support/world.ts'
import { STATE_IDS } from '../../../domain/referrals/referral.ts'
import { movesFor } from '../../../domain/referrals/referral-move.ts'
import { readAnswerPage } from './read-answer-page.server.ts'
import { readReceived } from './read-received.server.ts'

const world = await openWorld()
const parties = await partners(world)
const { recipientWorker, worker, sender: from, recipient: to } = parties

describe('readReceived', () => {
  it('shows what was shared, and names what was not', async () => {
    const { referralId } = await sentReferral(parties, { categories: ['safe_contact', 'incident_details'] })
    const { current } = await readReceived(asking(recipientWorker), referralId)
    expect(Object.keys(current?.content.parts ?? {}).sort()).toEqual(['incident_details', 'safe_contact'])
    expect(current).toMatchObject({ clientName: '', risk: '' })
    expect(current?.notShared).toEqual([
      'Name',
      'Date of birth',
      'Address',
      'Strand of the hate',
      'Risk and safety',
      'Action plan',
      'List of evidence',
    ])
  })

  it('writes each reading into the recipient’s own log, and no client’s words with it', async () => {
    const { referralId } = await sentReferral(parties)
    await readReceived(asking(recipientWorker), referralId)
    const events = await world.admin`
      select kind, data, case_id, actor_id from case_event
      where agency_id = ${to.agencyId} and subject_id = ${referralId}`
    expect(events).toEqual([
      {
        kind: 'record-consulted',
        data: { what: 'referral', referralId },
        case_id: null,
        actor_id: recipientWorker.actor.staffId,
      },
    ])
  })

  it.each(STATE_IDS)('offers exactly the moves of the table while it is %s', async (state) => {
    const referralId = await referralRow(world, { from, to, state, sentAt: asking(worker).now })
    expect((await readReceived(asking(recipientWorker), referralId)).moves).toEqual(movesFor(state, 'recipient'))
  })

  it('answers the sender, a third agency and a missing id alike', async () => {
    const { referralId } = await sentReferral(parties)
    const stranger = await world.staff(await world.agency())
    const decided = await referralRow(world, { from, to, state: 'decided' })
    for (const [person, id] of [
      [worker, referralId],
      [stranger, referralId],
      [recipientWorker, decided],
      [recipientWorker, randomUUID()],
    ] as const) {
      await expect(readReceived(asking(person), id)).rejects.toMatchObject({ status: 404 })
      await expect(readAnswerPage(asking(person), id)).rejects.toMatchObject({ status: 404 })
    }
  })
})

describe('readAnswerPage', () => {
  it('offers colleagues, and agencies that are neither of the two, and tells nothing about the client', async () => {
    const other = await world.agency({ kind: 'community_support', name: 'Open Door Voices' })
    await world.staff(other)
    const { referralId } = await sentReferral(parties)
    const page = await readAnswerPage(asking(recipientWorker), referralId)
    expect(page.workers.map(({ name }) => name)).toEqual(['Bea Novak', 'Max Idowu'])
    const ids = page.alternatives.map(({ agencyId }) => agencyId)
    expect(ids).toContain(other.agencyId)
    expect([ids.includes(from.agencyId), ids.includes(to.agencyId)]).toEqual([false, false])
    expect(JSON.stringify(page)).not.toMatch(/Client \d/)
  })
})
