import type { Command } from 'commander'

export function describe(command: Command) {
  command
    .command('reset')
    .description('throw the demo’s data away and tell its stories anew, as of now')
    .option('--json', 'print {"agencies","people","cases","referrals","seconds"}')
    .addHelpText('after', RESET_HELP)
    .action(async ({ json }: { json?: boolean }) => {
      const { resetDemo } = await import('./demo-reset.ts')
      await resetDemo({ json: json ?? false })
    })
}

const RESET_HELP = `
Only ever the demo's own embedded database in DATA_DIR; with DATABASE_URL set it refuses. A demo that runs goes on:
the old data are there until the new are complete, and everybody signs in again.`
