import { type Actor, NOBODY } from '../../app/domain/actor.ts'
import { readLedger } from '../../app/features/hotspots/read-ledger.server.ts'
import { Obstacle } from '../../db/obstacle.ts'
import { withLogins } from './with-logins.ts'

const operator: Actor = { agencyId: NOBODY, staffId: NOBODY, role: 'administrator' }

export function exportByCommand(named: string, format: string, complain: (message: string) => never): Promise<void> {
  if (!['json', 'csv', 'geojson'].includes(format)) complain('--format is json, csv or geojson.')
  return withLogins(async (as) => {
    const ledger = await as('appUrl', () => readLedger(operator))
    const one = ledger.find(({ releaseId, period }) => releaseId === named || period === named)
    if (!one) throw new Obstacle(`There is no release and no period ${JSON.stringify(named)}.`)
    process.stdout.write(one.body)
  })
}
