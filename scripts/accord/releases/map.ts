import type { Command } from 'commander'

export function describe(command: Command) {
  command
    .command('draw')
    .argument('<layer>', 'release: the newest one, or that of --period; police: what accord import police has loaded')
    .option('--period <period>', 'such as 2026-Q3')
    .option('--out <file>', 'file for the picture; without it, standard output')
    .description('draw a layer of the map as a picture (SVG)')
    .action(async (layer: string, options: { period?: string; out?: string }) => {
      if (layer !== 'release' && layer !== 'police') command.error('Draw release or police.')
      const { drawByCommand } = await import('./map-draw.ts')
      await drawByCommand({ ...options, police: layer === 'police' })
    })
}
