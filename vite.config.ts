import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import remixOptions from './remix.config.js'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

export default defineConfig({
  plugins: [remix(remixOptions)],
  // A web process starts in half the time when the query builder's hundreds of files are one.
  ssr: { noExternal: [/^drizzle-orm/] },
  build: { target: 'es2022', sourcemap: false },
  css: { preprocessorOptions: { scss: { quietDeps: true, loadPaths: ['.'] } } },
})
