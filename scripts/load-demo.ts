import { environment } from '../app/access/environment.server.ts'
import { demoSignIns, loadDemo } from '../db/demo/load-demo.ts'
import { runOrHalt } from './say.ts'

/** Its own process, started by the demo: tells the demo's people, and with `load` brings their stories first. */
await runOrHalt(async () => {
  if (process.argv.includes('load')) await loadDemo({ appUrl: environment().appDatabaseUrl, now: new Date() })
  process.send?.(demoSignIns(), () => process.exit(0))
})
