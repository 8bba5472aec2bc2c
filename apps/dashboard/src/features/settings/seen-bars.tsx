import type { IdentitySettings } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { formatShare } from '../../ui/numbers.ts'

const words = text.settings.identity.seen
const ways = ['signed', 'unsigned', 'anonymous'] as const

/** How visitors came of late: what one reads before enforcement is switched on. */
export function SeenBars({ seen }: { seen: IdentitySettings['seen'] }) {
  const all = seen.signed + seen.unsigned + seen.anonymous
  return (
    <section class="card panel">
      <h2>{words.title(seen.days)}</h2>
      {all === 0 ? (
        <p class="soft">{words.nobody}</p>
      ) : (
        <ul class="seen">
          {ways.map((way) => (
            <li key={way}>
              <span>
                <strong>{words[way]}</strong>
                <span class="soft small seen-hint">{words[`${way}Hint`]}</span>
              </span>
              <span class="seen-track" aria-hidden="true">
                {seen[way] > 0 && (
                  <span class="seen-bar" data-way={way} style={{ inlineSize: `${(seen[way] / all) * 100}%` }} />
                )}
              </span>
              <span class="numbers">{words.row(seen[way], formatShare(seen[way] / all))}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
