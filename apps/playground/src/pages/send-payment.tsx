import { useId } from 'preact/hooks'
import { useAccount } from '../account/account.tsx'
import { heed } from '../heed.ts'
import { Dialog } from '../shell/dialog.tsx'
import { useSpeech } from '../words/language.tsx'

export function SendPayment({ onClose }: { onClose: () => void }) {
  const { dispatch, announce } = useAccount()
  const { words } = useSpeech()
  const id = useId()
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const entries = new FormData(event.currentTarget)
    const party = String(entries.get('party'))
    const minor = Math.round(Number(entries.get('amount')) * 100)
    dispatch({
      kind: 'send_payment',
      party,
      purpose: String(entries.get('purpose')),
      minor,
    })
    heed('track', 'payment_sent', { currency: 'EUR', large: minor >= 1_000_00 })
    announce(words.paymentSent(party))
    onClose()
  }
  return (
    <Dialog title={words.sendPayment} onClose={onClose}>
      <form onSubmit={submit}>
        <label for={`${id}-party`}>{words.recipient}</label>
        <input id={`${id}-party`} name="party" required maxLength={80} autocomplete="off" />
        <label for={`${id}-amount`}>{words.amount} (EUR)</label>
        <input id={`${id}-amount`} name="amount" type="number" required min="0.01" max="100000" step="0.01" dir="ltr" />
        <label for={`${id}-purpose`}>{words.purpose}</label>
        <input id={`${id}-purpose`} name="purpose" maxLength={140} autocomplete="off" />
        <div class="actions">
          <button type="submit" class="primary">
            {words.send}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
