import type { Command } from 'commander'
import { STAFF_ROLES } from '../../app/domain/partnership/actor.ts'
import { AGENCY_KIND_IDS } from '../../app/domain/partnership/agency.ts'

export function describe(command: Command) {
  command
    .command('invite')
    .description('invite a person to an agency; their link is sent by mail')
    .requiredOption('--agency <name>', 'the agency’s name or initials')
    .requiredOption('--email <address>', 'the address they will sign in with')
    .requiredOption('--name <name>', 'the person’s name')
    .requiredOption('--role <role>', Object.keys(STAFF_ROLES).join(', '))
    .option(
      '--new-agency <kind>',
      'add the agency first if it is not there; then --initials and --duty-email are needed too',
    )
    .option('--initials <letters>', 'two to four letters, which begin its case references')
    .option('--duty-email <address>', 'where messages about referrals go')
    .option('--json', 'print {"agencyId","staffId","link","until"}; link is null when it is sent by mail')
    .addHelpText('after', INVITE_HELP)
    .action(async (options: Record<string, string | boolean>) => {
      const { inviteByCommand } = await import('./staff-invite.ts')
      await inviteByCommand(options, (message) => command.error(message))
    })
}

const INVITE_HELP = `
The link works once, within seven days. The person uses it to choose a password and set up a phone. No password is ever
sent. The worker sends the link by mail. Only that of the first person of an empty portal is printed: a person who held
two links could decide alone what two people must decide. Needs ORIGIN and ACCORD_SECRET of the portal, and DATABASE_URL;
without them it uses the demo's own database.

Kinds of agency: ${AGENCY_KIND_IDS.join(', ')}

The first administrator of an empty portal:
  accord staff invite --agency "Partnership office" --new-agency council_unit --initials PO \\
    --duty-email office@example.org --name "Rosa Quill" --email rosa@example.org --role administrator`
