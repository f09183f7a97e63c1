import type { Command } from 'commander'

export function describe(command: Command) {
  command.description('build, propose, approve, verify and export what the map shows').addHelpText('after', HELP)
  command
    .command('list')
    .description('list the ledger and the releases in preparation')
    .option('--json', 'print a list')
    .action(async ({ json }: Flags) => (await load()).listByCommand(json ?? false))
  command
    .command('build')
    .argument('<period>', 'a quarter, half or year that is over: 2026-Q3, 2026-H1, 2026')
    .requiredOption('--as <email>', 'the coordinator or administrator who requests it')
    .option('--json', 'print {"releaseId","state","summary","attackReport"}')
    .description('build and attack the release of a period')
    .action(async (period: string, { as, json }: Flags) =>
      (await load()).buildByCommand(period, as ?? '', json ?? false),
    )
  command
    .command('propose')
    .argument('<release>', 'its id')
    .requiredOption('--as <email>', 'who proposes it')
    .description('propose a release that was built')
    .action(async (release: string, { as }: Flags) => (await load()).proposeByCommand(release, as ?? ''))
  command
    .command('approve')
    .argument('<release>', 'its id')
    .requiredOption('--as <email>', 'the other person, who approves it')
    .description('publish a release that another person has proposed')
    .action(async (release: string, { as }: Flags) => (await load()).approveByCommand(release, as ?? ''))
  command
    .command('verify')
    .argument('<release>', 'an id or a period of the ledger, or a file that export --format json has written')
    .option('--earlier <files...>', 'with a file: the files of all earlier releases')
    .option('--sha256 <hash>', 'the SHA-256 that was published with it')
    .option('--json', 'print {"period","sha256","comparedWith","faults"}')
    .description('check a release from what is published alone, and its file against the ledger or a SHA-256')
    .action(async (release: string, { earlier, sha256, json }: Flags) => {
      if (sha256 !== undefined && !/^[0-9a-f]{64}$/i.test(sha256)) command.error('--sha256 is 64 hexadecimal digits.')
      const { verifyByCommand } = await import('./release-verify.ts')
      await verifyByCommand(release, { earlier: earlier ?? [], sha256, json: json ?? false })
    })
  command
    .command('export')
    .argument('<release>', 'an id or a period of the ledger')
    .option('--format <format>', 'json (as published), csv or geojson', 'json')
    .description('print a release: the numbers of the map and no others')
    .action(async (release: string, { format }: Flags) => {
      const { exportByCommand } = await import('./release-export.ts')
      await exportByCommand(release, format ?? 'json', (message) => command.error(message))
    })
}

interface Flags {
  as?: string
  json?: boolean
  earlier?: string[]
  sha256?: string
  format?: string
}

const load = () => import('./release-steps.ts')

const HELP = `
A release is built and proposed by one person, and published by another. After that it never changes. Checking needs no
database: export each release with --format json, and run verify on the file with --earlier and all files before it.
With DATABASE_URL, or in the demo, the file is also compared with the ledger; elsewhere give its hash with --sha256.`
