import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export interface Postmaster {
  pid: number
  port: number
  ready: boolean
}

const PID_LINE = 0
const PORT_LINE = 3
const STATUS_LINE = 7
const FAST_SHUTDOWN_MS = 20_000

/** The content of `postmaster.pid` in a data folder. The process may have ended. */
export function readPostmaster(data: string): Postmaster | undefined {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[PID_LINE])
  if (!Number.isInteger(pid) || pid <= 0) return
  return { pid, port: Number(lines[PORT_LINE]), ready: lines[STATUS_LINE]?.trim() === 'ready' }
}

/**
 * The server that is running on a data folder. A restarted container counts processes from 1 again, so the number in
 * the pid file may belong to another program. The file is then removed, because PostgreSQL would take that program for
 * a server and refuse to start.
 */
export function runningPostmaster(data: string): Postmaster | undefined {
  const postmaster = readPostmaster(data)
  if (!postmaster) return
  if (isAlive(postmaster.pid) && commandOf(postmaster.pid).includes(data)) return postmaster
  rmSync(join(data, 'postmaster.pid'), { force: true })
  return
}

/** Asks a server to stop and end its sessions. After 20 seconds it is stopped immediately. */
export async function stopPostmaster(pid: number): Promise<void> {
  send(pid, 'SIGINT')
  const deadline = Date.now() + FAST_SHUTDOWN_MS
  while (isAlive(pid)) {
    if (Date.now() > deadline) send(pid, 'SIGQUIT')
    await pause(25)
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** The command line of a process, or an empty text if it cannot be read. */
export function commandOf(pid: number): string {
  const file = `/proc/${pid}/cmdline`
  if (existsSync(file)) return readFileSync(file, 'utf8').replaceAll('\0', ' ')
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
}

/** A free port of 127.0.0.1: the wanted one if possible. */
export async function freePort(wanted: number): Promise<number> {
  return (await tryListen(wanted)) ?? (await tryListen(0)) ?? wanted
}

function tryListen(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined))
    })
  })
}

/** A killed server stays in the process table until its parent collects it. */
function isZombie(pid: number) {
  const file = `/proc/${pid}/stat`
  return existsSync(file) && /^\d+ \(.*\) Z/.test(readFileSync(file, 'utf8'))
}

function send(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(pid, signal)
  } catch {
    // The process has already ended.
  }
}
