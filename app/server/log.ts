import pino from 'pino'

/**
 * The log of all processes: JSON lines on standard output. Errors are logged by name, code and place only, because a
 * database error's message may repeat what a person typed.
 */
export const log = pino({
  level: process.env.LOG_LEVEL || 'info',
  base: { pid: process.pid },
  serializers: { err: describeError },
})

/** What may be logged of an error. The message around a failed query contains its parameters. */
export function describeError(error: unknown) {
  if (!(error instanceof Error)) return { name: typeof error }
  const code = codeOf(error) ?? codeOf(error.cause)
  const place = error.stack
    ?.split(error.message)
    .at(-1)
    ?.match(/^ +at .*:\d+:\d+\)?$/m)?.[0]
  const wrapped = error.cause !== undefined
  return { name: error.name, code, place: place?.trim(), message: code || wrapped ? undefined : error.message }
}

function codeOf(error: unknown) {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
