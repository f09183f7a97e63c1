import { judgeBy } from '../../../app/access/ability.ts'
import { RULES } from '../../../app/access/policy/policy.ts'
import type { Rule, Verb } from '../../../app/access/policy/policy-rule.ts'
import type { Actor, Asking } from '../../../app/domain/partnership/actor.ts'
import type { TableName } from '../../../db/schema/tables.ts'
import type { Person } from '../../support/world.ts'

type Answer = { ok: boolean; refusal?: { kind: string } } | null | undefined | object

/** A use case, and the rule without which it must refuse: its verb on the row that it acts on. */
export interface Door {
  table: TableName
  verb: Verb
  by: Person
  /** Makes what the use case needs, and answers the use case with an input that succeeds. */
  arrange: () => Promise<(form: Asking) => Promise<Answer>>
}

/** Each use case by its file in app/features, without the ending. */
export type Doors = Record<string, Door>

export function door(table: TableName, verb: Verb, by: Person, arrange: Door['arrange']): Door {
  return { table, verb, by, arrange }
}

/** No column has this name, so no row meets it; the rule is still there for who asks whether there is any. */
const NO_ROW = { is: ['of no table', 'x'] } as const

/** The policy with one verb on one table taken away for every row. Row-level security keeps the whole policy. */
function withoutRows(table: TableName, verb: Verb): Rule[] {
  return RULES.flatMap((rule): Rule[] => {
    if (rule.table !== table || !rule.verbs.includes(verb)) return [rule]
    const none = { all: [rule.when, NO_ROW] }
    const others = rule.verbs.filter((one) => one !== verb)
    return [
      { ...rule, verbs: others },
      { ...rule, verbs: [verb], when: none, check: none },
    ]
  })
}

/** The same person, whom CASL lets do this to no row. */
export function barred({ table, verb, by }: Door): Actor {
  const actor = { ...by.actor }
  judgeBy(withoutRows(table, verb), actor)
  return actor
}

/** As a page would answer; null is a paper or a page that is not there. */
export async function answerOf(answer: Promise<Answer>): Promise<string> {
  try {
    const given = await answer
    if (given === null) return 'not-found'
    if (given && 'ok' in given && !given.ok) return String(given.refusal?.kind)
    return 'done'
  } catch (thrown) {
    if (thrown instanceof Response && thrown.status === 404) return 'not-found'
    throw thrown
  }
}
