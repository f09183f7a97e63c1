import type { Command } from 'commander'

export function describe(command: Command) {
  command
    .command('reset')
    .description('delete the demo’s data and load its stories again, as of now')
    .option('--json', 'print {"agencies","people","cases","referrals","seconds"}')
    .addHelpText('after', RESET_HELP)
    .action(async ({ json }: { json?: boolean }) => {
      const { resetDemo } = await import('./demo-reset.ts')
      await resetDemo({ json: json ?? false })
    })
}

const RESET_HELP = `
Only ever the demo's own embedded database in DATA_DIR; with DATABASE_URL set it refuses. A running demo keeps running. The old data stay until the new data are complete. Then everyone must sign in again.`
