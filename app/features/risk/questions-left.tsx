import { useEffect, useRef, useState } from 'react'

interface QuestionsLeftProps {
  /** The names of the questions' fields, in their order on the page. */
  questions: readonly string[]
  /** Those without an answer when the page was made: all that is known without JavaScript. */
  unanswered: readonly string[]
}

/** Says which questions have no answer yet, each with a link to it. Follows the answers where JavaScript runs. */
export function QuestionsLeft({ questions, unanswered }: QuestionsLeftProps) {
  const place = useRef<HTMLParagraphElement>(null)
  const [left, setLeft] = useState(unanswered)
  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return undefined
    const follow = () => {
      const answers = new FormData(form)
      setLeft(questions.filter((question) => !answers.get(question)))
    }
    form.addEventListener('change', follow)
    return () => form.removeEventListener('change', follow)
  }, [questions])
  return (
    <p className="govuk-body" ref={place}>
      {left.length === 0 ? 'All questions are answered.' : 'Not answered yet: '}
      {left.map((question, at) => (
        <span key={question}>
          {at > 0 ? ', ' : ''}
          <a className="govuk-link" href={`#${question}`}>
            question {questions.indexOf(question) + 1}
          </a>
        </span>
      ))}
    </p>
  )
}
