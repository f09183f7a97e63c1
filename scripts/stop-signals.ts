const PARENT_LOOK_MS = 1_000

/**
 * Resolves when this process should stop: Ctrl-C, SIGTERM, a closed terminal, or a parent that is gone. npm ends its
 * shell without a signal to the processes inside, so the parent must be watched.
 */
export function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
    const parent = process.ppid
    const look = setInterval(() => {
      if (process.ppid !== parent) resolve()
    }, PARENT_LOOK_MS)
    look.unref()
  })
}
