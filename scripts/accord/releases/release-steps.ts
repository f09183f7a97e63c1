import { z } from 'zod'
import type { AttackReport } from '../../../app/domain/hotspots/attack/attack-report.ts'
import { isSafeToPropose } from '../../../app/domain/hotspots/release/audit-release.ts'
import type { Result } from '../../../app/domain/result.ts'
import { askRelease } from '../../../app/features/hotspots/releases/ask-release.server.ts'
import { buildAskedReleases } from '../../../app/features/hotspots/releases/build-asked-releases.server.ts'
import { decideRelease } from '../../../app/features/hotspots/releases/decide-release.server.ts'
import { proposeRelease } from '../../../app/features/hotspots/releases/propose-release.server.ts'
import { listDrafts, readDraft } from '../../../app/features/hotspots/releases/read-drafts.server.ts'
import { RELEASE_REFUSALS, type ReleaseRefusal } from '../../../app/features/hotspots/releases/refusal-words.server.ts'
import { refusalMessage } from '../../../app/forms/refusal-table.server.ts'
import { Obstacle } from '../../../db/obstacle.ts'
import { askingAs, operator } from '../asking-as.ts'
import { withLogins } from '../with-logins.ts'

function valueOrObstacle<Value>(result: Result<Value, ReleaseRefusal>): Value {
  if (result.ok) return result.value
  if (result.refusal.kind === 'not-found') throw new Obstacle('We cannot find this release.')
  throw new Obstacle(`${refusalMessage(RELEASE_REFUSALS, result.refusal)}.`)
}

export function buildByCommand(period: string, email: string, json: boolean): Promise<void> {
  return withLogins(async (as) => {
    const asking = await as('appUrl', () => askingAs(email))
    const { releaseId } = valueOrObstacle(await as('appUrl', () => askRelease(asking, { period })))
    await as('workerUrl', buildAskedReleases)
    const draft = await as('appUrl', () => readDraft(asking.actor, releaseId))
    if (!draft) throw new Obstacle('The release is no longer there.')
    const { state, summary, attackReport } = draft
    if (json) return print(JSON.stringify({ releaseId, state, summary, attackReport }))
    if (!summary || !attackReport) throw new Obstacle(`${period}: too few incidents to publish even one number.`)
    print(
      `${releaseId}  ${period}: about ${summary.incidents} incidents in ${summary.areas} areas, ${summary.atSevenOrFiner} % of them in hexagons of resolution 7 or finer.`,
    )
    print(inWords(attackReport))
  })
}

function inWords(report: AttackReport): string {
  const { attempts, control } = report
  const lines = attempts.map(({ name, tried, found }) => `  ${name}: ${tried} tried, ${found} found`)
  const verdict = isSafeToPropose(report)
    ? 'No attack succeeded: it can be proposed.'
    : 'An attack succeeded: it cannot be proposed.'
  return [
    'Attacked:',
    ...lines,
    `  the same attacks on a naive map: ${control.recovered} of ${control.hidden} hidden numbers found`,
    verdict,
  ].join('\n')
}

/** @throws Obstacle when the text is not an id */
function idOf(words: string): string {
  const id = z.guid().safeParse(words).data
  if (!id) throw new Obstacle(`${JSON.stringify(words)} is not the id of a release: accord release list names them.`)
  return id
}

export function proposeByCommand(releaseId: string, email: string): Promise<void> {
  return withLogins(async (as) => {
    valueOrObstacle(
      await as('appUrl', async () => proposeRelease(await askingAs(email), { releaseId: idOf(releaseId) })),
    )
    print('Proposed. Another person must decide: accord release approve.')
  })
}

export function approveByCommand(releaseId: string, email: string): Promise<void> {
  return withLogins(async (as) => {
    const decision = { releaseId: idOf(releaseId), decision: 'approve', note: '' } as const
    const { number } = valueOrObstacle(await as('appUrl', async () => decideRelease(await askingAs(email), decision)))
    print(`Published as release ${number}.`)
  })
}

export function listByCommand(json: boolean): Promise<void> {
  return withLogins(async (as) => {
    const drafts = await as('appUrl', () => listDrafts(operator))
    if (json) return print(JSON.stringify(drafts))
    for (const { releaseId, period, state, sha256 } of drafts)
      print(`${releaseId}  ${period}  ${state}  ${sha256 ?? ''}`)
  })
}

function print(line: string) {
  process.stdout.write(`${line}\n`)
}
