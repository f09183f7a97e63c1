import { Obstacle } from '../db/obstacle.ts'

/** A progress line. Standard error, so that a command's output stays its own. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** Runs what a person started; an `Obstacle` becomes its sentence and the code given, anything else keeps its stack. */
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

/** "3.2 s" since an instant of `performance.now()`. */
export function secondsSince(startedAt: number): string {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`
}
