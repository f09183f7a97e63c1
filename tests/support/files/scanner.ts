import { type AddressInfo, createServer, type Socket } from 'node:net'
import { afterAll } from 'vitest'

/** The text that every virus scanner takes for a virus, in two halves, so that none takes this file for one. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

interface ScannerHere {
  /** As CLAMD_ADDRESS names it. */
  address: string
  /** How many bytes each file had that it was sent. */
  seen: number[]
  stop: () => Promise<void>
}

/** A scanner that speaks clamd's protocol, on a socket of this machine, and knows one virus; `says` answers all alike. */
export async function openScanner({ says }: { says?: string } = {}): Promise<ScannerHere> {
  const seen: number[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket.once('close', () => sockets.delete(socket)).on('error', () => {}))
    answer(socket, seen, says)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy()
      server.close(() => resolve())
    })
  afterAll(stop)
  return { address: `127.0.0.1:${(server.address() as AddressInfo).port}`, seen, stop }
}

const COMMAND = 'zINSTREAM\0'

function answer(socket: Socket, seen: number[], says: string | undefined) {
  let held = Buffer.alloc(0)
  let started = false
  const file: Buffer[] = []
  socket.on('data', (piece) => {
    held = Buffer.concat([held, piece as Buffer])
    if (!started && held.length >= COMMAND.length) {
      if (held.subarray(0, COMMAND.length).toString() !== COMMAND) return socket.end('UNKNOWN COMMAND\0')
      started = true
      held = held.subarray(COMMAND.length)
    }
    while (started && held.length >= 4) {
      const length = held.readUInt32BE()
      if (length === 0) return end()
      if (held.length < 4 + length) return
      file.push(held.subarray(4, 4 + length))
      held = held.subarray(4 + length)
    }
  })
  const end = () => {
    const whole = Buffer.concat(file)
    seen.push(whole.length)
    const found = whole.includes(EICAR) ? 'stream: Eicar-Signature FOUND' : 'stream: OK'
    socket.end(`${says ?? found}\0`)
  }
}
