import { vi } from 'vitest'

/**
 * Files that share a process share the libraries loaded in it, which take longer to load than most files take to test.
 * The portal's own modules, with all they remember, and the environment start afresh for each file.
 */
const kept = globalThis as { environmentOfWorker?: NodeJS.ProcessEnv }
kept.environmentOfWorker ??= { ...process.env }
for (const name of Object.keys(process.env)) if (!(name in kept.environmentOfWorker)) delete process.env[name]
Object.assign(process.env, kept.environmentOfWorker)
vi.resetModules()
