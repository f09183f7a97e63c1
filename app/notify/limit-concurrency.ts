import PQueue from 'p-queue'

/** The error for a turn that did not come in time. Its code is that of a mail server that does not answer. */
export function turnTimeout(): Error {
  return Object.assign(new Error('too late'), { code: 'ETIMEDOUT' })
}

/** Runs at most `many` jobs at a time. Others wait in order, at most `waitMs` milliseconds. @throws turnTimeout */
export function limitConcurrency(many: number, waitMs: number) {
  const queue = new PQueue({ concurrency: many })
  return async <Value>(run: () => Promise<Value>): Promise<Value> => {
    const queuedAt = performance.now()
    return queue.add(() => {
      if (performance.now() - queuedAt > waitMs) throw turnTimeout()
      return run()
    })
  }
}
