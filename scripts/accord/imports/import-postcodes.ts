import { loadPostcodes } from '../../../app/features/hotspots/imports/load-postcodes.server.ts'
import { counted, type ImportOptions, loadByCommand } from './import-files.ts'

/** `accord import postcodes`: afterwards every report form asks for a postcode. */
export function importPostcodesByCommand(files: readonly string[], options: ImportOptions): Promise<void> {
  return loadByCommand(files, options, {
    load: loadPostcodes,
    inWords: ({ rows, kept }) => `${counted(rows)} postcodes read, ${counted(kept)} inside the area kept.`,
  })
}
