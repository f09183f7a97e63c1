import { useEffect, useRef, useState } from 'react'
import { type FormState, fieldError, fieldValue } from '../../forms/form-state.ts'

/** The box in which every signature is stored, whatever the size of the screen. */
const WIDTH = 600
const HEIGHT = 200
const LONGEST_PATH = 20_000

interface Point {
  x: number
  y: number
}

interface Pad {
  toData(): { points: Point[] }[]
  clear(): void
  off(): void
}

/** A box to sign in. Its code is loaded when the client wants to sign there, and on no other page. */
export function DrawnSignature({ form }: { form: FormState }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useRef<Pad | null>(null)
  const [isOpen, setIsOpen] = useState(false)
  const [drawing, setDrawing] = useState(fieldValue(form, 'drawing'))
  const error = fieldError(form, 'drawing')

  useEffect(() => {
    if (!isOpen || !canvas.current) return
    const box = canvas.current
    let isGone = false
    import('signature_pad').then(({ default: SignaturePad }) => {
      if (isGone) return
      const opened = new SignaturePad(box, { minWidth: 1.5, maxWidth: 3, minDistance: 4 })
      fitToScreen(box)
      opened.clear()
      opened.addEventListener('endStroke', () => setDrawing(pathOf(opened.toData(), box)))
      pad.current = opened
    })
    return () => {
      isGone = true
      pad.current?.off()
      pad.current = null
    }
  }, [isOpen])

  const clear = () => {
    pad.current?.clear()
    setDrawing('')
  }
  return (
    <div className={error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'} id="drawing">
      <input type="hidden" name="drawing" value={drawing} />
      {error ? (
        <p className="govuk-error-message">
          <span className="govuk-visually-hidden">Error:</span> {error}
        </p>
      ) : null}
      {isOpen ? (
        <>
          <canvas ref={canvas} className="accord-signature-box" aria-label="Box to sign in" role="img" />
          <p className="govuk-body" aria-live="polite">
            {drawing ? 'Signed. Check it, then save below.' : 'Sign in the box.'}
          </p>
          <button type="button" className="govuk-button govuk-button--secondary" onClick={clear}>
            Clear the box
          </button>
        </>
      ) : (
        <button type="button" className="govuk-button govuk-button--secondary" onClick={() => setIsOpen(true)}>
          Open the box to sign in
        </button>
      )}
    </div>
  )
}

/** As many pixels as the screen has, so that the line is sharp. */
function fitToScreen(box: HTMLCanvasElement) {
  const ratio = Math.max(window.devicePixelRatio || 1, 1)
  box.width = box.offsetWidth * ratio
  box.height = box.offsetHeight * ratio
  box.getContext('2d')?.scale(ratio, ratio)
}

/** The strokes as the path of an SVG in whole points. A very long signature keeps every second point. */
function pathOf(strokes: readonly { points: Point[] }[], box: HTMLCanvasElement, every = 1): string {
  const scale = WIDTH / box.offsetWidth
  const whole = ({ x, y }: Point) => `${within(Math.round(x * scale), WIDTH)} ${within(Math.round(y * scale), HEIGHT)}`
  const path = strokes
    .map(({ points }) => {
      const [first, ...rest] = points.filter((_, at) => at % every === 0 || at === points.length - 1)
      if (!first) return ''
      return `M${whole(first)}${(rest.length > 0 ? rest : [first]).map((point) => `L${whole(point)}`).join('')}`
    })
    .join('')
  return path.length > LONGEST_PATH && every < 64 ? pathOf(strokes, box, every * 2) : path
}

function within(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most)
}
