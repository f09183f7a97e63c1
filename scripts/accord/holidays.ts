import type { Command } from 'commander'

export function describe(command: Command) {
  command
    .command('add')
    .argument('<day>', 'YYYY-MM-DD, a weekday from today on')
    .description('add a bank holiday and move the open deadlines that run over it')
    .requiredOption('--name <name>', 'what the holiday is called')
    .option('--json', 'print {"on","name","moved"}')
    .addHelpText('after', ADD_HELP)
    .action(async (day: string, { name, json }: { name: string; json?: boolean }) => {
      const { addByCommand } = await import('./holidays-add.ts')
      await addByCommand({ day, name, json: json ?? false }, (message) => command.error(message))
    })
}

const ADD_HELP = `
The move of each deadline is on the timeline of its case. A holiday cannot be removed, because people were given dates. Run again for a day that is listed, it moves the remaining deadlines, so a run that was stopped can be repeated.`
