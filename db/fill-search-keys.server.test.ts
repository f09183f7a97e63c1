import { describe, expect, it } from 'vitest'
import { findClients, findReceivedClients } from '../app/facts/find-people.server.ts'
import { reportedCase } from '../tests/support/cases.ts'
import { partners, sentReferral } from '../tests/support/referrals.ts'
import { openWorld } from '../tests/support/world.ts'
import { asActor } from './as-actor.ts'
import { fillSearchKeys } from './fill-search-keys.ts'

const world = await openWorld()
const { admin } = world

/** The database as the release before left it. */
async function before() {
  await admin`delete from client_search_key`
  await admin`delete from referral_search_key`
  await admin`drop index client_by_search_key`
  await admin`drop index referral_by_search_key`
  await admin`update client set name_key = lower(name)`
  await admin`
    update referral_package set content = jsonb_build_object('format', 'referral-package/1', 'parts',
      (content -> 'parts') - '{name,date_of_birth,address}'::text[]
        || jsonb_build_object('identity_contact', content -> 'parts' -> 'name'))`
}

describe('a database of the release before', () => {
  it('finds its people by every spelling, and counts one person once', async () => {
    const parties = await partners(world)
    const { worker, recipientWorker } = parties
    const report = { clientName: 'Michał Łukasiewicz', phone: '07700 900830 (mum)', dateOfBirth: '1987-05-12' }
    const { caseId } = await reportedCase(worker, { report: report as never })
    const [held] = await admin`select client_id from case_file where case_id = ${caseId}`
    const { referralId } = await sentReferral(parties)
    const peopleOf = () => admin`
      select distinct k.person from counted_incident k join incident i using (agency_id, incident_id)
      where i.case_id = ${caseId}`
    const person = await peopleOf()
    await before()
    await admin.begin(async (tx) => {
      await tx`set local role portal_owner`
      await fillSearchKeys(tx)
    })
    for (const typed of ['michal lukasiewicz', 'Łukasi', '447700900830'])
      expect((await asActor(worker.actor, (tx) => findClients(tx, worker.actor.agencyId, typed))).ids).toEqual([
        held?.client_id,
      ])
    const [shared] = await admin`select client_name from referral_package where referral_id = ${referralId}`
    const received = await asActor(recipientWorker.actor, (tx) =>
      findReceivedClients(tx, recipientWorker.actor.agencyId, shared?.client_name),
    )
    expect(received.ids).toContain(referralId)
    expect(await peopleOf()).toEqual(person)
    const [forced] = await admin`
      select bool_and(relforcerowsecurity) as all from pg_class where relname in ('client', 'referral_package', 'incident')`
    expect(forced?.all).toBe(true)
  })
})
