import pino from 'pino'

/**
 * The log of the processes, JSON lines on standard output. An error is told by name, code and place: the words of a
 * database error may repeat what a person typed.
 */
export const log = pino({
  level: process.env.LOG_LEVEL || 'info',
  base: { pid: process.pid },
  serializers: { err: describeError },
})

function describeError(error: unknown) {
  if (!(error instanceof Error)) return { name: typeof error }
  const code = 'code' in error ? String(error.code) : undefined
  const place = error.stack?.split('\n').find((line) => line.trimStart().startsWith('at '))
  return { name: error.name, code, place: place?.trim(), message: code ? undefined : error.message }
}
