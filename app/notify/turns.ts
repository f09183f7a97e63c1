import PQueue from 'p-queue'

/** A place was not free in time; the code is that of a mail server that does not answer. */
export function tooLate(): Error {
  return Object.assign(new Error('too late'), { code: 'ETIMEDOUT' })
}

/**
 * Runs at most `many` at a time; the others wait in the order in which they came, at most `waitMs`.
 * @throws tooLate
 */
export function turns(many: number, waitMs: number) {
  const queue = new PQueue({ concurrency: many })
  return async <Value>(run: () => Promise<Value>): Promise<Value> => {
    const askedAt = performance.now()
    return queue.add(() => {
      if (performance.now() - askedAt > waitMs) throw tooLate()
      return run()
    })
  }
}
