import { useAccount } from '../account/account.tsx'
import { Page } from '../shell/page.tsx'
import { useSpeech } from '../words/language.tsx'

export function CardsPage() {
  const { state, dispatch, announce } = useAccount()
  const { words, formats } = useSpeech()
  return (
    <Page title={words.cards}>
      <ul class="cards">
        {state.cards.map(({ id, holder, label, lastFour, expires, kind, frozen, spentMinor, limitMinor }) => (
          <li key={id} class="panel">
            <div class={`bank-card ${kind}${frozen ? ' frozen' : ''}`}>
              <p class="bank-card-label">
                <bdi>{label}</bdi>
                {frozen ? <span class="state declined">{words.frozen}</span> : null}
              </p>
              <p class="bank-card-number" dir="ltr">
                •••• {lastFour}
              </p>
              <p class="bank-card-foot">
                <bdi>{holder}</bdi>
                <span>
                  {words.expires} <bdi dir="ltr">{expires}</bdi>
                </span>
              </p>
            </div>
            <h2>{words.cardKinds[kind]}</h2>
            <label class="spent">
              <bdi>{words.spentOf(formats.money(spentMinor), formats.money(limitMinor))}</bdi>
              <progress value={spentMinor} max={limitMinor} />
            </label>
            <button
              type="button"
              onClick={() => {
                dispatch({ kind: frozen ? 'unfreeze_card' : 'freeze_card', cardId: id })
                announce(frozen ? words.cardUnfrozen(label) : words.cardFrozen(label))
              }}
            >
              {frozen ? words.unfreeze : words.freeze} <span class="hidden">•••• {lastFour}</span>
            </button>
          </li>
        ))}
      </ul>
    </Page>
  )
}
