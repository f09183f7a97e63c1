import { Command, CommanderError } from 'commander'

/**
 * The operator's command line. Each command is a file in scripts/accord/ that is loaded when needed, so that a command
 * without a database starts without one. Exit codes: 0 done, 1 failed, 2 wrong arguments.
 */
const COMMANDS = {
  audit: { summary: 'verify the log of events, or anchor its end', load: () => import('./accord/audit/audit.ts') },
  clock: { summary: 'calculate a deadline of the service standards', load: () => import('./accord/clock.ts') },
  demo: { summary: 'load the demo partnership again', load: () => import('./accord/demo.ts') },
  'gi-star': { summary: 'score a table of counts as the map does', load: () => import('./accord/releases/gi-star.ts') },
  holidays: { summary: 'add a bank holiday', load: () => import('./accord/holidays.ts') },
  import: {
    summary: 'import incidents, postcodes, street-level crime or residents',
    load: () => import('./accord/imports/import.ts'),
  },
  map: { summary: 'draw a layer of the map as a picture', load: () => import('./accord/releases/map.ts') },
  migrate: { summary: 'migrate the database to this release', load: () => import('./accord/migrate.ts') },
  paper: { summary: 'write a paper with invented data', load: () => import('./accord/paper.ts') },
  policy: { summary: 'compare the database with the policy', load: () => import('./accord/policy.ts') },
  release: {
    summary: 'build, publish and verify what the map shows',
    load: () => import('./accord/releases/release.ts'),
  },
  staff: { summary: 'invite a person', load: () => import('./accord/staff.ts') },
} satisfies Record<string, { summary: string; load: () => Promise<AccordCommand> }>

interface AccordCommand {
  /** Adds arguments, options and the action to an empty command. Results for people go to standard output. */
  describe: (command: Command) => void
}

const USAGE = 2
const FAILED = 1

async function main(words: string[]) {
  const program = new Command('accord').description('The operator’s command line of the portal.')
  program.exitOverride().helpCommand(false).showSuggestionAfterError()
  program.helpOption('-h, --help', 'show this help')
  for (const [name, { summary, load }] of Object.entries(COMMANDS)) {
    const command = program.command(name).description(summary)
    if (words[0] === name) (await load()).describe(command)
  }
  if (words.length === 0) program.help({ error: true })
  await program.parseAsync(words, { from: 'user' })
}

/** A failed query is wrapped in an error that repeats its parameters, so only its cause is printed. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.message.startsWith('Failed query') ? `The database: ${sentenceOf(error.cause)}` : error.message
}

// A reader may stop early (`| head`), which is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : FAILED))

try {
  await main(process.argv.slice(2))
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : USAGE
  } else {
    process.stderr.write(`${sentenceOf(error)}\n`)
    process.exitCode = FAILED
  }
}
