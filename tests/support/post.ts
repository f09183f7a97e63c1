import pino from 'pino'
import { afterAll } from 'vitest'
import { openMailer } from '../../app/notify/mailer.server.ts'
import { eventJob, notifyOfEvent } from '../../app/notify/notify-of-event.server.ts'
import type { MailContext } from '../../app/notify/send-mails.server.ts'
import { openSmtpSink } from './smtp-sink.ts'
import type { World } from './world.ts'

const SETTINGS = {
  origin: 'https://accord.example.org',
  mailFrom: 'Accord <no-reply@accord.example.org>',
  demo: false,
  dataDir: '.data',
}

/** Mail over a real mail server, and what was logged in that time. */
export async function openPost() {
  const sink = await openSmtpSink()
  const logged: string[] = []
  const log = pino({ level: 'debug' }, { write: (line) => void logged.push(line) })
  const mailer = openMailer({ ...SETTINGS, smtpUrl: sink.url })
  afterAll(() => mailer.close())
  const post: MailContext = { mailer, origin: SETTINGS.origin, log }
  return { post, sink, logged }
}

/** Everything on the queue, as the worker would do it; answers the jobs, for a test that does them again. */
export async function tellEverything(world: World, post: MailContext) {
  const rows = await world.admin<{ data: unknown }[]>`
    delete from pgboss.job where name = 'tell' returning data`
  const jobs = rows.map(({ data }) => eventJob.parse(data))
  for (const job of jobs) await notifyOfEvent(post, job)
  return jobs
}
