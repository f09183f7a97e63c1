import { Obstacle } from '../db/obstacle.ts'

/** Prints progress to standard error, because standard output is for a command's results. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** Runs a command. An `Obstacle` ends it with its sentence and `obstacleCode`; other errors keep their stack. */
export async function runOrHalt(main: () => Promise<void>, obstacleCode = 1): Promise<void> {
  try {
    await main()
  } catch (error) {
    say(
      error instanceof Obstacle
        ? error.message
        : error instanceof Error
          ? (error.stack ?? error.message)
          : String(error),
    )
    process.exit(error instanceof Obstacle ? obstacleCode : 1)
  }
}

export function secondsSince(startedAt: number): string {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`
}
