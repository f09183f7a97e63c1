const PARENT_LOOK_MS = 1_000

/**
 * Resolves when this process is to stop: Ctrl-C, SIGTERM, a closed terminal, or a parent that is gone. npm ends its
 * shell without telling what runs inside it, so the parent has to be watched.
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
