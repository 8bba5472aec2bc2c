import type { IdentitySettings } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { pageCode, serverCode } from './signing-code.ts'

const words = text.settings.identity.example

/** How to sign, with this workspace's own ids filled in. */
export function SigningExample({ identity: { workspaceId, keys } }: { identity: IdentitySettings }) {
  const [newest] = [...keys].sort((a, b) => b.createdAt.localeCompare(a.createdAt))
  return (
    <section class="card panel">
      <h2>{words.title}</h2>
      <p class="soft">{words.body}</p>
      {newest === undefined ? (
        <p>{words.noKey}</p>
      ) : (
        <>
          <Example title={words.server} code={serverCode(workspaceId, newest)} />
          <Example title={words.page} code={pageCode} />
        </>
      )}
    </section>
  )
}

function Example({ title, code }: { title: string; code: string }) {
  return (
    <div class="example">
      <h3>{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section class="example-code" aria-label={`${words.code}: ${title}`} tabIndex={0}>
        <pre>
          <code>{code}</code>
        </pre>
      </section>
    </div>
  )
}
