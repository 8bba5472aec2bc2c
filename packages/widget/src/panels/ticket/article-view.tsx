import type { Article } from '@heed/contracts'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Room } from '../../runtime/room.ts'
import { ArticleText } from '../../ui/article.tsx'
import { Head, LoadFailed } from '../../ui/panel-parts.tsx'

type Props = { room: Room; articleId: string; title: string; solved: () => void; back: () => void }

/** An article inside the panel, and the question whether it helped. */
export function ArticleView({ room, articleId, title, solved, back }: Props) {
  const { texts } = room
  const [article, setArticle] = useState<Article | 'failed'>()
  const main = useRef<HTMLElement>(null)

  const load = useCallback(async () => {
    setArticle(undefined)
    const answer = await room.ask<Article>(`articles/${articleId}`)
    setArticle(answer.kind === 'ok' ? answer.value : 'failed')
  }, [room, articleId])
  useEffect(() => {
    void load()
    main.current?.focus()
  }, [load])

  return (
    <>
      <Head title={title} back={back} room={room} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section class="main" ref={main} tabIndex={0} aria-label={title}>
        {article === undefined && <p class="quiet">{texts.loading}</p>}
        {article === 'failed' && <LoadFailed room={room} retry={load} />}
        {typeof article === 'object' && (
          <div lang={article.locale} dir="auto">
            <ArticleText nodes={article.body} />
          </div>
        )}
      </section>
      {typeof article === 'object' && (
        <div class="foot">
          <button type="button" class="primary" onClick={solved}>
            {texts.solved}
          </button>
          <button type="button" class="plain" onClick={back}>
            {texts.notSolved}
          </button>
        </div>
      )}
    </>
  )
}
