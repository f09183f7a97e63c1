/** An agency as a paper names it. An empty text means not known. */
export interface AgencyOnPaper {
  name: string
  phone: string
  email: string
  hours: string
}

/** Who on the agency's side a client may ask for. An empty phone number means the agency's own. */
export interface PersonOnPaper {
  name: string
  phone: string
}
