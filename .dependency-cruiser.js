// The arrows of the house. Tests may reach anywhere below them; what they hold up is named in each comment.

const NOT_A_TEST = '\\.test\\.tsx?$'
const MAY_HOLD_SERVER_CODE = [
  '\\.server\\.tsx?$',
  '^app/routes/',
  '^app/root\\.tsx$',
  '^app/entry\\.server\\.tsx$',
  '^app/(demo|server)/',
  NOT_A_TEST,
]

/**
 * @param {string} name @param {string} comment @param {string} from @param {string[]} allowed
 * @returns {import('dependency-cruiser').IForbiddenRuleType}
 */
function mayOnlyImport(name, comment, from, allowed) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: from, pathNot: NOT_A_TEST },
    to: { path: '^(app|db|scripts|tests)/', pathNot: allowed },
  }
}

/**
 * @param {string} what @param {string} library @param {string} files
 * @returns {import('dependency-cruiser').IForbiddenRuleType}
 */
function namedOnlyIn(what, library, files) {
  return {
    name: `one-file-names-${what}`,
    comment: `Whoever replaces ${what} has one place to look.`,
    severity: 'error',
    from: { path: '^(app|db)/', pathNot: [files, NOT_A_TEST] },
    to: { path: `^${library}$|node_modules/${library}(/|$)` },
  }
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'Files of a cycle can only be read together. Type imports count.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'imports-resolve',
      comment: 'An import that leads nowhere is found here before the browser finds it.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^geojson$' },
    },
    mayOnlyImport('domain-stands-alone', 'Rules are pure: they can be read and tested alone.', '^app/domain/', [
      '^app/domain/',
    ]),
    {
      name: 'domain-does-no-io',
      comment: 'A rule reads no file, no clock and no network; zod and React stay at the edge.',
      severity: 'error',
      from: { path: '^app/domain/', pathNot: NOT_A_TEST },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'core'], pathNot: 'temporal-polyfill|h3-js|pure-rand' },
    },
    {
      name: 'features-stay-apart',
      comment: 'A page that needs several features composes them in its loader.',
      severity: 'error',
      from: { path: '^app/features/([^/]+)/', pathNot: NOT_A_TEST },
      to: { path: '^app/features/', pathNot: '^app/features/$1/' },
    },
    mayOnlyImport('features-look-down', 'A feature knows no route.', '^app/features/', [
      '^app/(features|facts|access|documents|files|forms|ui|domain|timeline)/',
      '^app/href\\.ts$',
      '^db/',
    ]),
    mayOnlyImport('facts-look-down', 'A fact that several features need knows none of them.', '^app/facts/', [
      '^app/(facts|domain)/',
      '^app/href\\.ts$',
      '^db/',
    ]),
    mayOnlyImport(
      'routes-stay-thin',
      'A route parses, calls one use case and answers: it never sees a row.',
      '^app/(routes/|root\\.tsx$)',
      ['^app/(features|access|forms|ui|domain)/', '^app/href\\.ts$'],
    ),
    mayOnlyImport('timeline-looks-down', 'The door for every change knows no use case.', '^app/timeline/', [
      '^app/(timeline|domain)/',
      '^db/',
    ]),
    mayOnlyImport('access-looks-down', 'Who is asking is known before what is asked.', '^app/access/', [
      '^app/(access|domain)/',
      '^app/href\\.ts$',
      '^db/',
    ]),
    mayOnlyImport('documents-look-down', 'A paper knows no page and no form.', '^app/documents/', [
      '^app/(documents|timeline|domain)/',
      '^db/',
    ]),
    mayOnlyImport(
      'files-look-down',
      'Where files lie and how they open is decided in one place, for every page.',
      '^app/files/',
      ['^app/(files|access|timeline|domain)/', '^db/'],
    ),
    mayOnlyImport('notify-looks-down', 'What leaves the portal knows no page.', '^app/notify/', [
      '^app/(notify|access|facts|domain)/',
      '^app/href\\.ts$',
      '^db/',
    ]),
    mayOnlyImport('server-looks-down', 'The web server knows the portal by its build alone.', '^app/server/', [
      '^app/(server|access)/',
      '^db/',
    ]),
    mayOnlyImport('demo-looks-down', 'A story does what people do: it calls use cases.', '^app/demo/', [
      '^app/(demo|features|facts|files|timeline|domain)/',
      '^db/',
    ]),
    mayOnlyImport('ui-looks-down', 'A part that two features use knows neither.', '^app/ui/', [
      '^app/(ui|forms|domain)/',
      '^app/href\\.ts$',
    ]),
    mayOnlyImport('forms-look-down', 'The one shape of a write knows who may send it, but no page.', '^app/forms/', [
      '^app/(forms|files|access|ui|domain)/',
      '^app/href\\.ts$',
    ]),
    mayOnlyImport('db-looks-down', 'Rows are typed by domain words and know nothing above them.', '^db/', [
      '^db/',
      '^app/domain/',
    ]),
    mayOnlyImport('app-is-not-started-by-itself', 'The portal does not know who starts it.', '^app/', [
      '^app/',
      '^db/',
    ]),
    {
      name: 'server-code-in-server-files',
      comment:
        'Whatever is not marked .server may be sent to every browser. Routes lose their loaders in the build; types are erased.',
      severity: 'error',
      from: { path: '^app/', pathNot: MAY_HOLD_SERVER_CODE },
      to: { path: '\\.server\\.tsx?$|^db/|^scripts/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'node-in-server-files',
      comment: 'A browser has no such modules: the page would break, or carry a secret to it.',
      severity: 'error',
      from: { path: '^app/', pathNot: MAY_HOLD_SERVER_CODE },
      to: { dependencyTypes: ['core'], dependencyTypesNot: ['type-only'] },
    },
    namedOnlyIn('lucia', 'lucia', '^app/access/session\\.server\\.ts$'),
    namedOnlyIn('casl', '@casl/ability', '^app/access/ability\\.ts$'),
    namedOnlyIn('mailer', 'nodemailer', '^app/notify/mailer\\.server\\.ts$'),
    namedOnlyIn('jobs', 'pg-boss', '^app/notify/(worker|jobs)\\.server\\.ts$'),
    namedOnlyIn('mapbox', 'mapbox-gl', '^app/ui/map/mapbox\\.client\\.ts$'),
    namedOnlyIn('maplibre', 'maplibre-gl', '^app/ui/map/maplibre\\.client\\.ts$'),
    namedOnlyIn('react-map', 'react-map-gl', '^app/ui/map/(mapbox|maplibre)\\.client\\.ts$'),
    namedOnlyIn('hexagons', 'h3-js', '^app/domain/hotspots/map/cell\\.ts$'),
    namedOnlyIn('csv-writer', 'csv-stringify', '^app/access/export/to-csv\\.server\\.ts$'),
    namedOnlyIn('typesetter', '@myriaddreamin/typst-ts-node-compiler', '^app/documents/write-pdf\\.server\\.ts$'),
    namedOnlyIn('pictures', 'sharp', '^app/files/draw-picture\\.server\\.ts$'),
    namedOnlyIn('media-types', 'file-type', '^app/files/media-type\\.server\\.ts$'),
    namedOnlyIn('multipart', '@fastify/busboy', '^app/forms/read-uploads\\.server\\.ts$'),
    namedOnlyIn('csv-reader', 'csv-parse', '^app/features/hotspots/imports/read-csv\\.server\\.ts$'),
    {
      name: 'one-file-holds-the-pool',
      comment:
        'A connection outside asActor carries no signed context: it is the administrator’s, for a moment, or a mistake.',
      severity: 'error',
      from: {
        path: '^(app|db)/',
        pathNot: [
          '^db/(as-actor|as-map-reader|migrate|roles|readiness)\\.ts$',
          '^app/demo/load-demo\\.ts$',
          NOT_A_TEST,
        ],
      },
      to: { path: 'node_modules/(postgres|pg|drizzle-orm/postgres-js)/|^postgres$', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|\\.cache|\\.data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
      conditionNames: ['node', 'import', 'default', 'types'],
    },
  },
}
