import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Obstacle } from '../db/obstacle.ts'
import { commandOf, isAlive } from './postgres/postmaster.ts'

/**
 * Claims a data folder for this demo. The folder of a demo that was killed can be claimed.
 * @returns a function that gives the folder back
 * @throws Obstacle when another demo is running on it
 */
export function claimFolder(dataDir: string): () => void {
  const file = join(dataDir, 'start.pid')
  const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  if (holder > 0 && holder !== process.pid && isAlive(holder) && commandOf(holder).includes('scripts/start.ts'))
    throw new Obstacle(
      `Accord is running on ${dataDir} already (process ${holder}). Stop it first, or set DATA_DIR and PORT for a second one.`,
    )
  try {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(file, String(process.pid))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : String(error)
    if (code === 'ENOSPC') throw new Obstacle('The disk is full. Free some space and start again.')
    throw new Obstacle(`The data folder ${dataDir} cannot be written (${code}): set DATA_DIR to one that can.`)
  }
  return () => rmSync(file, { force: true })
}
