import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import postgres from 'postgres'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '../support/test-database.ts'

const database = await testDatabase()
const run = promisify(execFile)

async function accord(...words: string[]) {
  const env = {
    ...process.env,
    DATABASE_URL: database.adminUrl,
    ACCORD_SECRET: database.secret,
    ORIGIN: 'https://accord.example.org',
  }
  const ended = await run(process.execPath, ['scripts/accord.ts', ...words], { env }).catch(
    (error: { code: number; stdout: string; stderr: string }) => error,
  )
  return { code: 'code' in ended ? ended.code : 0, stdout: ended.stdout, stderr: ended.stderr }
}

const rosa = ['--email', 'rosa@example.org', '--name', 'Rosa Quill', '--role', 'administrator']
const office = ['--agency', 'Partnership office']
const newAgency = ['--new-agency', 'council_unit', '--initials', 'PO', '--duty-email', 'office@example.org']

describe('accord staff invite', () => {
  it('makes the first agency and the first administrator of an empty portal', async () => {
    const told = await accord('staff', 'invite', ...office, ...newAgency, ...rosa, '--json')
    expect(told).toMatchObject({ code: 0, stderr: '' })
    const answer = JSON.parse(told.stdout)
    expect(answer.link).toMatch(/^https:\/\/accord\.example\.org\/invitation\/[\w-]{43}$/)
    const admin = postgres(database.adminUrl, { max: 1 })
    const events =
      await admin`select kind, actor_role from case_event where agency_id = ${answer.agencyId} order by seq`
    await admin.end()
    expect(events.map((event) => `${event.kind} by ${event.actor_role}`)).toEqual([
      'agency-added by administrator',
      'staff-invited by administrator',
    ])
  })

  it('makes another link for them while nobody has joined, and prints none for anybody after them', async () => {
    const again = await accord('staff', 'invite', ...office, ...rosa, '--json')
    expect(JSON.parse(again.stdout).link).toMatch(/\/invitation\/[\w-]{43}$/)
    const second = ['--email', 'second@example.org', '--name', 'Sam Second', '--role', 'administrator']
    const told = await accord('staff', 'invite', ...office, ...second)
    expect(told).toMatchObject({ code: 0, stdout: expect.stringContaining('is sent by mail to second@example.org') })
    expect(told.stdout).not.toContain('/invitation/')
  })

  it('says on stderr what is wrong, with 1 for a refusal and 2 for a wrong question', async () => {
    const again = await accord('staff', 'invite', '--agency', 'po', ...rosa)
    expect(again).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('already has that address') })
    const boss = await accord('staff', 'invite', ...office, '--email', 'x', '--name', 'X', '--role', 'boss')
    expect(boss).toMatchObject({ code: 2, stderr: expect.stringContaining('role:') })
  })
})

describe('accord holidays add', () => {
  it('adds the day, says how many deadlines moved, and may be run again', async () => {
    const wanted = { on: '2027-06-11', name: 'Jubilee', moved: 0 }
    for (let run = 0; run < 2; run += 1) {
      const told = await accord('holidays', 'add', '2027-06-11', '--name', 'Jubilee', '--json')
      expect(told.code).toBe(0)
      expect(JSON.parse(told.stdout)).toEqual(wanted)
    }
  })
})
