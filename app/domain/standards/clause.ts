/** A published sentence of the standard: the ticked clause, or a point below one. */
export interface PublishedClause {
  wording: string
  /** The clause this point belongs to; absent for the 41 ticked clauses and the packs' list. */
  under?: string
}

/**
 * The Liverpool Joint Agency Hate Crime Minimum Service Standards, word for word as published. R8 and I4 each promise
 * two things. A half that has its own time limit has its own id (R8a, R8b, I4b) and the wording of the whole clause.
 */
export const CLAUSES = {
  G1: { wording: 'Accept the nationally recognised hate crime strands' },
  G2: { wording: "Believe the client's complaint" },
  G3: { wording: 'Provide a victim centred approach' },
  G4: { wording: 'Ensure a risk assessment is completed with the client' },
  G5: { wording: 'Arrange for interpreters and translations if required when English is not the first language' },
  G6: { wording: 'Arrange for other communication needs to be met such as British Sign Language or Braille' },
  G7: { wording: 'Make the client aware of all available options which include:' },
  G7a: { under: 'G7', wording: 'Target hardening measures to improve re assurance or security' },
  G7b: { under: 'G7', wording: 'Referral to support agencies including Victim Support and Police' },
  G7c: { under: 'G7', wording: 'Taking action against the perpetrator' },
  G7d: { under: 'G7', wording: 'Temporary or permanent re housing in exceptional circumstances' },
  G7e: { under: 'G7', wording: 'Temporary removal and storage of belongings in exceptional circumstances' },
  G8: { wording: "Consider the wishes and needs of the client before taking any action on a client's behalf" },
  G9: {
    wording: 'Encourage the client to co-operate with support agencies and in taking action against perpetrators',
  },
  G10: { wording: 'Agree an action plan with the client' },
  G11: { wording: 'Support the use of legal powers to take action against the perpetrators' },
  G12: {
    wording:
      'Work with other organisations to monitor incidents, identify hotspots, provide support and resolve complaints',
  },
  G13: { wording: 'Work with other agencies to promote awareness of hate crime in the community' },
  G14: {
    wording: 'Work to promote good relations and community cohesion between all sections of the community',
  },
  R1: { wording: 'Reports can be accepted verbally or in writing' },
  R2: { wording: 'Incidents can be received from a victim, witness or another third party' },
  R3: {
    wording:
      'After a complaint has been received we will aim to contact the client within 2 working days to investigate the matter',
  },
  R4: {
    wording:
      'If there has been a serious incident involving violence or the threat of violence (for example an arson attack or serious physical assault) we will aim to contact the client within 1 working day',
  },
  R5: { wording: 'The client will be able to choose where the interview/meeting will take place' },
  R6: { wording: 'The client will be allocated a specific case worker to deal with the complaint' },
  R7: { wording: 'The client will be informed of the process that will be followed' },
  R8: {
    wording:
      'It will be facilitated for emergency repairs to be completed within 24 hours and offensive graffiti removed within 24 hours',
  },
  I1: {
    wording:
      'During the interview, we will discuss how we can provide help and support. This may include referring the client to other agencies who can also help such as Victim Support Hate Crime Service or the Police',
  },
  I2: {
    wording:
      'We will refer your case to an outside agency, when agreed or requested, within 1 working day of the decision to refer',
  },
  I3: {
    wording:
      'We will discuss with the client, prepare and agree an action plan. This will include actions to be completed by the agency and the client',
  },
  I4: {
    wording:
      'The action plan will be signed by the client and the agency. The client will be sent acknowledgement of the details within five days',
  },
  I5: {
    wording:
      'A frequency of contact will be agreed with the client, in order to provide agreed support and any relevant updates. Frequency of contact could be more in serious cases',
  },
  I6: {
    wording:
      'We will provide the client with the name of an alternative contact other than the worker dealing with the complaint',
  },
  I7: {
    wording:
      'We will take as much information as possible in respect of the Hate Crime at the interview with the client',
  },
  V1: { wording: 'We will gather all available evidence as part of the investigation' },
  V2: { wording: "We will contact witnesses with the client's permission" },
  V3: { wording: "We will speak to other residents in the area with the client's permission" },
  V4: {
    wording:
      "We will liaise with other organisations who are already involved or could help, with the client's permission",
  },
  V5: {
    wording:
      'We will offer a support pack, including a diary to log details of further incident, our minimum service standards and a list of useful contacts, to clients and witnesses to record details of incidents',
  },
  V6: {
    wording:
      'The initial investigation, after a complaint, will be undertaken within the first two weeks after which we will discuss with the client our findings and potential action that can be taken against identified perpetrators',
  },
  V7: { wording: 'We will interview any identified perpetrators with the clients permission' },
  F1: {
    wording:
      'We will review the evidence on completion of the investigation and review and revise the action plan as appropriate',
  },
  F2: { wording: 'We will implement any amended action plan' },
  C1: {
    wording:
      'The complaint will be closed only after consideration of all possible actions and after discussion with the client. The complaint will be closed for one or more of the following reasons:',
  },
  C2: { under: 'C1', wording: 'It has been resolved' },
  C3: { under: 'C1', wording: 'The client has been re-housed and no further action is available' },
  C4: { under: 'C1', wording: 'Two months has passed since the last incident' },
  C5: { under: 'C1', wording: 'The client asks to close the complaint' },
  C6: {
    under: 'C1',
    wording:
      'No further support can be provided to the client and no further action can be taken against the perpetrator',
  },
  C7: { under: 'C1', wording: 'Where no evidence has been found and it has been agreed by a manager' },
  A1: {
    wording:
      'We will contact the client 4 weeks after the case has been closed to ensure that there are no recurring problems',
  },
  A2: {
    wording:
      'We will send a customer satisfaction questionnaire to the client to get feedback about how the complaint has been handled to help improve our service response',
  },
  S1: {
    wording:
      'At the first interview agencies will make available a support pack for the client. This pack as a minimum will include:',
  },
  S1a: { under: 'S1', wording: 'Incident Diary' },
  S1b: { under: 'S1', wording: 'Pen' },
  S1c: { under: 'S1', wording: 'List of contacts' },
  S1d: { under: 'S1', wording: 'Publicity relating to available support' },
} as const satisfies Record<string, PublishedClause>

export type PublishedClauseId = keyof typeof CLAUSES

/** The standard's sections in their order; `under` finds a clause's own points. */
export const STANDARD_SECTIONS = [
  {
    heading: 'General',
    introduction:
      'There are a number of important principles and service standards that guide how agencies will respond to a complaint of Hate Crime. Service providers will as a minimum:',
    letter: 'G',
  },
  { heading: 'Reporting Hate Crime', introduction: '', letter: 'R' },
  { heading: 'At the Interview', introduction: '', letter: 'I' },
  {
    heading: 'Investigation',
    introduction:
      'For those organisations involved in investigating incidents of hate crime the following steps will be utilised:',
    letter: 'V',
  },
  { heading: 'Further Action', introduction: '', letter: 'F' },
  { heading: 'Closing the Complaint', introduction: '', letter: 'C' },
  { heading: 'After-Care', introduction: '', letter: 'A' },
  { heading: 'SUPPORT PACKS', introduction: '', letter: 'S' },
] as const

const CLAUSE_IDS = Object.keys(CLAUSES) as PublishedClauseId[]

/** The 41 ticked clauses: all that are not a point of another clause, without the list of what a pack contains. */
export function listTickedClauses(): PublishedClauseId[] {
  return CLAUSE_IDS.filter((clauseId) => findParent(clauseId) === null && !clauseId.startsWith('S'))
}

export function listClausesOf(section: (typeof STANDARD_SECTIONS)[number]): PublishedClauseId[] {
  return CLAUSE_IDS.filter((clauseId) => clauseId.startsWith(section.letter) && findParent(clauseId) === null)
}

/** The points listed below a clause: the five options of G7, the six reasons of C1, the four things in a pack. */
export function listPointsOf(clauseId: PublishedClauseId): PublishedClauseId[] {
  return CLAUSE_IDS.filter((pointId) => findParent(pointId) === clauseId)
}

function findParent(clauseId: PublishedClauseId): string | null {
  const clause: PublishedClause = CLAUSES[clauseId]
  return clause.under ?? null
}
