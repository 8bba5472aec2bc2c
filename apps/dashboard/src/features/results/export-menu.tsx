import type { Survey } from '@heed/contracts'
import { Download } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { Popover } from '../segments/popover.tsx'
import type { Pairs } from '../segments/segment-url.ts'
import { useSegment } from '../segments/use-segment.ts'
import { readBenchmark } from './benchmark.tsx'
import { pairsOfView, readView } from './result-view.ts'
import { hasTrend } from './time-points.ts'
import { useResult } from './use-results.ts'

const words = text.results.sharing

type Drawing = 'resting' | 'drawing' | 'failed'

/** The answers as files, the trend as a picture, the page on paper. */
export function ExportMenu({ survey }: { survey: Survey }) {
  const { pairs, filter } = useSegment()
  const [drawing, setDrawing] = useState<Drawing>('resting')
  const view = readView(filter)
  const { data: result } = useResult(survey.id, [...pairs, ...pairsOfView(view)])
  const canDraw = result !== undefined && result.measure !== 'text' && hasTrend(result)

  const draw = async () => {
    if (!canDraw || drawing === 'drawing') return
    setDrawing('drawing')
    try {
      const { savePicture } = await import('./save-picture.ts')
      await savePicture(survey, result, result.measure === 'nps' ? readBenchmark(filter('benchmark')) : undefined)
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
