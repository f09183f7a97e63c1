import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openSmtpSink } from '../../tests/support/smtp-sink.ts'
import { openWorld } from '../../tests/support/world.ts'
import type { Mail } from './mail.ts'
import { type MailSettings, openMailer } from './mailer.server.ts'

const world = await openWorld({ login: 'worker' })
const sink = await openSmtpSink()
const dataDir = await mkdtemp(join(tmpdir(), 'accord-mail-'))
const { agencyId } = await world.agency()
const mail: Mail = {
  mailId: 'e0000000-0000-4000-8000-000000000001',
  agencyId,
  to: 'duty@example.org',
  subject: 'R-4F7K9M: a referral is waiting for your agency',
  text: 'One line\n',
}

function open(given: Partial<MailSettings>) {
  const settings = { origin: 'https://accord.example.org', mailFrom: 'Accord <no-reply@example.org>', demo: false }
  const mailer = openMailer({ ...settings, dataDir, smtpUrl: undefined, ...given })
  afterAll(() => mailer.close())
  return mailer
}

describe('the mailer', () => {
  it('sends over SMTP, as mail that no away message answers', async () => {
    await open({ smtpUrl: sink.url }).deliver(mail)
    expect(sink.mails[0]).toMatchObject({
      to: ['duty@example.org'],
      messageId: '<e0000000-0000-4000-8000-000000000001@accord.example.org>',
      subject: mail.subject,
    })
    expect(sink.mails[0]?.raw).toContain('Auto-Submitted: auto-generated')
  })

  it('throws what a mail server refuses', async () => {
    sink.answer.code = 550
    await expect(open({ smtpUrl: sink.url }).deliver(mail)).rejects.toMatchObject({ responseCode: 550 })
  })

  it('gives up on a mail server that does not speak', async () => {
    const silent = createServer(() => {})
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const address = silent.address()
    const port = address && typeof address === 'object' ? address.port : 0
    const startedAt = performance.now()
    await expect(open({ smtpUrl: `smtp://127.0.0.1:${port}` }).deliver(mail)).rejects.toMatchObject({
      code: 'ETIMEDOUT',
    })
    expect(performance.now() - startedAt).toBeLessThan(15_000)
    silent.close()
  })

  it('writes a file that a mail program opens where there is no mail server', async () => {
    const mailer = open({})
    await mailer.deliver(mail)
    await mailer.deliver(mail)
    expect(await readdir(join(dataDir, 'mail'))).toEqual([`${mail.mailId}.eml`])
    expect(await readFile(join(dataDir, 'mail', `${mail.mailId}.eml`), 'utf8')).toContain(`Subject: ${mail.subject}`)
  })

  it('keeps it in the mailbox of its agency in the demo, once', async () => {
    const mailer = open({ demo: true })
    await mailer.deliver(mail)
    await mailer.deliver(mail)
    const kept = await world.admin`select recipient, subject, body from demo_mail where agency_id = ${agencyId}`
    expect(kept).toEqual([{ recipient: 'duty@example.org', subject: mail.subject, body: 'One line\n' }])
  })
})
