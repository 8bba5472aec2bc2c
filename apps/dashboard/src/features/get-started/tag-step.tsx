import type { Key, Workspace } from '@heed/contracts'
import { useRef, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { Loaded, Skeleton } from '../../ui/loaded.tsx'
import { CopyButton } from '../settings/copy-button.tsx'
import { OriginForm } from '../settings/origin-form.tsx'
import { useKeyList } from '../settings/use-keys.ts'
import { pageTag } from './page-tag.ts'

const words = text.getStarted.tag
const origin = {
  origin: words.origin,
  placeholder: text.settings.keys.publishable.placeholder,
  hint: words.originHint,
  add: words.add,
  bad: words.badOrigin,
  twice: text.settings.keys.publishable.twice,
}

type Props = { workspace: Workspace; mayChange: boolean; hasArrived: boolean }

/** The tag to paste, the origins that may use it, and whether anybody has come. */
export function TagStep({ workspace, mayChange, hasArrived }: Props) {
  const keys = useKeyList()
  return (
    <Loaded query={keys} skeleton={<Skeleton height={280} />}>
      {({ items }) => {
        const key = items.findLast(({ kind }) => kind === 'publishable')
        return key ? <Tag {...{ workspace, mayChange, hasArrived }} publishable={key} /> : <NoKey />
      }}
    </Loaded>
  )
}

const NoKey = () => (
  <>
    <p>{words.noKey}</p>
    <a class="button" href="/settings/keys">
      {words.toKeys}
    </a>
  </>
)

function Tag({ workspace, mayChange, hasArrived, publishable }: Props & { publishable: Key }) {
  const [said, setSaid] = useState('')
  const code = useRef<HTMLElement>(null)
  const tag = pageTag(location.origin, publishable.hint, workspace.currency)
  return (
    <>
      <p>{words.body}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section class="start-code" aria-label={words.code} tabIndex={0} dir="ltr">
        <pre>
          <code ref={code}>{tag}</code>
        </pre>
      </section>
      <div class="start-actions">
        <CopyButton text={tag} onRefused={() => code.current && getSelection()?.selectAllChildren(code.current)} />
      </div>
      <p class="soft small">{words.docs}</p>
      <p>{words.origins}</p>
      <p class="soft small">
        {words.allowed}: {publishable.origins.join(', ') || '–'}
      </p>
      {mayChange && (
        <OriginForm publishable={publishable} words={origin} onAdded={(added) => setSaid(words.added(added))} />
      )}
      <p class="soft small" role="status">
        {said}
      </p>
      <p class="start-waiting" role="status" data-arrived={hasArrived}>
        {hasArrived ? words.arrived : words.waiting}
      </p>
    </>
  )
}
