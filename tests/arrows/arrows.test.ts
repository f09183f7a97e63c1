import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const TOOL = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')

/** A house with each arrow broken once. Each broken file is the first of its row. */
const BROKEN = [
  {
    rule: 'server-code-in-server-files',
    file: 'app/ui/leaky.tsx',
    text: `import { secret } from '../features/reports/read-secret.server.ts'\nexport const Leaky = () => secret`,
    why: 'a component that imports a server file sends it to every browser',
  },
  {
    rule: 'server-code-in-server-files',
    file: 'app/features/reports/plain.ts',
    text: `import { asActor } from '../../../db/as-actor.ts'\nexport const rows = asActor`,
    why: 'a plain file could carry the database to a component that imports it',
  },
  {
    rule: 'node-in-server-files',
    file: 'app/ui/reads-a-file.tsx',
    text: `import { readFileSync } from 'node:fs'\nexport const Page = () => readFileSync('x')`,
    why: 'a component has no file system',
  },
  {
    rule: 'one-file-holds-the-pool',
    file: 'app/features/reports/read-bare.server.ts',
    text: `import postgres from 'postgres'\nexport const sql = postgres('')`,
    why: 'a pool beside asActor would read without a signed context',
  },
  {
    rule: 'one-file-holds-the-pool',
    file: 'db/second-pool.ts',
    text: `import { drizzle } from 'drizzle-orm/postgres-js'\nexport const second = drizzle`,
    why: 'also under the name of the query builder',
  },
  {
    rule: 'one-file-names-lucia',
    file: 'app/access/second-session.server.ts',
    text: `import { Lucia } from 'lucia'\nexport const again = Lucia`,
    why: 'two files with sessions would have two ideas of when they end',
  },
  {
    rule: 'one-file-names-casl',
    file: 'app/features/reports/decide.server.ts',
    text: `import { createMongoAbility } from '@casl/ability'\nexport const own = createMongoAbility`,
    why: 'an ability made outside the policy is not proved against the database',
  },
  {
    rule: 'one-file-names-mailer',
    file: 'app/features/reports/write-mail.server.ts',
    text: `import { createTransport } from 'nodemailer'\nexport const mail = createTransport`,
    why: 'mail outside the mailer could hold personal data',
  },
  {
    rule: 'features-stay-apart',
    file: 'app/features/cases/borrow.server.ts',
    text: `import { secret } from '../reports/read-secret.server.ts'\nexport const borrowed = secret`,
    why: 'a feature that imports another cannot be changed alone',
  },
  {
    rule: 'routes-stay-thin',
    file: 'app/routes/rows.tsx',
    text: `import { asActor } from '../../db/as-actor.ts'\nexport const loader = asActor`,
    why: 'a route that sees rows has skipped its use case',
  },
  {
    rule: 'domain-stands-alone',
    file: 'app/domain/curious.ts',
    text: `import { asActor } from '../../db/as-actor.ts'\nexport const curious = asActor`,
    why: 'a rule that asks the database cannot be tested alone',
  },
  {
    rule: 'domain-does-no-io',
    file: 'app/domain/parsing.ts',
    text: `import { z } from 'zod'\nexport const shape = z`,
    why: 'rules do not parse',
  },
  {
    rule: 'no-cycle',
    file: 'app/domain/egg.ts',
    text: `import type { Hen } from './hen.ts'\nexport interface Egg { of: Hen }`,
    why: 'two files that need each other, if only by their types',
  },
]

const SOUND: Record<string, string> = {
  'app/features/reports/read-secret.server.ts': `import { asActor } from '../../../db/as-actor.ts'\nexport const secret = asActor`,
  'app/features/reports/typed.tsx': `import type { secret } from './read-secret.server.ts'\nexport type Shown = typeof secret`,
  'app/domain/hen.ts': `import type { Egg } from './egg.ts'\nexport interface Hen { lays: Egg }`,
  'app/routes/thin.tsx': `import { secret } from '../features/reports/read-secret.server.ts'\nexport const loader = secret`,
  'db/as-actor.ts': `import postgres from 'postgres'\nexport const asActor = postgres`,
}

let house: string
let found: { rule: { name: string }; from: string }[]

beforeAll(() => {
  mkdirSync(join(ROOT, '.cache'), { recursive: true })
  house = mkdtempSync(join(ROOT, '.cache/arrows-'))
  for (const { file, text } of BROKEN) write(file, text)
  for (const [file, text] of Object.entries(SOUND)) write(file, text)
  write('tsconfig.json', '{ "compilerOptions": { "allowImportingTsExtensions": true, "noEmit": true } }')
  const words = ['app', 'db', '--config', join(ROOT, '.dependency-cruiser.js'), '--output-type', 'json']
  const run = spawnSync(process.execPath, [TOOL, ...words], { cwd: house, encoding: 'utf8' })
  found = JSON.parse(run.stdout).summary.violations
}, 60_000)

afterAll(() => rmSync(house, { recursive: true, force: true }))

function write(file: string, text: string) {
  mkdirSync(dirname(join(house, file)), { recursive: true })
  writeFileSync(join(house, file), `${text}\n`)
}

describe('a broken arrow is named by the check', () => {
  test.each(BROKEN)('$rule: $why', ({ rule, file }) => {
    expect(found.filter(({ from }) => from === file).map((each) => each.rule.name)).toContain(rule)
  })
})

test('a sound file is not named', () => {
  const inCycle = 'app/domain/hen.ts'
  const sound = Object.keys(SOUND).filter((file) => file !== inCycle)
  expect(found.filter(({ from }) => sound.includes(from))).toEqual([])
})
