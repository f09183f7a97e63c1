import { connect, type Socket } from 'node:net'
import { environment } from '../access/environment.server.ts'
import type { ScannerSetting, ScanState } from '../domain/files/stored-file.ts'

export interface VirusScanner {
  /** @throws ScannerAway when it gives no answer: then nothing is known of the file */
  scan(bytes: AsyncIterable<Uint8Array>): Promise<Exclude<ScanState, 'waiting'>>
}

class ScannerAway extends Error {}

const ANSWER_WITHIN_MS = 60_000
const LONGEST_ANSWER = 4_096
const PREFIX_BYTES = 4

/** The scanner that CLAMD_ADDRESS names; null where the operator has none. */
export function virusScanner(): VirusScanner | null {
  const { clamdAddress } = environment()
  return clamdAddress ? clamdAt(clamdAddress) : null
}

export function scannerSetting(): ScannerSetting {
  return environment().clamdAddress ? 'set' : 'none'
}

/** clamd at `host:port`, or at the path of its socket, by its INSTREAM command: the file never needs a name or a disk. */
export function clamdAt(address: string): VirusScanner {
  return {
    async scan(bytes) {
      const socket = openSocket(address)
      const answer = answerOf(socket)
      // Awaited below; a scanner that leaves while the file is being sent must not end the process.
      answer.catch(() => {})
      try {
        await send(socket, Buffer.from('zINSTREAM\0'))
        for await (const piece of bytes) {
          if (piece.length === 0) continue
          const length = Buffer.alloc(PREFIX_BYTES)
          length.writeUInt32BE(piece.length)
          await send(socket, Buffer.concat([length, piece]))
        }
        await send(socket, Buffer.alloc(PREFIX_BYTES))
      } catch (error) {
        // It answers early where a file is longer than it takes, and then hangs up.
        if (!(error instanceof ScannerAway)) {
          socket.destroy()
          throw error
        }
      }
      return stateOf(await answer)
    },
  }
}

function openSocket(address: string): Socket {
  if (address.startsWith('/')) return connect(address)
  const at = address.lastIndexOf(':')
  return connect({ host: address.slice(0, at), port: Number(address.slice(at + 1)) })
}

function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const away = (why: string) => {
      socket.destroy()
      reject(new ScannerAway(why))
    }
    socket.setTimeout(ANSWER_WITHIN_MS, () => away('The scanner did not answer in time.'))
    socket.on('data', (piece: Buffer) => {
      answer = (answer + piece.toString('latin1')).slice(0, LONGEST_ANSWER)
      if (!answer.includes('\0')) return
      socket.end()
      resolve(answer.slice(0, answer.indexOf('\0')))
    })
    socket.once('error', () => away('The scanner cannot be reached.'))
    socket.once('close', () => away('The scanner hung up without an answer.'))
  })
}

function send(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    if (socket.destroyed || socket.writableEnded) reject(new ScannerAway('The scanner hung up.'))
    else socket.write(bytes, (error) => (error ? reject(new ScannerAway('The scanner hung up.')) : resolve()))
  })
}

/** Only the one answer that says so is "clean". */
function stateOf(answer: string): Exclude<ScanState, 'waiting'> {
  if (/^stream: OK$/.test(answer.trim())) return 'clean'
  return / FOUND$/.test(answer.trim()) ? 'infected' : 'failed'
}
