import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import config from '../../.dependency-cruiser.js'

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
    rule: 'imports-resolve',
    file: 'app/domain/lost.ts',
    text: `import { gone } from './gone.ts'\nexport const lost = gone`,
    why: 'a file that is not there',
  },
  {
    rule: 'features-look-down',
    file: 'app/features/reports/upwards.server.ts',
    text: `import { loader } from '../../routes/thin.tsx'\nexport const upwards = loader`,
    why: 'a feature that knows its page cannot be used on another',
  },
  {
    rule: 'facts-look-down',
    file: 'app/facts/upwards.server.ts',
    text: `import { secret } from '../features/reports/read-secret.server.ts'\nexport const upwards = secret`,
    why: 'a fact that needs a feature belongs to it',
  },
  {
    rule: 'timeline-looks-down',
    file: 'app/timeline/upwards.server.ts',
    text: `import { secret } from '../features/reports/read-secret.server.ts'\nexport const upwards = secret`,
    why: 'an event that calls a use case could record itself',
  },
  {
    rule: 'access-looks-down',
    file: 'app/access/upwards.server.ts',
    text: `import { secret } from '../features/reports/read-secret.server.ts'\nexport const upwards = secret`,
    why: 'who asks would depend on what is asked',
  },
  {
    rule: 'notify-looks-down',
    file: 'app/notify/upwards.server.ts',
    text: `import { secret } from '../features/reports/read-secret.server.ts'\nexport const upwards = secret`,
    why: 'mail that reads a feature would carry its rows',
  },
  {
    rule: 'server-looks-down',
    file: 'app/server/upwards.server.ts',
    text: `import { secret } from '../features/reports/read-secret.server.ts'\nexport const upwards = secret`,
    why: 'a web server with rules of its own',
  },
  {
    rule: 'demo-looks-down',
    file: 'app/demo/presses-buttons.ts',
    text: `import { loader } from '../routes/thin.tsx'\nexport const story = loader`,
    why: 'a story that presses buttons',
  },
  {
    rule: 'ui-looks-down',
    file: 'app/ui/upwards.tsx',
    text: `import type { Shown } from '../features/reports/typed.tsx'\nexport type Upwards = Shown`,
    why: 'a part that knows a feature is of use to no other',
  },
  {
    rule: 'forms-look-down',
    file: 'app/forms/upwards.tsx',
    text: `import type { Shown } from '../features/reports/typed.tsx'\nexport type Upwards = Shown`,
    why: 'a form that knows its page',
  },
  {
    rule: 'db-looks-down',
    file: 'db/upwards.ts',
    text: `import { secret } from '../app/features/reports/read-secret.server.ts'\nexport const upwards = secret`,
    why: 'rows that know who reads them',
  },
  {
    rule: 'app-is-not-started-by-itself',
    file: 'app/features/reports/start.server.ts',
    text: `import { start } from '../../../scripts/start.ts'\nexport const again = start`,
    why: 'the portal would start the portal',
  },
  {
    rule: 'one-file-names-jobs',
    file: 'app/features/reports/queue.server.ts',
    text: `import { PgBoss } from 'pg-boss'\nexport const queue = PgBoss`,
    why: 'a job outside the queue of its transaction could be lost',
  },
  {
    rule: 'one-file-names-mapbox',
    file: 'app/ui/map/token.client.ts',
    text: `import type mapboxgl from 'mapbox-gl'\nexport type Drawn = mapboxgl.Map`,
    why: 'also by its types: the other engine has none of them',
  },
  {
    rule: 'one-file-names-maplibre',
    file: 'app/ui/map/style.ts',
    text: `import type { StyleSpecification } from 'maplibre-gl'\nexport type Style = StyleSpecification`,
    why: 'a page that loads the map without showing one',
  },
  {
    rule: 'one-file-names-react-map',
    file: 'app/features/reports/where.tsx',
    text: `import type { MapProps } from 'react-map-gl/maplibre'\nexport type Where = MapProps`,
    why: 'a page that knows which engine draws',
  },
  {
    rule: 'one-file-names-hexagons',
    file: 'app/features/reports/cells.ts',
    text: `import { cellToParent } from 'h3-js'\nexport const wider = cellToParent`,
    why: 'hexagons asked for in two ways differ at their edges',
  },
  {
    rule: 'one-file-names-csv-reader',
    file: 'app/features/reports/rows.server.ts',
    text: `import { parse } from 'csv-parse'\nexport const rows = parse`,
    why: 'two readers of CSV would take two ideas of a line',
  },
  {
    rule: 'one-file-names-csv-writer',
    file: 'app/features/reports/lines.server.ts',
    text: `import { stringify } from 'csv-stringify/sync'\nexport const lines = stringify`,
    why: 'a file written beside the one writer could hold a formula',
  },
  {
    rule: 'one-file-names-typesetter',
    file: 'app/features/reports/write-letter.server.ts',
    text: `import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'\nexport const typst = NodeCompiler`,
    why: 'a second compiler could set text as markup, or let a warning pass',
  },
  {
    rule: 'files-look-down',
    file: 'app/files/knows-a-page.server.ts',
    text: `import { secret } from '../features/reports/read-secret.server.ts'\nexport const known = secret`,
    why: 'a storage that knows one feature cannot be used by the others',
  },
  {
    rule: 'one-file-names-pictures',
    file: 'app/features/reports/turn-picture.server.ts',
    text: `import sharp from 'sharp'\nexport const turn = sharp`,
    why: 'a picture opened elsewhere has no limit of points and no list of formats',
  },
  {
    rule: 'one-file-names-media-types',
    file: 'app/features/reports/guess-type.server.ts',
    text: `import { fileTypeFromBuffer } from 'file-type'\nexport const guess = fileTypeFromBuffer`,
    why: 'two ideas of what a file is would let one through',
  },
  {
    rule: 'one-file-names-multipart',
    file: 'app/features/reports/read-form.server.ts',
    text: `import { Busboy } from '@fastify/busboy'\nexport const reader = Busboy`,
    why: 'a form read elsewhere has no limit',
  },
  {
    rule: 'documents-look-down',
    file: 'app/documents/curious-paper.server.ts',
    text: `import { secret } from '../features/reports/read-secret.server.ts'\nexport const paper = secret`,
    why: 'a paper that knows a feature cannot be used by another',
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
  'scripts/start.ts': `export const start = 1`,
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
}, 300_000)

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

test('every rule is broken once', () => {
  const rules = new Set(config.forbidden?.map(({ name }) => name))
  expect(new Set(BROKEN.map(({ rule }) => rule))).toEqual(rules)
})

test('a sound file is not named', () => {
  const inCycle = 'app/domain/hen.ts'
  const sound = Object.keys(SOUND).filter((file) => file !== inCycle)
  expect(found.filter(({ from }) => sound.includes(from))).toEqual([])
})
