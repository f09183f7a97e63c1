import type { Command } from 'commander'

export function describe(command: Command) {
  command
    .command('verify')
    .description('find any row of the log that was changed, removed or inserted')
    .option('--against <file>', 'compare also with the anchors that `audit anchor` put into this file')
    .option('--json', 'print {"rows","agencies","anchors","faults":[{"agencyId","seq","fault"}]}')
    .addHelpText('after', VERIFY_HELP)
    .action(async ({ against, json }: { against?: string; json?: boolean }) => {
      const { verifyLog } = await import('./audit-verify.ts')
      await verifyLog({ against, json: json ?? false })
    })
  command
    .command('anchor')
    .argument('<file>', 'JSON lines are appended to it; keep it where the database’s administrator cannot write')
    .description('record where the log of each agency ends now')
    .action(async (file: string) => {
      const { anchorLog } = await import('./audit-anchor.ts')
      await anchorLog(file)
    })
}

const VERIFY_HELP = `
Reads as portal_audit: AUDIT_DATABASE_URL, else derived from DATABASE_URL and ACCORD_SECRET, else the demo's database.
A log whose end was cut off and whose head was rewritten to fit looks complete. Only anchors show it. The worker writes
them each hour to AUDIT_ANCHOR_FILE, else to a file in DATA_DIR, and this command compares with that file when it is there.
Exit code 0: every row follows from the one before, 1: faults were found.`
