import { randomUUID } from 'node:crypto'
import type { ReleaseBody } from '../../app/domain/hotspot/release-body.ts'
import type { World } from './world.ts'

/** Puts a release into the ledger as it stands, without the long way through building and approving it. */
export async function publishedRelease({ admin }: World, body: ReleaseBody): Promise<{ releaseId: string }> {
  const releaseId = randomUUID()
  const { period, opensAt, closesAt } = body
  await admin`insert into hotspot_release ${admin({
    release_id: releaseId,
    number: sequence(period),
    period,
    opens_at: opensAt,
    closes_at: closesAt,
    rule_version: 1,
    rules: admin.json({ ...body.rules }),
    body: JSON.stringify(body),
    sha256: releaseId,
    previous_sha256: '',
    attack_report: admin.json({ attempts: [], control: { hidden: 0, recovered: 0 } }),
    proposed_by_name: 'Somebody',
    approved_by_name: 'Somebody else',
    published_at: closesAt,
  })}`
  return { releaseId }
}

/** A number for each period, in the order of time. */
function sequence(period: string): number {
  const [year = '', quarter = ''] = period.split('-Q')
  return Number(year) * 10 + Number(quarter)
}
