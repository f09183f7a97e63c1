import { randomBytes } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { listeningVariables, parseVariables, postgresUrl, sharedVariables } from '../app/access/environment.server.ts'
import { derivedLoginUrls, type LoginUrls } from '../db/derived-secrets.ts'
import { Obstacle } from '../db/obstacle.ts'

const SHORTEST_SECRET = 32
const WRONG_COUNT = 'must be a whole number from 1 to 64'
const WRONG_PORT = 'must be a whole number from 1 to 65535'

const supervisorVariables = z.object({
  ...sharedVariables,
  ...listeningVariables,
  ACCORD_SECRET: sharedVariables.ACCORD_SECRET.optional(),
  ORIGIN: sharedVariables.ORIGIN.optional(),
  DATABASE_URL: postgresUrl.optional(),
  APP_DATABASE_URL: postgresUrl.optional(),
  WEB_PROCESSES: z.coerce.number(WRONG_COUNT).int(WRONG_COUNT).min(1, WRONG_COUNT).max(64, WRONG_COUNT).optional(),
  PG_PORT: z.coerce.number(WRONG_PORT).int(WRONG_PORT).min(1, WRONG_PORT).max(65_535, WRONG_PORT).optional(),
})

/** The operator's settings, with defaults that need no database. Folders are absolute paths. */
export interface Settings {
  host: string
  port: number
  dataDir: string
  webProcesses: number
  secret: string | undefined
  origin: string | undefined
  databaseUrl: string | undefined
  appUrl: string | undefined
  workerUrl: string | undefined
  auditUrl: string | undefined
  mapUrl: string | undefined
  embeddedPort: number | undefined
  smtpUrl: string | undefined
  /** Where the worker writes the end of each log every hour; by default a file in the data folder. */
  anchorFile: string | undefined
  clamdAddress: string | undefined
}

/** Reads the settings of a supervisor or a command. @throws Obstacle with one sentence for each wrong variable */
export function readSettings(source: NodeJS.ProcessEnv = process.env): Settings {
  const variables = parseVariables(supervisorVariables, source)
  return {
    host: variables.HOST,
    port: variables.PORT,
    dataDir: resolve(variables.DATA_DIR),
    webProcesses: variables.WEB_PROCESSES ?? availableParallelism(),
    secret: variables.ACCORD_SECRET,
    origin: variables.ORIGIN,
    databaseUrl: variables.DATABASE_URL,
    appUrl: variables.APP_DATABASE_URL,
    workerUrl: variables.WORKER_DATABASE_URL,
    auditUrl: variables.AUDIT_DATABASE_URL,
    mapUrl: variables.MAP_DATABASE_URL,
    embeddedPort: variables.PG_PORT,
    smtpUrl: variables.SMTP_URL,
    anchorFile: variables.AUDIT_ANCHOR_FILE,
    clamdAddress: variables.CLAMD_ADDRESS,
  }
}

/** ACCORD_SECRET. The demo makes its own once and stores it in the data folder, readable by its owner only. */
export function secretOf(settings: Settings): string {
  if (settings.secret) return settings.secret
  const file = join(settings.dataDir, 'secret')
  if (existsSync(file)) return keptSecret(file)
  const secret = randomBytes(32).toString('base64url')
  try {
    mkdirSync(settings.dataDir, { recursive: true })
    writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : String(error)
    if (code === 'ENOSPC') throw new Obstacle('The disk is full. Free some space and start again.')
    throw new Obstacle(`The data folder ${settings.dataDir} cannot be written (${code}): set DATA_DIR to one that can.`)
  }
  return secret
}

function keptSecret(file: string): string {
  try {
    const secret = readFileSync(file, 'utf8').trim()
    if (secret.length >= SHORTEST_SECRET) return secret
  } catch {
    // Ignored here because the code below reports it: the owner may have put another file or folder there.
  }
  throw new Obstacle(`The secret in ${file} cannot be read. Restore it, or remove ${dirname(file)} to start again.`)
}

/** The warning to print when there is no mail server, otherwise undefined. */
export function unsentMailWarning({ smtpUrl, dataDir }: Settings): string | undefined {
  if (smtpUrl) return
  return `Warning: SMTP_URL is not set, so no mail leaves the portal. Each mail is saved in ${join(dataDir, 'mail')}.`
}

/** The warning to print when there is no virus scanner, otherwise undefined. */
export function scannerWarning({ clamdAddress }: Settings): string | undefined {
  if (clamdAddress) return
  return 'Warning: CLAMD_ADDRESS is not set, so no file of a case is checked for viruses. Only pictures that are drawn again can be opened.'
}

/**
 * The warning to print about the anchors. Undefined when AUDIT_ANCHOR_FILE names another place than the data folder.
 * @throws Obstacle when that file cannot be written
 */
export function anchorWarning({ anchorFile, dataDir }: Settings): string | undefined {
  if (!anchorFile)
    return `Warning: AUDIT_ANCHOR_FILE is not set, so the end of each log is written to ${dataDir}. Choose a place where no administrator of the database can write.`
  try {
    appendFileSync(anchorFile, '', { mode: 0o600 })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : String(error)
    throw new Obstacle(`AUDIT_ANCHOR_FILE cannot be written (${code}): choose a file that can.`)
  }
  return
}

/** The URLs of the portal’s logins, as set or with derived passwords. */
export function loginUrls(settings: Settings, databaseUrl: string, secret: string): LoginUrls {
  const derived = derivedLoginUrls(databaseUrl, secret)
  return {
    appUrl: settings.appUrl ?? derived.appUrl,
    workerUrl: settings.workerUrl ?? derived.workerUrl,
    auditUrl: settings.auditUrl ?? derived.auditUrl,
    mapUrl: settings.mapUrl ?? derived.mapUrl,
  }
}

const NOT_FOR_CHILDREN = [
  'DATABASE_URL',
  'APP_DATABASE_URL',
  'WORKER_DATABASE_URL',
  'AUDIT_DATABASE_URL',
  'MAP_DATABASE_URL',
  'PG_PORT',
]

/**
 * The environment of a child process: ours without the administrator's URL, plus `own`. It changes this process too,
 * because a forked cluster worker inherits the whole environment.
 */
export function childEnvironment(own: Record<string, string>): NodeJS.ProcessEnv {
  for (const name of NOT_FOR_CHILDREN) delete process.env[name]
  return { ...process.env, NODE_ENV: 'production', ...own }
}
