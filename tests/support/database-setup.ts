import type { TestProject } from 'vitest/node'
import { openTestServer } from './test-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    testServer: { templateUrl: string; template: string; prefix: string }
  }
}

/** Before the first test that needs a database: a server and a migrated template; afterwards every clone is dropped. */
export default async function setUpDatabase(project: TestProject): Promise<() => Promise<void>> {
  const { close, ...server } = await openTestServer()
  project.provide('testServer', server)
  return close
}
