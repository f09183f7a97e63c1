import { environment } from '../app/access/environment.server.ts'
import { demoSignIns, loadDemo } from '../app/demo/load-demo.ts'
import { explainDatabaseError } from '../db/database-error.ts'
import { runOrHalt } from './say.ts'

/** Its own process, started by the demo: tells the demo's people, and with `load` brings their stories first. */
await runOrHalt(async () => {
  const { appDatabaseUrl: appUrl, workerDatabaseUrl: workerUrl, secret } = environment()
  if (process.argv.includes('load')) {
    await loadDemo({ appUrl, workerUrl, secret, now: new Date() }).catch((error: unknown) => {
      throw explainDatabaseError(error, appUrl)
    })
  }
  process.send?.(demoSignIns(), () => process.exit(0))
})
