import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { asking, openWorld } from '../../../tests/support/world.ts'
import { keepInDemoMailbox } from '../../notify/demo-mailbox.server.ts'
import { findMail, listMails } from './read-mails.server.ts'

const world = await openWorld()
const harthill = await world.agency()
const northgate = await world.agency()
const sam = await world.staff(harthill)

async function keptMail(agencyId: string, subject: string) {
  const mailId = randomUUID()
  await keepInDemoMailbox({ agencyId, mailId, to: 'duty@example.org', subject, text: 'Text' }, `<${mailId}@localhost>`)
  return mailId
}

describe('the mailbox of the demo', () => {
  it('shows the mails of one’s own agency, the newest first, page by page', async () => {
    for (let at = 1; at <= 27; at += 1) await keptMail(harthill.agencyId, `R-${at}: news`)
    await keptMail(northgate.agencyId, 'R-99: news')
    const first = await listMails(asking(sam), { cursor: null, page: 1 })
    expect(first).toMatchObject({ total: 27, page: 1 })
    expect(first.rows[0]?.subject).toBe('R-27: news')
    const last = await listMails(asking(sam), { cursor: null, page: 7 })
    expect(last.page).toBe(2)
    expect(last.rows.map(({ subject }) => subject)).toEqual(['R-2: news', 'R-1: news'])
  })

  it('answers a mail of another agency as it answers none', async () => {
    expect(await findMail(asking(sam), await keptMail(northgate.agencyId, 'R-1: news'))).toBeUndefined()
    expect(await findMail(asking(sam), randomUUID())).toBeUndefined()
    expect(await findMail(asking(sam), await keptMail(harthill.agencyId, 'R-1: news'))).toMatchObject({ body: 'Text' })
  })
})
