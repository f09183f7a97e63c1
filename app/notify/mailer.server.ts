import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import pTimeout from 'p-timeout'
import type { Environment } from '../access/environment.server.ts'
import { keepInDemoMailbox } from './demo-mailbox.server.ts'
import { MAILS_AT_ONCE, type Mail, type Mailer } from './mail.ts'
import { tooLate } from './turns.ts'

export type MailSettings = Pick<Environment, 'smtpUrl' | 'mailFrom' | 'origin' | 'demo' | 'dataDir'>

const CONNECT_WITHIN_MS = 5_000
const ANSWER_WITHIN_MS = 10_000
/** Together with waiting for its turn within the minute that a claim on a mail lasts. */
const DELIVER_WITHIN_MS = 40_000

/** Over SMTP where there is a server; in the demo into its mailbox; else into files that somebody can look at. */
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
      await pTimeout(sending, { milliseconds: DELIVER_WITHIN_MS, message: tooLate() })
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

/** The same at every try, so that a mail server or a reader can see that a repeated mail is one. */
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
    // Away messages would answer it, and the answer would reach nobody.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  }
}
