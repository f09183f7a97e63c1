/** After an act against the client’s safe-contact answers: what the worker must do for the client’s safety. */
export function SafetyPlanPrompt() {
  return (
    <>
      <p className="govuk-body">
        <strong>Plan for the client’s safety now.</strong> This contact went against the client’s safe-contact answers.
      </p>
      <ul className="govuk-list govuk-list--bullet">
        <li>Tell your manager today. If the client may be in danger now, call 999.</li>
        <li>Reach the client in a safe way. Ask who may have seen or heard it, and whether they are safe.</li>
        <li>Agree with the client what to do, and check their safe-contact answers.</li>
      </ul>
    </>
  )
}
