interface SavedAnswersProps {
  answers: readonly { question: string; answer: string }[]
}

/** Answers as they are saved, question by question. */
export function SavedAnswers({ answers }: SavedAnswersProps) {
  return (
    <dl className="govuk-summary-list">
      {answers.map(({ question, answer }) => (
        <div key={question} className="govuk-summary-list__row govuk-summary-list__row--no-actions">
          <dt className="govuk-summary-list__key">{question}</dt>
          <dd className="govuk-summary-list__value accord-own-words">{answer}</dd>
        </div>
      ))}
    </dl>
  )
}
