import { randomUUID } from 'node:crypto'
import { importIncidents } from '../../../app/features/hotspots/imports/import-incidents.server.ts'
import { Obstacle } from '../../../db/obstacle.ts'
import { asOperator } from '../as-operator.ts'
import { findAgencyByName } from '../find-agency.ts'
import { counted, endWithProblems, type ImportOptions, openFile, print, progressOf } from './import-files.ts'

/** `accord import incidents`: runs the use case of the page, for files of any length. */
export async function importIncidentsByCommand(
  file: string,
  { agency, dryRun = false, json = false, complain }: ImportOptions & { agency: string },
): Promise<void> {
  const { source } = openFile(file, complain)
  const imported = await asOperator(async (operator) => {
    const agencyId = await findAgencyByName(operator, agency)
    if (!agencyId) throw new Obstacle(`There is no agency ${JSON.stringify(agency)}: write its name, initials or id.`)
    const asking = { actor: operator.in(agencyId), now: operator.now, key: randomUUID() }
    return importIncidents(asking, { agencyId, source, dryRun, onProgress: progressOf() })
  })
  if (!imported.ok) {
    if (imported.refusal.kind === 'unsound') return endWithProblems(imported.refusal.problems, json)
    throw new Obstacle(imported.refusal.kind)
  }
  const { rows, added } = imported.value
  const words = `${counted(rows)} incidents read, ${counted(added)} added, ${counted(rows - added)} already here.`
  print(words, { rows, added, dryRun }, json)
}
