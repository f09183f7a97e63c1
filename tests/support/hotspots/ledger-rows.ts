import { createHash, randomUUID } from 'node:crypto'
import type { ReleaseBody } from '../../../app/domain/hotspots/release/release-body.ts'
import type { World } from '../world.ts'

/** Puts a release at the end of the ledger without building and approving it. */
export async function publishedRelease(
  { admin }: Pick<World, 'admin'>,
  body: ReleaseBody,
): Promise<{ releaseId: string }> {
  const releaseId = randomUUID()
  const { period, opensAt, closesAt } = body
  const text = JSON.stringify(body)
  const [last] = await admin<{ number: number; sha256: string }[]>`
    select number, sha256 from hotspot_release order by number desc limit 1`
  await admin`insert into hotspot_release ${admin({
    release_id: releaseId,
    number: (last?.number ?? 0) + 1,
    period,
    opens_at: opensAt,
    closes_at: closesAt,
    rule_version: 1,
    rules: admin.json({ ...body.rules }),
    body: text,
    sha256: createHash('sha256').update(text).digest('hex'),
    previous_sha256: last?.sha256 ?? '',
    attack_report: admin.json({ attempts: [], control: { hidden: 100, recovered: 78 } }),
    proposed_by_name: 'Marcus Adeyemi',
    approved_by_name: 'Tomasz Wilk',
    published_at: closesAt,
  })}`
  return { releaseId }
}
