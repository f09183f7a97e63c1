import type { Paper } from '../../../app/documents/paper.ts'
import type { readPdf, Tag } from './read-pdf.ts'

type ReadPdf = Awaited<ReturnType<typeof readPdf>>

const KNOWN_ROLES = [
  ...['Root', 'Document', 'Div', 'H1', 'H2', 'H3', 'P', 'Strong', 'Span', 'Figure'],
  ...['L', 'LI', 'Lbl', 'LBody', 'Table', 'THead', 'TBody', 'TR', 'TH', 'TD'],
]

/** What PDF/UA-1 (ISO 14289-1) asks of a paper, as far as the tags and the metadata can say it. */
const RULES: Record<string, (read: ReadPdf, paper: Paper) => boolean> = {
  'declares PDF/UA-1': ({ metadata }) => metadata.part === '1',
  'has its title in the metadata': ({ metadata }, { title }) => metadata.title === title,
  'has its title for old readers': ({ info }, { title }) => info.Title === title,
  'shows the title in the window': ({ viewer }) => viewer.DisplayDocTitle === true,
  'has its language': ({ info }, { language }) => info.Language === language,
  'has its direction': ({ viewer }, { language }) => viewer.Direction === (language === 'ar' ? 'R2L' : 'L2R'),
  'is tagged': ({ marks }) => marks.Marked === true,
  'has no doubtful tags': ({ marks }) => marks.Suspects === false,
  'has all text in tags': ({ untagged }) => untagged.length === 0,
  'has only known tags': ({ tags }) => tags.every(({ role }) => KNOWN_ROLES.includes(role)),
  'has one document around all that a page says': ({ tags }) =>
    withRole(tags, 'Root').every(({ children }) => children.length <= 1) && parentsOf(tags, 'Document').length > 0,
  'begins with its one heading of level 1': ({ tags }) =>
    withRole(tags, 'H1').length === 1 && withRole(tags, 'Document')[0]?.children[0]?.role === 'H1',
  'leaves out no level of headings': ({ tags }) => {
    const levels = tags.flatMap(({ role }) => (/^H\d$/.test(role) ? [Number(role[1])] : []))
    return levels.every((level, at) => level <= (levels[at - 1] ?? 0) + 1)
  },
  'has lists of items, and items only in lists': ({ tags }) =>
    parentsOf(tags, 'LI').every((role) => role === 'L') &&
    withRole(tags, 'L').every(({ children }) => children.length > 0 && children.every(({ role }) => role === 'LI')),
  'has items with a mark and a body': ({ tags }) =>
    withRole(tags, 'LI').every(({ children }) => children.map(({ role }) => role).join() === 'Lbl,LBody'),
  'has tables of rows with as many cells as headers': ({ tags }) => withRole(tags, 'Table').every(isRegular),
  'has headers that say what they head': ({ tags }) => withRole(tags, 'TH').every(({ scope }) => scope === 'Column'),
  'has cells that name their header': ({ tags }) => {
    const ids = new Set(withRole(tags, 'TH').map(({ structId }) => structId))
    return withRole(tags, 'TD').every(({ headers = [] }) => headers.length > 0 && headers.every((id) => ids.has(id)))
  },
  'has words for each picture': ({ tags }) => withRole(tags, 'Figure').every(({ alt = '' }) => alt.trim() !== ''),
  'says nothing beside its pages but its title': ({ info }) =>
    ['Author', 'Subject', 'Keywords', 'CreationDate'].every((name) => !(name in info)),
}

/** The rules that a file breaks, in words. */
export function brokenRules(read: ReadPdf, paper: Paper): string[] {
  return Object.entries(RULES).flatMap(([rule, holds]) => (holds(read, paper) ? [] : [rule]))
}

function withRole(tags: readonly Tag[], role: string): Tag[] {
  return tags.filter((tag) => tag.role === role)
}

function parentsOf(tags: readonly Tag[], role: string): string[] {
  return tags.flatMap((tag) => tag.children.filter((child) => child.role === role).map(() => tag.role))
}

function isRegular(table: Tag): boolean {
  const rows = table.children.flatMap(({ children }) => children)
  const widths = new Set(rows.map(({ children }) => children.length))
  return rows.length > 0 && rows.every(({ role }) => role === 'TR') && widths.size === 1 && !widths.has(0)
}
