import { useAccount } from '../account/account.tsx'
import { Dialog } from '../shell/dialog.tsx'
import { useSpeech } from '../words/language.tsx'

export function AddMoney({ onClose }: { onClose: () => void }) {
  const { customer, state } = useAccount()
  const { words } = useSpeech()
  return (
    <Dialog title={words.addMoney} onClose={onClose}>
      <p>{words.addMoneyHow}</p>
      <dl class="facts">
        <div>
          <dt>{words.accountHolder}</dt>
          <dd>
            <bdi>{customer.company.name}</bdi>
          </dd>
        </div>
        {state.balances.map(({ currency, iban }) => (
          <div key={currency}>
            <dt>
              {words.accountNumber} ({currency})
            </dt>
            <dd>
              <bdi dir="ltr">{iban}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
