import type { Command } from 'commander'

export function describe(command: Command) {
  command
    .option('--json', 'print {"applied"}')
    .addHelpText('after', HELP)
    .action(async ({ json }: { json?: boolean }) => {
      const { migrateByCommand } = await import('./migrate-database.ts')
      await migrateByCommand({ json: json ?? false })
    })
}

const HELP = `
Brings DATABASE_URL, an administrator's connection, to this release: roles and their passwords, tables, policies. It can
be run again at any time and by two at once. ACCORD_SECRET must be the one the portal is served with. Without DATABASE_URL it uses the demo's own database.`
