import type { Survey } from '@heed/contracts'
import { Download } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { Popover } from '../segments/popover.tsx'
import type { Pairs } from '../segments/segment-url.ts'
import { useSegment } from '../segments/use-segment.ts'
import { readBenchmark } from './benchmark.tsx'
import { readDimension } from './part-words.ts'
import { pairsOfView, readView } from './result-view.ts'
import { useCut, useResult } from './use-results.ts'

const words = text.results.sharing

type Drawing = 'resting' | 'drawing' | 'failed'

/** The answers as files, the figures as a picture, the page on paper. */
export function ExportMenu({ survey, currency }: { survey: Survey; currency: string }) {
  const { pairs, filter } = useSegment()
  const [drawing, setDrawing] = useState<Drawing>('resting')
  const view = readView(filter)
  const shown = [...pairs, ...pairsOfView(view)]
  const { data: result } = useResult(survey.id, shown)
  const canDraw = result !== undefined && result.measure !== 'text' && result.raw.answers > 0
  const { data: cut } = useCut(survey.id, shown, readDimension(filter('by')), canDraw)

  const draw = async () => {
    if (!canDraw || drawing === 'drawing') return
    setDrawing('drawing')
    try {
      const { savePicture } = await import('./save-picture.ts')
      const benchmark = result.measure === 'nps' ? readBenchmark(filter('benchmark')) : undefined
      await savePicture({ survey, result, cut, currency }, benchmark)
      setDrawing('resting')
    } catch {
      setDrawing('failed')
    }
  }

  // The files know days, not "the last days", so that they hold the answers that the page counts.
  const asked: Pairs = [
    ...pairs,
    ...Object.entries(result?.period ?? {}),
    ...(view.version === undefined ? [] : [['version', String(view.version)] satisfies [string, string]]),
  ]
  const file = (ending: string) =>
    `/api/surveys/${encodeURIComponent(survey.id)}/responses.${ending}?${new URLSearchParams(asked)}`

  return (
    <Popover
      label={
        <>
          <Download size={16} aria-hidden="true" />
          {words.export}
        </>
      }
    >
      {(close) => (
        <div class="export-list">
          <a class="button" data-look="quiet" data-stop href={file('csv')} download="responses.csv" onClick={close}>
            {words.csv}
          </a>
          <a class="button" data-look="quiet" data-stop href={file('json')} download="responses.json" onClick={close}>
            {words.json}
          </a>
          <button
            type="button"
            class="button"
            data-look="quiet"
            data-stop
            aria-disabled={!canDraw || drawing === 'drawing'}
            onClick={() => void draw()}
          >
            {drawing === 'drawing' ? words.pngDrawing : canDraw ? words.png : words.pngNone}
          </button>
          <button
            type="button"
            class="button"
            data-look="quiet"
            data-stop
            onClick={() => {
              close()
              print()
            }}
          >
            {words.print}
          </button>
          {drawing === 'failed' && (
            <p class="field-error" role="alert">
              {words.pngFailed}
            </p>
          )}
        </div>
      )}
    </Popover>
  )
}
