import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import remixOptions from './remix.config.js'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

const VOCABULARY =
  /\/app\/domain\/\w+\/(consent-purpose|contact|data-category|incident-type|override|risk-level|safe-contact|strand)\.ts$/

const OF_MAPS = /\/node_modules\/(@vis\.gl|react-map-gl|maplibre-gl|mapbox-gl|@maplibre|@mapbox|h3-js)\//

/** Fetched by the one page that draws a signature, once it is opened. */
const SIGNATURE = '/node_modules/signature_pad/'

/** Parts of the page that few pages use: in the kit, every page would fetch them. */
const OF_FEW_PAGES =
  /\/app\/(ui|forms)\/(map\/.*|repeating\/.*|(\w+\/)?(place-[\w-]+|unsafe-[\w-]+|tracker|timeline|demo-card|use-autosave|draft[\w-]+|kept-draft|safe-contact|filter|list-query|list-pager|page-links|pages-around|count-in-words|pagination|empty-list|download-link|nobody-named|client-wish-fields|file-input|risk-tag|search-key|worker-filter|list-table))\.tsx?$/

/** What changes rarely stays in a browser's cache; small parts that stand on most pages compress better together. */
function chunkOf(id: string): string | undefined {
  if (id.includes('/node_modules/govuk-frontend/')) return 'behaviour'
  // Fetched by the few pages with a map, one library or the other: where they are imported decides.
  if (OF_MAPS.test(id) || id.includes(SIGNATURE)) return undefined
  if (id.includes('/node_modules/')) return 'libraries'
  if (VOCABULARY.test(id)) return 'vocabulary'
  return /\/app\/(ui|forms)\/(\w+\/)?[\w-]+\.tsx?$/.test(id) && !OF_FEW_PAGES.test(id) && !id.includes('.server.')
    ? 'kit'
    : undefined
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [remix(remixOptions)],
  // A web process starts in half the time when the query builder's hundreds of files are one.
  ssr: { noExternal: [/^drizzle-orm/] },
  build: {
    target: 'es2022',
    sourcemap: false,
    // Five kilobytes less on every page than Vite's own.
    minify: isSsrBuild ? false : 'terser',
    terserOptions: { ecma: 2020, compress: { passes: 3 } },
    ...(isSsrBuild
      ? {}
      : {
          rollupOptions: {
            output: { manualChunks: chunkOf },
            // Fetched as the files they are published as (app/ui/map); React's part would name them once more.
            external: ['maplibre-gl', 'mapbox-gl'],
            // H3's library does nothing when it is loaded, but does not say so: pages that only name a ward go without.
            treeshake: { moduleSideEffects: (id: string) => !id.includes('/node_modules/h3-js/') },
          },
        }),
  },
  css: { preprocessorOptions: { scss: { quietDeps: true, loadPaths: ['.'] } } },
}))
