import { RULES } from '../../app/access/policy/policy.ts'
import type { Predicate, Rule, Verb } from '../../app/access/policy/policy-rule.ts'
import type { ActorRole } from '../../app/domain/partnership/actor.ts'
import type { TableName } from '../../db/schema/tables.ts'

/** A mistake in the rules of one table. When only one side has it, the comparison must notice. */
export interface Mutant {
  name: string
  table: TableName
  rules: readonly Rule[]
}

type Change = (predicate: Predicate) => Predicate

/** Changes rules of one table. @throws Error when nothing changed, because such a mutant would test nothing */
function mutant(
  name: string,
  table: TableName,
  change: (rule: Rule) => Rule,
  only: Partial<{ verb: Verb; role: ActorRole }> = {},
): Mutant {
  const chosen = (rule: Rule) =>
    rule.table === table &&
    (!only.verb || rule.verbs.includes(only.verb)) &&
    (!only.role || rule.roles.includes(only.role))
  const rules = RULES.map((rule) => (chosen(rule) ? change(rule) : rule))
  if (JSON.stringify(rules) === JSON.stringify(RULES)) throw new Error(`The mutant "${name}" changes nothing.`)
  return { name, table, rules }
}

const inWhen =
  (change: Change) =>
  (rule: Rule): Rule => ({ ...rule, when: change(rule.when) })
const inCheck =
  (change: Change) =>
  (rule: Rule): Rule =>
    rule.check ? { ...rule, check: change(rule.check) } : rule

/** Removes every part of this kind that names the column. */
function without(
  kind: 'ownAgency' | 'own' | 'ownClient' | 'notOwn' | 'filled' | 'empty' | 'is',
  column: string,
): Change {
  const names = (part: Predicate) => {
    const value: unknown = part !== 'any row' && kind in part ? (part as Record<string, unknown>)[kind] : undefined
    return value === column || (Array.isArray(value) && value[0] === column)
  }
  return function leaveOut(part): Predicate {
    if (names(part)) return 'any row'
    if (part === 'any row') return part
    if ('all' in part) return { all: part.all.filter((one) => !names(one)).map(leaveOut) }
    if ('any' in part) return { any: part.any.map(leaveOut) }
    return part
  }
}

/** Replaces one text with another in all columns, words and operators of the rules. */
function written(from: string, to: string): Change {
  return (part) => JSON.parse(JSON.stringify(part).replaceAll(from, to)) as Predicate
}

const anyForAll: Change = (part) => (part !== 'any row' && 'all' in part ? { any: part.all } : part)
const allForAny: Change = (part) => (part !== 'any row' && 'any' in part ? { all: part.any } : part)
const anyRow: Change = () => 'any row'
const addRole =
  (role: ActorRole) =>
  (rule: Rule): Rule => ({ ...rule, roles: [...rule.roles, role] })
const dropRole =
  (role: ActorRole) =>
  (rule: Rule): Rule => ({ ...rule, roles: rule.roles.filter((one) => one !== role) })
const addVerb =
  (verb: Verb) =>
  (rule: Rule): Rule => ({ ...rule, verbs: [...rule.verbs, verb] })
const dropVerb =
  (verb: Verb) =>
  (rule: Rule): Rule => ({ ...rule, verbs: rule.verbs.filter((one) => one !== verb) })

export function listMutants(): Mutant[] {
  return [...ofCases(), ...ofCasework(), ...ofPeople(), ...ofClients()]
}

function ofCases(): Mutant[] {
  return [
    mutant('a client is anybody’s', 'client', inWhen(anyRow)),
    mutant('a coordinator reads cases', 'caseFile', addRole('coordinator')),
    mutant('an administrator reads the log', 'caseEvent', addRole('administrator')),
    mutant('the portal itself may not act on clocks', 'clock', dropRole('system')),
    mutant('a contact may be deleted', 'contact', addVerb('delete')),
    mutant('a consent cannot be recorded', 'consent', dropVerb('insert')),
    mutant('sender and recipient swapped', 'referral', inWhen(written('fromAgencyId', 'toAgencyId'))),
    mutant('the recipient sees it before it is sent', 'referral', inWhen(without('filled', 'sentAt'))),
    mutant('both parties at once instead of either', 'referral', inWhen(allForAny), { verb: 'select' }),
    mutant('what is only decided bears the instant of a sending', 'referral', inWhen(without('empty', 'sentAt')), {
      verb: 'insert',
    }),
    mutant('what begins as sent has no instant', 'referral', inWhen(without('filled', 'sentAt')), { verb: 'insert' }),
    mutant('the portal itself sends', 'referral', addRole('system'), { verb: 'insert', role: 'case_worker' }),
    mutant('a referral may begin in any state', 'referral', inWhen(without('is', 'state')), { verb: 'insert' }),
    mutant('a hidden package stays in sight', 'referralPackage', inWhen(without('empty', 'hiddenAt'))),
    mutant('only what is hidden is in sight', 'referralPackage', inWhen(written('"empty"', '"filled"'))),
    mutant('the recipient writes the package', 'referralPackage', inWhen(written('fromAgencyId', 'toAgencyId')), {
      verb: 'insert',
    }),
    mutant('a step of the sender alone is shared', 'referralStep', inWhen(without('is', 'shared')), { verb: 'select' }),
    mutant('a step in another agency’s name', 'referralStep', inWhen(without('ownAgency', 'byAgencyId')), {
      verb: 'insert',
    }),
    mutant('any step may be corrected', 'referralStep', inWhen(anyRow), { verb: 'update' }),
  ]
}

/** Decisions of managers, options, measures and files. */
function ofCasework(): Mutant[] {
  return [
    mutant('a manager decides on what they asked for', 'decisionRequest', inWhen(without('notOwn', 'requestedBy')), {
      verb: 'update',
      role: 'manager',
    }),
    mutant('an answer to a request in another manager’s name', 'decisionRequest', inCheck(without('own', 'decidedBy'))),
    mutant('carried out before anyone said yes', 'decisionRequest', inWhen(written('yes', 'asked')), {
      verb: 'update',
      role: 'case_worker',
    }),
    mutant('an ended measure is changed', 'measure', inWhen(without('empty', 'endedAt')), { verb: 'update' }),
    mutant('an answer of a client in a colleague’s name', 'caseOption', inWhen(without('own', 'recordedBy')), {
      verb: 'insert',
    }),
    mutant('a file that counts as checked when it is added', 'storedFile', inWhen(without('is', 'scan')), {
      verb: 'insert',
      role: 'case_worker',
    }),
    mutant('a file that a case worker calls clean', 'storedFile', inCheck(without('filled', 'errorAt')), {
      verb: 'update',
      role: 'case_worker',
    }),
    mutant('a file that is checked again until it is clean', 'storedFile', inWhen(without('is', 'scan')), {
      verb: 'update',
      role: 'system',
    }),
  ]
}

function ofPeople(): Mutant[] {
  return [
    mutant('a manager authorises their own request', 'consentOverride', inWhen(without('notOwn', 'requestedBy')), {
      verb: 'update',
    }),
    mutant('…and the check lets it pass too', 'consentOverride', inCheck(without('notOwn', 'requestedBy')), {
      role: 'manager',
    }),
    mutant('a decision in another manager’s name', 'consentOverride', inCheck(without('own', 'decidedBy'))),
    mutant('an override used twice', 'consentOverride', inWhen(without('empty', 'usedAt')), { verb: 'update' }),
    mutant('an override used while it is only asked for', 'consentOverride', inWhen(written('authorised', 'asked')), {
      verb: 'update',
      role: 'system',
    }),
    mutant('asked for in a colleague’s name', 'consentOverride', inWhen(written('"own"', '"notOwn"')), {
      verb: 'insert',
    }),
    mutant('a manager invites into another agency', 'staff', inWhen(without('ownAgency', 'agencyId')), {
      role: 'manager',
      verb: 'insert',
    }),
    mutant('a manager changes their own row', 'staff', inWhen(without('notOwn', 'staffId')), {
      role: 'manager',
      verb: 'update',
    }),
    mutant('a manager gives any role', 'staff', inWhen(without('is', 'role')), { role: 'manager', verb: 'insert' }),
    mutant('a manager makes managers', 'staff', inWhen(written('case_worker', 'manager')), {
      role: 'manager',
      verb: 'update',
    }),
    mutant('a manager sends a link to anybody', 'invitation', inWhen(without('is', 'role')), {
      role: 'manager',
      verb: 'insert',
    }),
    mutant('an administrator changes their own row', 'staff', inWhen(anyRow), {
      role: 'administrator',
      verb: 'update',
    }),
    mutant('a draft is the whole agency’s', 'draft', inWhen(without('own', 'staffId'))),
    mutant('a draft is anybody’s with either', 'draft', inWhen(anyForAll)),
    mutant('another agency’s duty address is read', 'notification', inWhen(without('ownAgency', 'agencyId'))),
    mutant('a manager edits any agency', 'agency', inWhen(anyRow), { role: 'manager', verb: 'update' }),
    mutant('a case worker reads credentials', 'credential', addRole('case_worker')),
    mutant('every role changes settings', 'setting', (rule) => ({ ...rule, verbs: ['select', 'insert', 'update'] })),
  ]
}

/** Mistakes that give clients more: other clients' or agencies' rows, more verbs, more tables. */
function ofClients(): Mutant[] {
  const only = { role: 'client' } as const
  const widened = RULES.filter(({ roles }) => roles.includes('client')).flatMap(({ table }) => [
    mutant('a client reads nothing of it', table, dropRole('client'), only),
    mutant('a client reads what is other clients’', table, inWhen(without('ownClient', 'clientId')), only),
    mutant('a client reads what is other agencies’', table, inWhen(without('ownAgency', 'agencyId')), only),
    mutant('a client is a member of staff', table, inWhen(written('"ownClient"', '"own"')), only),
    ...(['insert', 'update', 'delete'] as const).map((verb) =>
      mutant(`a client may ${verb} their own`, table, addVerb(verb), only),
    ),
  ])
  return [
    ...widened,
    mutant('a client reads cases', 'caseFile', addRole('client')),
    mutant('a client reads consents', 'consent', addRole('client')),
    mutant('a client reads the directory', 'agency', addRole('client'), { verb: 'select' }),
  ]
}

/** Mistakes in the compiler, as changes to the SQL it writes. */
export const SQL_MUTANTS: readonly { name: string; table: TableName; change: (sql: string) => string }[] = [
  {
    name: 'somebody unknown counts as another',
    table: 'consentOverride',
    change: (sql) => sql.replaceAll(' <> ', ' is distinct from '),
  },
  {
    name: 'a client taken for a person',
    table: 'client',
    change: (sql) => sql.replaceAll('client_as', 'staff_as'),
  },
  { name: 'and written as or', table: 'draft', change: (sql) => sql.replaceAll(' and ', ' or ') },
  { name: 'or written as and', table: 'staff', change: (sql) => sql.replaceAll(' or ', ' and ') },
  {
    name: 'of two sides only the other',
    table: 'referral',
    change: (sql) => sql.replaceAll('then true else', 'then false else'),
  },
  { name: 'no context counts as any', table: 'agency', change: (sql) => sql.replaceAll(' is not null', ' is null') },
  {
    name: 'the check of an update forgotten',
    table: 'consentOverride',
    change: (sql) => (sql.includes('for update') ? sql.replace(/ with check .*;/, ' with check (true);') : sql),
  },
  {
    name: 'row-level security not switched on',
    table: 'incident',
    change: (sql) => sql.replace(/ enable row level/, ' disable row level'),
  },
]
