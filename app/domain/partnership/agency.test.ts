import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CONSENT_PURPOSE_IDS } from '../consents/consent-purpose.ts'
import { AGENCY_KIND_IDS, agencyType, canReceiveFor, isAgencyKind } from './agency.ts'

const APP = join(import.meta.dirname, '../..')

function sourceFiles() {
  return readdirSync(APP, { recursive: true, encoding: 'utf8' })
    .filter(
      (name) =>
        /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && name !== join('domain', 'partnership', 'agency.ts'),
    )
    .filter((name) => !name.startsWith('demo'))
    .map((name) => ({ name, text: readFileSync(join(APP, name), 'utf8') }))
}

describe('AGENCY_TYPES', () => {
  test('is the one place that names a kind of agency', () => {
    const files = sourceFiles()
    expect(files.length).toBeGreaterThan(20)
    const named = files.flatMap(({ name, text }) =>
      AGENCY_KIND_IDS.filter((id) => new RegExp(`\\b${id}\\b`).test(text)).map((id) => `${name} names ${id}`),
    )
    expect(named).toEqual([])
  })

  test('has a kind that may receive for each purpose a client can agree to', () => {
    for (const purpose of CONSENT_PURPOSE_IDS) {
      expect(
        AGENCY_KIND_IDS.filter((kind) => canReceiveFor(kind, purpose)),
        purpose,
      ).not.toEqual([])
    }
  })

  test('lets a reporting centre refer and report, and receive nothing', () => {
    const centres = AGENCY_KIND_IDS.filter((kind) => agencyType(kind).thirdPartyReporting)
    expect(centres).toEqual(['reporting_centre'])
    expect(CONSENT_PURPOSE_IDS.filter((purpose) => canReceiveFor('reporting_centre', purpose))).toEqual([])
  })

  test('knows its own ids and no others, inherited names included', () => {
    expect(AGENCY_KIND_IDS.every(isAgencyKind)).toBe(true)
    expect(['', 'bank', 'toString', '__proto__'].filter(isAgencyKind)).toEqual([])
  })
})
