import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from 'vitest'
import { askOverride } from '../../app/features/consents/ask-override.server.ts'
import { acceptReferral } from '../../app/features/referrals/accept-referral.server.ts'
import { askForMore } from '../../app/features/referrals/ask-for-more.server.ts'
import { withdrawConsent } from '../../app/features/referrals/withdraw-consent.server.ts'
import { openPage } from '../support/browser.ts'
import { allowed } from '../support/cases.ts'
import { decidedReferral, partners, recordedConsent, referableCase, sentReferral } from '../support/referrals.ts'
import { runningPortal } from '../support/running-portal.ts'
import { signIn } from '../support/sign-in.ts'
import { asking, openWorld, type Person } from '../support/world.ts'

test('look', async () => {
  const world = await openWorld()
  const env = process.env as Record<string, string>
  const portal = await runningPortal({ LOG_LEVEL: 'warn' }, {
    name: '',
    adminUrl: '',
    appUrl: env.APP_DATABASE_URL,
    workerUrl: env.WORKER_DATABASE_URL,
    auditUrl: '',
    secret: env.ACCORD_SECRET,
  } as any)
  const parties = await partners(world)
  await world.agency({ kind: 'community_support', name: 'Unity Steps', strands: ['race', 'religion'] })
  const now = new Date(Date.now() - 3600_000)
  const report = {
    clientName: 'Amara Diallo',
    language: 'French',
    interpreterNeeded: true,
    interpreterNote: 'French, a woman',
    mustNotKnow: 'Her landlord',
    address: '4 Larkmoor Row',
    safeToPost: 'no' as const,
    locationType: 'home' as const,
    place: 'Front door',
  }
  const fresh = await referableCase(parties, { now, report })
  const agreed = await referableCase(parties, { now, report })
  await recordedConsent(parties, agreed.caseId, { now })
  const draft = await decidedReferral(parties, { now, report })
  const sent = await sentReferral(parties, { now, report })
  const asked = await sentReferral(parties, { now, report })
  const staffId = parties.recipientWorker.actor.staffId
  allowed(
    await acceptReferral(asking(parties.recipientWorker, now), {
      referralId: sent.referralId,
      staffId,
      message: 'We call on Tuesday.',
    }),
  )
  allowed(
    await askForMore(asking(parties.recipientWorker, now), {
      referralId: asked.referralId,
      message: 'Which language?',
    }),
  )
  const gone = await sentReferral(parties, { now, report })
  allowed(
    await withdrawConsent(asking(parties.worker, now), {
      caseId: gone.caseId,
      consentId: gone.consentId,
      how: 'By phone',
    }),
  )
  const override = allowed(
    await askOverride(asking(parties.worker, now), {
      caseId: fresh.caseId,
      recipientAgencyId: parties.recipient.agencyId,
      purpose: 'support',
      categories: ['safe_contact', 'risk'],
      ground: 'risk_to_life',
      whyNoConsent: 'not_reached_in_time',
      necessity: 'Threat of arson tonight.',
      clientTold: 'no',
      notToldReason: 'Phone is off',
    }),
  )
  const to = parties.recipient.agencyId
  const pages: Record<string, string> = {
    'refer-choose': `/cases/${fresh.caseId}/refer`,
    'refer-missing': `/cases/${fresh.caseId}/refer?purpose=support&to=${to}`,
    'refer-allowed': `/cases/${agreed.caseId}/refer?purpose=support&to=${to}`,
    consents: `/cases/${agreed.caseId}/consents`,
    'consents-empty': `/cases/${fresh.caseId}/consents`,
    'consents-new': `/cases/${fresh.caseId}/consents/new?purpose=support&to=${to}`,
    'consents-ask': `/cases/${fresh.caseId}/consents/ask?purposes=support&to=${to}&data=identity_contact&data=incident_details`,
    consent: `/cases/${sent.caseId}/consents/${sent.consentId}`,
    'consent-withdraw': `/cases/${sent.caseId}/consents/${sent.consentId}/withdraw`,
    'override-new': `/cases/${fresh.caseId}/overrides/new?purpose=support&to=${to}`,
    'sent-list': '/sent',
    'sent-list-news': '/sent?list=news',
    'sent-draft': `/sent/${draft.referralId}`,
    'sent-draft-send': `/sent/${draft.referralId}/send`,
    'sent-accepted': `/sent/${sent.referralId}?done=sent`,
    'sent-asked': `/sent/${asked.referralId}`,
    'sent-answer': `/sent/${asked.referralId}/answer`,
    'sent-gone': `/sent/${gone.referralId}`,
    'sent-withdraw': `/sent/${sent.referralId}/withdraw`,
    'sent-amend': `/sent/${sent.referralId}/amend`,
    'sent-error': `/sent/${sent.referralId}/error`,
    'sent-chase': `/sent/${sent.referralId}/chase`,
    'sent-tell': `/sent/${sent.referralId}/tell`,
    'sent-cancel': `/sent/${draft.referralId}/cancel`,
    'sent-close': `/sent/${sent.referralId}/close`,
  }
  const managers = { overrides: '/overrides', override: `/overrides/${override.overrideId}` }
  const problems: string[] = []
  await look(parties.worker, pages)
  await look(parties.manager, managers)
  console.log(problems.join('\n'), portal.output().slice(-3000))
  expect(problems).toEqual([])

  async function look(person: Person, which: Record<string, string>) {
    const [name = '', value = ''] = (await signIn(person)).split('=')
    for (const width of [390, 1280]) {
      const page = await openPage(portal.origin, { viewport: { width, height: 900 } })
      await page.context().addCookies([{ name, value, url: portal.origin }])
      page.on(
        'console',
        (message) => message.type() === 'error' && problems.push(`${page.url()} console: ${message.text()}`),
      )
      page.on('pageerror', (error) => problems.push(`${page.url()} error: ${error.message}`))
      for (const [label, path] of Object.entries(which)) {
        const answer = await page.goto(path)
        if (answer?.status() !== 200) problems.push(`${label} ${answer?.status()} ${page.url()}`)
        await page.waitForTimeout(150)
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        if (wide > 0) problems.push(`${label} at ${width} is ${wide}px too wide`)
        const { violations } = await new AxeBuilder({ page: page as any }).analyze()
        for (const one of violations)
          problems.push(
            `${label} at ${width} axe ${one.id}: ${one.nodes.map((node) => node.target.join(' ')).slice(0, 3)} ${one.help}`,
          )
        await page.screenshot({ path: `/tmp/look/${label}-${width}.png`, fullPage: true })
      }
      await page.context().close()
    }
  }
}, 600_000)
