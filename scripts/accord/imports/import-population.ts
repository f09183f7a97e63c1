import { loadPopulation } from '../../../app/features/hotspots/imports/load-population.server.ts'
import { counted, type ImportOptions, loadByCommand } from './import-files.ts'

/** `accord import population`: residents, for rates per thousand. */
export function importPopulationByCommand(file: string, options: ImportOptions): Promise<void> {
  return loadByCommand([file], options, {
    load: loadPopulation,
    inWords: ({ kept, residents }) => `${counted(residents)} residents of ${counted(kept)} hexagons loaded.`,
  })
}
