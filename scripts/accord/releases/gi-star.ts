import { text } from 'node:stream/consumers'
import type { Command } from 'commander'
import { z } from 'zod'
import { scoreNeighbourhoods } from '../../../app/domain/hotspots/statistics/gi-star.ts'

const table = z
  .object({ x: z.array(z.number()), neighbours0: z.array(z.array(z.number().int().nonnegative())) })
  .refine(({ x, neighbours0 }) => x.length === neighbours0.length, { error: 'x and neighbours0 are of one length' })
  .refine(({ x, neighbours0 }) => neighbours0.flat().every((other) => other < x.length), {
    error: 'a neighbour does not exist: places are counted from 0',
  })
  .refine(({ neighbours0 }) => neighbours0.every((around, at) => !around.includes(at)), {
    error: 'a cell is not its own neighbour in neighbours0',
  })

export function describe(command: Command) {
  command
    .description('score a table of counts as the map does (Getis and Ord)')
    .addHelpText('after', HELP)
    .action(async () => {
      const input = readTable(await text(process.stdin), (message) => command.error(message))
      const { giStar, gi, p, pAdjusted } = scoreNeighbourhoods(input.x, input.neighbours0.map(withoutRepeats))
      process.stdout.write(`${JSON.stringify({ GiStar_z: giStar, Gi_z: gi, p_two_sided: p, p_BH_FDR: pAdjusted })}\n`)
    })
}

/** All weights are 1, so a neighbour listed twice counts once. */
function withoutRepeats(around: readonly number[]): number[] {
  return [...new Set(around)]
}

function readTable(words: string, complain: (message: string) => never): z.output<typeof table> {
  let json: unknown
  try {
    json = JSON.parse(words)
  } catch {
    return complain('Standard input is not JSON.')
  }
  const parsed = table.safeParse(json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  return complain(`${issue?.path.join('.') || 'The table'}: ${issue?.message ?? 'cannot be read'}.`)
}

const HELP = `
Reads {"x": [counts], "neighbours0": [[places of neighbours, from 0, without itself], ...]} from standard input and
prints {"GiStar_z","Gi_z","p_two_sided","p_BH_FDR"}: weights of 1, variance divided by n, the tail of Gi* on both sides
by the normal distribution, and the same after Benjamini and Hochberg over all cells. null where there is no score:
all values are alike, or a cell has no neighbour, or every other cell is one.`
