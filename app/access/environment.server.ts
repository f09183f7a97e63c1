import { closeSync, openSync, readSync } from 'node:fs'
import { z } from 'zod'
import { Obstacle } from '../../db/obstacle.ts'

const WRONG_PORT = 'must be a whole number from 1 to 65535'
const WRONG_WRITES = 'must be how many forms one person may send in a minute, 1 or more'
const WRONG_EXPORTS = 'must be how many files one person may download in ten minutes, 1 or more'
const WRONG_CLAMD = 'must be host:port of clamd, such as 127.0.0.1:3310, or the path of its socket'
const WRONG_HOPS = 'must be the number of reverse proxies, 0 to 5'

export const postgresUrl = z
  .string()
  .refine(
    (value) => isAddress(value, /^postgres(ql)?:$/) && new URL(value).pathname.length > 1,
    'must be a PostgreSQL address such as postgres://user:password@host:5432/accord, with other signs written as %40',
  )

/** The variables that the supervisor reads as well as the processes it starts. */
export const sharedVariables = {
  ACCORD_SECRET: z.string('must be set').min(32, 'must be at least 32 characters long'),
  ORIGIN: z
    .string()
    .refine((value) => isAddress(value, /^https?:$/), {
      error: 'must be the public address, such as https://accord.example.org',
      abort: true,
    })
    .refine(
      (value) => new URL(value).origin === value,
      'must hold no path, no closing slash, no capitals and no default port',
    ),
  WORKER_DATABASE_URL: postgresUrl.optional(),
  AUDIT_DATABASE_URL: postgresUrl.optional(),
  MAP_DATABASE_URL: postgresUrl.optional(),
  AUDIT_ANCHOR_FILE: z.string().min(1, 'must be the path of a file').optional(),
  DATA_DIR: z.string().min(1, 'must be a folder').default('.data'),
  SMTP_URL: z
    .string()
    .refine(
      (value) => isAddress(value, /^smtps?:$/),
      'must be an address such as smtp://user:password@host:587, with other signs written as %40',
    )
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>\r\n]*<)?[^\s@<>]+@[^\s@<>]+>?$/, 'must be a mail address, such as Accord <no-reply@example.org>')
    .default('Accord <no-reply@localhost>'),
  /** Setting it makes Mapbox draw the map. The token is sent to browsers, so it must be a public one. */
  MAPBOX_ACCESS_TOKEN: z
    .string()
    .regex(/^pk\.[\w.-]+$/, 'must be a public token of Mapbox, which begins with pk.')
    .optional(),
  MAP_BASEMAP_PMTILES: z.string().refine(isBasemap, 'must be the path of a .pmtiles file that can be read').optional(),
  MAP_BASEMAP_ATTRIBUTION: z.string().max(300, 'must be at most 300 characters').optional(),
  WRITES_PER_MINUTE: z.coerce.number(WRONG_WRITES).int(WRONG_WRITES).min(1, WRONG_WRITES).default(120),
  EXPORTS_PER_TEN_MINUTES: z.coerce.number(WRONG_EXPORTS).int(WRONG_EXPORTS).min(1, WRONG_EXPORTS).default(10),
  /** Where the virus scanner listens. Without it, only pictures that the portal draws again can be opened. */
  CLAMD_ADDRESS: z
    .string()
    .regex(/^(\/.+|[^\s:/]+:\d{1,5})$/, WRONG_CLAMD)
    .optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'must be a pino level')
    .default('info'),
}

export const listeningVariables = {
  HOST: z.string().min(1, 'must be an address to listen at').default('127.0.0.1'),
  PORT: z.coerce.number(WRONG_PORT).int(WRONG_PORT).min(1, WRONG_PORT).max(65_535, WRONG_PORT).default(3000),
  /** The number of reverse proxies in front of the portal. Each one appends to X-Forwarded-For. */
  PROXY_HOPS: z.coerce.number(WRONG_HOPS).int(WRONG_HOPS).min(0, WRONG_HOPS).max(5, WRONG_HOPS).default(0),
}

const processVariables = z
  .object({
    ...sharedVariables,
    APP_DATABASE_URL: postgresUrl,
    ...listeningVariables,
    ACCORD_DEMO: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
  })
  .transform((variables) => ({
    appDatabaseUrl: variables.APP_DATABASE_URL,
    workerDatabaseUrl: variables.WORKER_DATABASE_URL,
    auditDatabaseUrl: variables.AUDIT_DATABASE_URL,
    auditAnchorFile: variables.AUDIT_ANCHOR_FILE,
    mapDatabaseUrl: variables.MAP_DATABASE_URL,
    secret: variables.ACCORD_SECRET,
    origin: variables.ORIGIN,
    host: variables.HOST,
    port: variables.PORT,
    proxyHops: variables.PROXY_HOPS,
    writesPerMinute: variables.WRITES_PER_MINUTE,
    exportsPerTenMinutes: variables.EXPORTS_PER_TEN_MINUTES,
    demo: variables.ACCORD_DEMO === '1',
    dataDir: variables.DATA_DIR,
    smtpUrl: variables.SMTP_URL,
    mailFrom: variables.MAIL_FROM,
    clamdAddress: variables.CLAMD_ADDRESS,
    logLevel: variables.LOG_LEVEL,
    mapboxToken: variables.MAPBOX_ACCESS_TOKEN,
    basemapFile: variables.MAP_BASEMAP_PMTILES,
    basemapAttribution: variables.MAP_BASEMAP_ATTRIBUTION,
  }))

export type Environment = z.output<typeof processVariables>

/**
 * Reads variables with a schema. An empty variable counts as missing.
 * @throws Obstacle with one sentence for each wrong variable. The sentences never repeat a value, because it may be a
 * secret.
 */
export function parseVariables<Schema extends z.ZodType>(schema: Schema, source: NodeJS.ProcessEnv): z.output<Schema> {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const sentences = new Map<string, string>()
  for (const issue of parsed.error.issues) {
    const name = issue.path.join('.')
    if (!sentences.has(name)) sentences.set(name, `${name} ${absent(issue, given) ?? issue.message}.`)
  }
  throw new Obstacle([...sentences.values()].join('\n'))
}

/**
 * Whether the text is an address with this protocol and a host. User, password and path must decode, because the
 * programs that get the address later decode them without checking.
 */
function isAddress(value: string, protocol: RegExp) {
  if (!URL.canParse(value)) return false
  const url = new URL(value)
  try {
    for (const part of [url.username, url.password, url.pathname]) decodeURIComponent(part)
  } catch {
    return false
  }
  return protocol.test(url.protocol) && url.hostname !== ''
}

const PMTILES = 'PMTiles'

function isBasemap(path: string) {
  try {
    const file = openSync(path, 'r')
    const start = Buffer.alloc(PMTILES.length)
    readSync(file, start)
    closeSync(file)
    return start.toString() === PMTILES
  } catch {
    return false
  }
}

function absent(issue: z.core.$ZodIssue, given: Record<string, unknown>) {
  return given[String(issue.path[0])] === undefined ? 'must be set' : undefined
}

let known: Environment | undefined

/** The settings of this web, worker or command process, read from the environment at the first call. */
export function environment(): Environment {
  known ??= parseVariables(processVariables, process.env)
  return known
}
