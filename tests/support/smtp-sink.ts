import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { afterAll } from 'vitest'

interface Received {
  to: string[]
  messageId: string
  subject: string
  /** Headers and text as they came over the wire, with soft line breaks undone. */
  raw: string
}

export interface SmtpSink {
  url: string
  mails: Received[]
  /** What it answers to the next mails: '250' takes them, another code refuses them. */
  answer: { code: number }
}

/** A real mail server on a port of its own that keeps what it is given. It is closed after the tests of the file. */
export async function openSmtpSink(): Promise<SmtpSink> {
  const mails: Received[] = []
  const answer = { code: 250 }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 200,
    onData(stream, session, callback) {
      text(stream).then((raw) => {
        if (answer.code !== 250) return callback(Object.assign(new Error('not now'), { responseCode: answer.code }))
        const to = session.envelope.rcptTo.map(({ address }) => address)
        mails.push({ to, messageId: headerOf(raw, 'Message-ID'), subject: headerOf(raw, 'Subject'), raw: decoded(raw) })
        return callback()
      }, callback)
    },
  })
  // A client that is killed resets its connection: no fault of the server's.
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const address = server.server.address()
  if (!address || typeof address === 'string') throw new Error('The sink has no port.')
  return { url: `smtp://127.0.0.1:${address.port}`, mails, answer }
}

function headerOf(raw: string, name: string): string {
  const line = raw.split('\r\n').find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`))
  return line?.slice(name.length + 1).trim() ?? ''
}

function decoded(raw: string): string {
  return raw
    .replaceAll('=\r\n', '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
