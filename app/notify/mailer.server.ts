import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import pTimeout from 'p-timeout'
import type { Environment } from '../access/environment.server.ts'
import { keepInDemoMailbox } from './demo-mailbox.server.ts'
import { turnTimeout } from './limit-concurrency.ts'
import { MAILS_AT_ONCE, type Mail, type Mailer } from './mail.ts'

export type MailSettings = Pick<Environment, 'smtpUrl' | 'mailFrom' | 'origin' | 'demo' | 'dataDir'>

const CONNECT_WITHIN_MS = 5_000
const ANSWER_WITHIN_MS = 10_000
/** Waiting for a turn and this time together must stay below a minute, which is how long a claim lasts. */
const DELIVER_WITHIN_MS = 40_000

/** Sends over SMTP if a server is set, to the demo's mailbox in the demo, otherwise into files. */
export function openMailer(settings: MailSettings): Mailer {
  if (settings.smtpUrl) return smtpMailer(settings, settings.smtpUrl)
  if (settings.demo) return { deliver: (mail) => keepInDemoMailbox(mail, messageIdOf(mail, settings)), close: () => {} }
  return fileMailer(settings)
}

function smtpMailer(settings: MailSettings, url: string): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: MAILS_AT_ONCE,
    connectionTimeout: CONNECT_WITHIN_MS,
    greetingTimeout: CONNECT_WITHIN_MS,
    dnsTimeout: CONNECT_WITHIN_MS,
    socketTimeout: ANSWER_WITHIN_MS,
  })
  return {
    deliver: async (mail) => {
      const sending = transport.sendMail(messageOf(mail, settings))
      await pTimeout(sending, { milliseconds: DELIVER_WITHIN_MS, message: turnTimeout() })
    },
    close: () => transport.close(),
  }
}

function fileMailer(settings: MailSettings): Mailer {
  const folder = join(settings.dataDir, 'mail')
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  return {
    deliver: async (mail) => {
      const { message } = await transport.sendMail(messageOf(mail, settings))
      await mkdir(folder, { recursive: true })
      await writeFile(join(folder, `${mail.mailId}.eml`), message as Buffer, { mode: 0o600 })
    },
    close: () => {},
  }
}

/** The same in every attempt, so that mail servers and readers recognise a repeated mail. */
function messageIdOf({ mailId }: Pick<Mail, 'mailId'>, { origin }: Pick<MailSettings, 'origin'>): string {
  return `<${mailId}@${new URL(origin).hostname}>`
}

function messageOf(mail: Mail, settings: MailSettings) {
  const { to, subject, text } = mail
  return {
    from: settings.mailFrom,
    to,
    subject,
    text,
    messageId: messageIdOf(mail, settings),
    // Stops automatic replies, such as out-of-office messages, which nobody would read.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  }
}
