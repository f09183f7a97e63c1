import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const ROLE = "'(?:case_worker|manager|coordinator|cohesion_officer|administrator|system|sign_in|client)'"
/** In a list “client” is a word of forms too. */
const LISTED = ROLE.replace('|client', '')
/** `role === 'manager'`, `case 'manager':`, `['case_worker', 'manager'].includes(role)`, in either order. */
const COMPARES = new RegExp(
  [
    `\\brole\\b\\s*[!=]==?\\s*${ROLE}`,
    `${ROLE}\\s*[!=]==?\\s*[\\w.]*\\brole\\b`,
    `switch \\([\\w.]*\\brole\\)`,
    `includes\\([\\w.]*\\brole\\b`,
    `\\[${LISTED}(?:, ${LISTED})*\\]`,
  ].join('|'),
)

/** Outside access and domain a role is asked about only here, and why. */
const ASKS_FOR_A_ROLE: Record<string, string> = {
  'features/referrals/moves/move-referral.server.ts': 'the portal itself has no side of a referral',
}

function sources(pattern: string) {
  return globSync(pattern, { cwd: ROOT })
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .map((file) => ({ file, text: readFileSync(ROOT + file, 'utf8') }))
}

describe('who may do what', () => {
  const asking = sources('{*,{facts,features,forms,notify,routes,server,timeline,ui}/**/*}.{ts,tsx}')

  test('is asked of the policy, never by the name of a role', () => {
    const found = asking.filter(({ text }) => COMPARES.test(text)).map(({ file }) => file)
    expect(found.sort()).toEqual(Object.keys(ASKS_FOR_A_ROLE))
    expect(asking.length).toBeGreaterThan(500)
  })

  test.each([
    "if (actor.role !== 'manager') return",
    "if ('manager' === role) return",
    "if (actor.role === 'client') return",
    'switch (asked.actor.role) {',
    'if (MANAGERS.includes(actor.role)) return',
    "inArray(staff.role, ['case_worker', 'manager'])",
  ])('is noticed when it is not: %s', (line) => {
    expect(COMPARES.test(line)).toBe(true)
  })

  test('is judged by other rules than those of the policy in tests alone', () => {
    const found = asking.filter(({ text }) => /\bjudgeBy\b/.test(text)).map(({ file }) => file)
    expect(found).toEqual([])
  })
})

const WRITES = /\btx\s*\.(?:update|insert|delete)\(|\b(?:insertClient|updateClient|insertPackage)\(/
/** The helpers that ask CASL about a row, and the doors that do so for others. */
const ASKS_CASL =
  /\b(ifMay|mayInsert|permissionsOf|lockCaseToChange|lockClock|lockPerson|lockInterview|lockRepair|lockOwnEvent|findReceived|lockOwnReferral|findOwnReferral)\(/

/** What writes without asking itself, and why. */
const WRITES_UNASKED: Record<string, string> = {
  ...because('the portal itself at work, with nobody there', 'hotspots/releases/build-asked-releases', [
    'hotspots/rules/try-proposed-rules',
    'referrals/sent/escalate-referrals',
  ]),
  ...because('signing in, before anybody is known', 'sign-in/accept-invitation', [
    'sign-in/change-password',
    'sign-in/enrol-second-factor',
    'sign-in/enter-code',
    'sign-in/renew-recovery-codes',
    'sign-in/sign-out-everywhere',
    'sign-in/use-recovery-code',
  ]),
  ...because('the person’s own row, found and written by their own id', 'staff/choose-notifications', []),
  ...because('a part of a use case that has asked about the row', 'intake/case-reference', [
    'action-plans/agree-plan',
    'risk/keep-level',
    'referrals/decide/complete-safe-contact',
    'referrals/moves/hide-what-was-shared',
    'referrals/moves/insert-step',
    'referrals/moves/update-moved',
    'referrals/package/write-package-version',
    'referrals/send/send-decided-referral',
    'referrals/send/spend-override',
    'referrals/send/write-sent-referral',
    'staff/invitation-row',
  ]),
  ...because('a part of a use case that has locked the interview or its case', 'interview/add-missing-bookings', [
    'interview/sections/settle-needs',
    'interview/sections/write-wishes',
  ]),
}

function because(why: string, first: string, others: string[]) {
  return Object.fromEntries([first, ...others].map((name) => [`features/${name}.server.ts`, why]))
}

describe('a use case that writes', () => {
  const writing = sources('features/**/*.server.{ts,tsx}').filter(({ text }) => WRITES.test(text))

  test('asks CASL about the row, or says here who has asked', () => {
    const unasked = writing.filter(({ text }) => !ASKS_CASL.test(text)).map(({ file }) => file)
    expect(unasked.sort()).toEqual(Object.keys(WRITES_UNASKED).sort())
    expect(writing.length).toBeGreaterThan(50)
  })
})
