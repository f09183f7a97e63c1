import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { allowed } from '../../../tests/support/cases.ts'
import { overrideInput } from '../../../tests/support/casework/overrides.ts'
import { partners, recordedConsent, referableCase, sendInput, sentReferral } from '../../../tests/support/referrals.ts'
import { asking, MONDAY_MORNING, openWorld } from '../../../tests/support/world.ts'
import type { DataCategory } from '../../domain/consents/data-category.ts'
import { readReceived } from '../referrals/inbox/read-received.server.ts'
import { sendReferral } from '../referrals/send/send-referral.server.ts'
import { askOverride } from './ask-override.server.ts'

const world = await openWorld()
const parties = await partners(world)
const { worker, recipient, recipientWorker } = parties
const IDENTITY: DataCategory[] = ['name', 'date_of_birth', 'address']
const STORED_BEFORE = ['identity_contact', 'safe_contact']

/** Brings rows written by the release before this one to this release, as its migration does. */
async function migrateRows() {
  const text = await readFile(new URL('../../../db/migrations/0038_data_categories.sql', import.meta.url), 'utf8')
  await world.admin.begin((tx) => tx.unsafe(`set local role portal_owner; ${text}`))
}

describe('what was recorded while name, date of birth and address were one category', () => {
  it('covers all three and nothing more, with the sentences that were shown', async () => {
    const { caseId } = await referableCase(parties)
    const { consentId } = await recordedConsent(parties, caseId, { categories: [...IDENTITY, 'safe_contact'] })
    const shown = 'Beacon Victim Care may know: your name, date of birth and address; how to reach you safely.'
    await world.admin`update consent set categories = ${STORED_BEFORE}, wording = ${shown}, wording_version = '2026-11'
      where consent_id = ${consentId}`
    await migrateRows()
    const [row] =
      await world.admin`select categories, wording, wording_version from consent where consent_id = ${consentId}`
    expect(row).toEqual({ categories: [...IDENTITY, 'safe_contact'], wording: shown, wording_version: '2026-11' })
    const more = sendInput(parties, caseId, { categories: [...IDENTITY, 'safe_contact', 'risk'] })
    expect(await sendReferral(asking(worker), more)).toMatchObject({ refusal: { categories: ['risk'] } })
    const same = sendInput(parties, caseId, { categories: [...IDENTITY, 'safe_contact'] })
    expect((await sendReferral(asking(worker), same)).ok).toBe(true)
  })

  it('keeps a request to share without consent that still waits', async () => {
    const { caseId } = await referableCase(parties)
    const input = overrideInput(recipient.agencyId, caseId, { categories: ['name', 'safe_contact'] })
    const { overrideId } = allowed(await askOverride(asking(worker), input))
    await world.admin.begin((tx) =>
      tx.unsafe(`alter table consent_override disable trigger decided_by_signer;
        update consent_override set categories = '{identity_contact,safe_contact}' where override_id = '${overrideId}';
        alter table consent_override enable trigger decided_by_signer`),
    )
    await migrateRows()
    const [row] = await world.admin`select categories, decision from consent_override where override_id = ${overrideId}`
    expect(row).toEqual({ categories: [...IDENTITY, 'safe_contact'], decision: 'asked' })
  })

  it('shows the recipient the same name, date of birth and address', async () => {
    const { referralId } = await sentReferral(parties)
    const before = {
      format: 'referral-package/1',
      parts: { identity_contact: { name: 'Amara Diallo', dateOfBirth: '1987-05-12', address: '4 Quay Street' } },
    }
    await world.admin`update referral_package set categories = ${STORED_BEFORE}, content = ${world.admin.json(before)}
      where referral_id = ${referralId}`
    await migrateRows()
    const { current } = await readReceived({ actor: recipientWorker.actor, now: MONDAY_MORNING }, referralId)
    expect(current?.content).toEqual({
      format: 'referral-package/2',
      parts: {
        name: { name: 'Amara Diallo' },
        date_of_birth: { dateOfBirth: '1987-05-12' },
        address: { address: '4 Quay Street' },
      },
    })
  })
})
