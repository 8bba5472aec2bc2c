import type { PreviewOrder, PreviewReply, PublicSurvey, SurveyDefinition, Workspace } from '@heed/contracts'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { previewTexts } from './preview-texts.ts'

const words = text.surveys.builder.preview

export type PreviewLook = { size: 'desktop' | 'phone'; theme: 'light' | 'dark'; language: string }
type Props = { survey: PublicSurvey; look: PreviewLook; workspace: Pick<Workspace, 'name' | 'accent'> }

/** Longer than a slow connection needs. */
const patienceMs = 8_000
const leastHeight = { desktop: 480, phone: 600 }

/**
 * The prompt itself: a page of the widget that runs the same code as in a host's page, told what to draw. Its width is
 * the screen that it believes to be on.
 */
export function PromptPreview({ survey, look: { size, theme, language }, workspace }: Props) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [isReady, setReady] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const [height, setHeight] = useState(0)
  const order: PreviewOrder = {
    heedPreview: {
      survey,
      locale: language,
      theme,
      accent: survey.form?.accent ?? workspace.accent,
      workspaceName: workspace.name,
    },
  }
  const said = JSON.stringify(order)

  // Before the page can say that it is ready: it says so once.
  useLayoutEffect(() => {
    const listen = ({ source, data }: MessageEvent<Partial<PreviewReply> | null>) => {
      if (source !== frame.current?.contentWindow || typeof data !== 'object' || data === null) return
      if ('heedPreviewHeight' in data) return setHeight(data.heedPreviewHeight ?? 0)
      if (!('heedPreviewReady' in data)) return
      setReady(true)
      setFailed(false)
    }
    addEventListener('message', listen)
    const timer = setTimeout(() => setFailed(true), patienceMs)
    return () => {
      removeEventListener('message', listen)
      clearTimeout(timer)
    }
  }, [])
  useEffect(() => {
    if (isReady) frame.current?.contentWindow?.postMessage(JSON.parse(said), location.origin)
  }, [isReady, said])

  return (
    <div
      class="survey-preview-frame"
      data-size={size}
      data-theme={theme}
      style={{ blockSize: `${Math.max(leastHeight[size], height)}px` }}
    >
      <iframe ref={frame} src="/w/preview.html" title={words.frame} data-ready={isReady} />
      {hasFailed && !isReady && (
        <p class="survey-preview-failed soft" role="status">
          {words.failed}
        </p>
      )}
    </div>
  )
}

/** What the widget would be sent of it. */
export const publicSurveyOf = (
  definition: SurveyDefinition,
  { id, version }: Pick<PublicSurvey, 'id' | 'version'>,
): PublicSurvey => {
  const { kind, trigger, repeatAfterDays, form } = definition
  return { id, version, kind, texts: previewTexts(definition), trigger, repeatAfterDays, form }
}
