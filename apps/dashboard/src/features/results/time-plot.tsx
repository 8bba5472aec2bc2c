import { useEffect, useRef } from 'preact/hooks'
import type { TimeLook, TimePoint } from '../../ui/draw-time-chart.ts'

type Props = {
  points: TimePoint[]
  look: TimeLook
  /** What it shows, for whoever does not see it. */
  label: string
  /** Over the answers below; left out: figures alone. */
  answersTitle?: string
  onHover?: (at: number | null) => void
  onOpen?: ((at: number) => void) | null
  /** The drawing could not be fetched, after a new release perhaps. */
  onFail?: () => void
}

/** The drawing itself; its library is loaded only here. */
export function TimePlot({ points, look, label, answersTitle, onHover, onOpen, onFail }: Props) {
  const figures = useRef<HTMLDivElement>(null)
  const answers = useRef<HTMLDivElement>(null)
  const callbacks = useRef({ onHover, onOpen, onFail })
  callbacks.current = { onHover, onOpen, onFail }

  useEffect(() => {
    let stop: (() => void) | null = null
    let isGone = false
    import('../../ui/draw-time-chart.ts').then(
      ({ drawTimeChart }) => {
        if (isGone || !figures.current) return
        stop = drawTimeChart({ figures: figures.current, answers: answers.current }, points, look, {
          onHover: (at) => callbacks.current.onHover?.(at),
          onOpen: (at) => callbacks.current.onOpen?.(at),
        })
      },
      () => !isGone && callbacks.current.onFail?.(),
    )
    return () => {
      isGone = true
      stop?.()
    }
  }, [points, look])

  return (
    <div class="time-plot" data-opens={Boolean(onOpen)} role="img" aria-label={label}>
      <div class="time-figures" ref={figures} dir="ltr" style={{ '--height': `${look.height ?? 250}px` }} />
      {answersTitle !== undefined && (
        <>
          <p class="soft small">{answersTitle}</p>
          <div class="months-answers" ref={answers} dir="ltr" />
        </>
      )}
    </div>
  )
}
