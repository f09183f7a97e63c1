import { needTags } from '../cases/communication-need.ts'
import { mustNotBeContacted } from '../cases/safe-contact.ts'
import type { DataCategory } from '../consents/data-category.ts'
import { done, type Result, refused } from '../result.ts'
import { RISK_LEVELS, type RiskLevel } from '../risk/risk-level.ts'
import {
  buildPackage,
  type CaseMaterial,
  type PackageContent,
  type PackageGround,
  type PackageProblem,
  type PackageWords,
  packageProblems,
  safeContactShared,
  withWords,
} from './referral-package.ts'

/** The snapshot with the fields a list shows. Neither contains anything that was not allowed. */
export interface SharedPackage {
  categories: DataCategory[]
  content: PackageContent
  clientName: string
  risk: RiskLevel | ''
  needs: string[]
  safeTimes: string
}

export interface PackageRefusal {
  kind: 'package-not-safe'
  problems: PackageProblem[]
}

/** The package for the recipient: these categories of the case, with the referrer's own words. */
export function buildSharedPackage(
  material: CaseMaterial,
  categories: readonly DataCategory[],
  words: PackageWords,
  ground: PackageGround,
): Result<SharedPackage, PackageRefusal> {
  const { content } = buildPackage(withWords(material, words), categories)
  const problems = packageProblems(content, ground)
  if (problems.length > 0) return refused({ kind: 'package-not-safe', problems })
  const { parts } = content
  const safe = safeContactShared(content)
  return done({
    categories: [...categories],
    content,
    clientName: parts.name?.name ?? '',
    risk: parts.risk?.level ?? '',
    needs: parts.safe_contact ? needTags(parts.safe_contact) : [],
    // A list has no room for warnings, so it shows no safe times for a client who must not be contacted.
    safeTimes: safe && !mustNotBeContacted(safe) ? safe.safeTimes : '',
  })
}

/** Sorts an inbox, from 0 for a high risk to 3. A risk that was not shared sorts like one not assessed. */
export function urgencyOf({ risk }: Pick<SharedPackage, 'risk'>): number {
  return RISK_LEVELS.high.rank - RISK_LEVELS[risk || 'not_assessed'].rank
}
