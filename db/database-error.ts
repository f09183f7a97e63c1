import { Obstacle } from './obstacle.ts'

const SENTENCES: Record<string, (place: Place) => string> = {
  ECONNREFUSED: ({ server }) => `No database server answers at ${server}: start it, or correct the database URL.`,
  ENOTFOUND: ({ server }) => `The database server's name cannot be resolved (${server}): correct the database URL.`,
  EAI_AGAIN: ({ server }) => `The database server's name cannot be resolved (${server}): correct the database URL.`,
  CONNECT_TIMEOUT: ({ server }) =>
    `The database server at ${server} does not answer in time: correct the database URL or the network.`,
  CONNECTION_CLOSED: ({ server }) =>
    `What answers at ${server} ends the connection: correct the database URL, if it is no PostgreSQL server.`,
  ECONNRESET: ({ server }) =>
    `What answers at ${server} ends the connection: correct the database URL, if it is no PostgreSQL server.`,
  ETIMEDOUT: ({ server }) =>
    `The database server at ${server} does not answer in time: correct the database URL or the network.`,
  EHOSTUNREACH: ({ server }) => `No way leads to the database server at ${server}: correct the database URL.`,
  ENETUNREACH: ({ server }) => `No way leads to the database server at ${server}: correct the database URL.`,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  ERR_TLS_CERT_ALTNAME_INVALID: untrusted,
  '28P01': ({ user, server }) =>
    `The database server at ${server} refuses the password of "${user}": correct the database URL.`,
  '28000': ({ user, server }) =>
    `The database server at ${server} does not let "${user}" in: correct the database URL or pg_hba.conf.`,
  '3D000': ({ database, server }) =>
    `There is no database "${database}" at ${server}: create it, or correct the database URL.`,
  '53100': () => 'The disk of the database is full: make room and start again.',
  ENOSPC: () => 'The disk is full. Free some space and start again.',
  '53300': ({ server }) =>
    `The database server at ${server} has no connection left: raise max_connections or run fewer processes.`,
}

function untrusted({ server }: Place) {
  return `The certificate of the database server at ${server} is not trusted: add its authority by NODE_EXTRA_CA_CERTS.`
}

interface Place {
  server: string
  user: string
  database: string
}

/**
 * Turns errors such as a refused connection or a full disk into an Obstacle with a sentence; returns other errors
 * unchanged. The sentence never contains the password.
 */
export function explainDatabaseError(error: unknown, databaseUrl: string): unknown {
  const sentence = SENTENCES[codeOf(error)]
  return sentence ? new Obstacle(sentence(placeOf(databaseUrl))) : error
}

/** Codes of the driver and of PostgreSQL for a temporary failure: the same request may succeed in a moment. */
const AWAY = new Set([
  ...['CONNECTION_CLOSED', 'CONNECTION_ENDED', 'CONNECTION_DESTROYED', 'CONNECT_TIMEOUT'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'],
  // Shutdown, crash, start-up; no connection left; time limit; deadlock; serialization failure.
  ...['57P01', '57P02', '57P03', '53300', '57014', '40P01', '40001'],
])

/** Whether the database was unreachable or gave up, so that trying again makes sense. */
export function isDatabaseAway(error: unknown): boolean {
  return AWAY.has(codeOf(error))
}

/** The code of the error or of its cause, because the query builder wraps the driver's errors. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  return 'code' in error ? String(error.code) : codeOf(error.cause)
}

function placeOf(databaseUrl: string): Place {
  const url = new URL(databaseUrl)
  return {
    server: `${url.hostname}:${url.port || '5432'}`,
    user: decodeURIComponent(url.username),
    database: decodeURIComponent(url.pathname.slice(1)),
  }
}
