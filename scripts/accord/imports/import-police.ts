import { loadStreetCrime } from '../../../app/features/hotspots/imports/load-street-crime.server.ts'
import { counted, type ImportOptions, loadByCommand } from './import-files.ts'

/** `accord import police`: police counts, shown on the map as context. */
export function importPoliceByCommand(files: readonly string[], options: ImportOptions): Promise<void> {
  return loadByCommand(files, options, {
    load: loadStreetCrime,
    inWords: ({ rows, counted: inside, months }) =>
      `${counted(rows)} crimes of ${months.join(', ')} read, ${counted(inside)} inside the area counted.`,
  })
}
