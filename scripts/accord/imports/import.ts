import type { Command } from 'commander'
import type { ImportOptions } from './import-files.ts'

type Options = Omit<ImportOptions, 'complain'>

export function describe(command: Command) {
  const complain = (message: string) => command.error(message)
  withOptions(command.command('incidents').argument('<csv>', 'the file; - reads standard input'))
    .description('import incidents of an agency that uses another system, for the anonymous map')
    .requiredOption('--agency <name>', 'the agency’s name, initials or id')
    .addHelpText('after', INCIDENTS_HELP)
    .action(async (file: string, options: Options & { agency: string }) => {
      const { importIncidentsByCommand } = await import('./import-incidents.ts')
      await importIncidentsByCommand(file, { ...options, complain })
    })
  withOptions(command.command('postcodes').argument('<csv...>', 'files of Code-Point Open'))
    .description('load where postcodes are; those outside the area are left out')
    .addHelpText('after', POSTCODES_HELP)
    .action(async (files: string[], options: Options) => {
      const { importPostcodesByCommand } = await import('./import-postcodes.ts')
      await importPostcodesByCommand(files, { ...options, complain })
    })
  withOptions(command.command('police').argument('<csv...>', 'street-level files of data.police.uk'))
    .description('load published street-level crime as a layer beside the map')
    .addHelpText('after', POLICE_HELP)
    .action(async (files: string[], options: Options) => {
      const { importPoliceByCommand } = await import('./import-police.ts')
      await importPoliceByCommand(files, { ...options, complain })
    })
  withOptions(command.command('population').argument('<csv>', 'cell,residents'))
    .description('load how many people live in each hexagon')
    .addHelpText('after', POPULATION_HELP)
    .action(async (file: string, options: Options) => {
      const { importPopulationByCommand } = await import('./import-population.ts')
      await importPopulationByCommand(file, { ...options, complain })
    })
}

function withOptions(command: Command): Command {
  return command
    .option('--dry-run', 'do all of it and undo it, to see what it would do')
    .option('--json', 'print what was done as JSON')
}

const EVERY_FILE = `
A file is imported as a whole, or not at all. The first twenty errors are listed with their lines.`

const INCIDENTS_HELP = `${EVERY_FILE}
A file has this header, and one line for each incident:

  reference,recorded_on,strand,client,place,ward,postcode,lat,lng,crime_reference

  reference        the incident in the agency’s own system: the same reference is the same incident
  recorded_on      the day the agency recorded it, such as 2026-11-23
  strand           race, religion, disability, sexual_orientation, transgender, or a local strand that is switched on
  client           the agency’s own pseudonym of the client, the same for the same person; never a name
  place            point (lat and lng), postcode, ward, online or unknown
  crime_reference  of the police, if there is one, so that no crime is counted twice

Only numbers made of reference and client are kept. The same file again changes nothing; a line that was imported before with other content is an error. --json prints {"rows","added","dryRun"}. More in docs/imports.md.`

const POSTCODES_HELP = `${EVERY_FILE}
Code-Point Open has no header; its first four columns are postcode, quality, eastings, northings. A postcode that was loaded before moves to its new place. --json prints {"rows","kept","dryRun"}.`

const POLICE_HELP = `${EVERY_FILE}
Only counts by month, hexagon and kind of crime are kept, apart from our own. The files that are given together are the
whole of their months: give those of two forces in one command. The same files again leave the same counts; other files for a month replace its counts. --json prints {"rows","counted","months","dryRun"}.`

const POPULATION_HELP = `${EVERY_FILE}
The header is cell,residents; a cell is an H3 index of resolution 8. The file replaces everything that was loaded before. --json prints {"rows","kept","residents","dryRun"}.`
