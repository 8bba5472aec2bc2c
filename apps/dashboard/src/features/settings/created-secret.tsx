import { useEffect, useRef } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { CopyButton } from './copy-button.tsx'

const words = text.settings.identity.newKey

/** The secret of a new key. It stands here until one says that it is stored, and nowhere afterwards. */
export function CreatedSecret({ secret, onDone }: { secret: string; onDone: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section class="secret" aria-labelledby="created-secret">
      <h3 id="created-secret" ref={heading} tabIndex={-1}>
        {words.secretTitle}
      </h3>
      <p>{words.secretBody}</p>
      <div class="secret-row">
        <input
          ref={field}
          class="input code"
          aria-label={words.secret}
          value={secret}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton text={secret} onRefused={() => field.current?.select()} />
        <button type="button" class="button" data-look="quiet" onClick={onDone}>
          {words.done}
        </button>
      </div>
    </section>
  )
}
