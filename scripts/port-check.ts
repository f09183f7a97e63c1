import { createServer } from 'node:net'
import { Obstacle } from '../db/obstacle.ts'

/** The command that started the portal, for repeating it in advice. */
export type StartCommand = 'npm start' | 'npm run serve'

const SENTENCES: Record<string, (port: number, host: string, command: string) => string> = {
  EADDRINUSE: (port, _, command) =>
    `Port ${port} is in use by another program. Choose another, as in PORT=${port + 1}${command}.`,
  EACCES: (port) => `Accord may not open port ${port}. Choose one above 1023 with PORT.`,
  EADDRNOTAVAIL: (_, host) =>
    `HOST ${host} is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for all of them.`,
  ENOTFOUND: (_, host) => `HOST ${host} is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for all of them.`,
  EAI_AGAIN: (_, host) => `HOST ${host} is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for all of them.`,
  EINVAL: (_, host) => `HOST ${host} is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for all of them.`,
  EAFNOSUPPORT: (_, host) => `This machine has no addresses like HOST ${host}. Use 127.0.0.1, or 0.0.0.0 for all.`,
}

/** Checks before the slow steps that the port is free. @throws Obstacle with the port and how to choose another */
export function requireFreePort(port: number, host: string, command: StartCommand): Promise<void> {
  return new Promise((resolve, reject) => {
    const trial = createServer()
    trial.once('error', (error) => reject(explainListenError(error, port, host, command)))
    trial.listen(port, host, () => trial.close(() => resolve()))
  })
}

export function explainListenError(error: Error, port: number, host: string, command?: StartCommand): Error {
  const sentence = 'code' in error ? SENTENCES[String(error.code)] : undefined
  return sentence ? new Obstacle(sentence(port, host, command ? ` ${command}` : '')) : error
}
