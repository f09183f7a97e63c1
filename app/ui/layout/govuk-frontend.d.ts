// The package has no types. These are for the constructors that enhance.ts calls.
declare module 'govuk-frontend/dist/govuk/components/checkboxes/checkboxes.mjs' {
  export class Checkboxes {
    constructor(root: Element)
  }
}
