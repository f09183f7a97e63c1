import type { Command } from 'commander'

export function describe(command: Command) {
  command
    .command('check')
    .description('compare the database with app/access/policy/: drift, catalogue, CASL against PostgreSQL, mutants')
    .option('--json', 'print {"drift","lints","equivalence","mutants"} with their counts and findings')
    .option('--seed <number>', 'another set of random cases', '1')
    .option('--quick', 'drift and catalogue only, as after a deployment')
    .addHelpText('after', CHECK_HELP)
    .action(async ({ json, seed, quick }: { json?: boolean; seed: string; quick?: boolean }, self: Command) => {
      if (!/^\d{1,9}$/.test(seed)) self.error(`--seed must be a whole number, not ${JSON.stringify(seed)}.`)
      const { checkPolicyOfDatabase } = await import('./policy-check.ts')
      await checkPolicyOfDatabase({ json: json ?? false, quick: quick ?? false, seed: Number(seed) })
    })
  command
    .command('sql')
    .description('print the policy as a migration')
    .option('--again', 'for a database that already has a policy: remove the old one first')
    .action(async ({ again }: { again?: boolean }) => {
      const { policyMigration } = await import('./policy-sql.ts')
      process.stdout.write(policyMigration(again ?? false))
    })
}

const CHECK_HELP = `
Looks at the database of DATABASE_URL, or at the demo's, as its administrator. Everything runs in one transaction that is rolled back, so a database in use is not changed. Exit code 0: no findings, 1: findings.`
