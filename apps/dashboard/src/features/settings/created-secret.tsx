import { useEffect, useRef } from 'preact/hooks'
import { CopyButton } from './copy-button.tsx'

type Props = {
  secret: string
  words: { title: string; body: string; label: string; done: string }
  onDone: () => void
}

/** What is told once: a secret, or a link. It stands here until one says that it is stored, and nowhere afterwards. */
export function CreatedSecret({ secret, words, onDone }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section class="secret" aria-labelledby="created-secret">
      <h3 id="created-secret" ref={heading} tabIndex={-1}>
        {words.title}
      </h3>
      <p>{words.body}</p>
      <div class="secret-row">
        <input
          ref={field}
          class="input code"
          aria-label={words.label}
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
