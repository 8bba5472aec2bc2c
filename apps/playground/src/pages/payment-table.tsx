import type { Payment } from '../customers/customer.ts'
import { useSpeech } from '../words/language.tsx'

/** Payments as rows; on a narrow screen only who, what and how much. */
export function PaymentTable({ payments, label }: { payments: Payment[]; label: string }) {
  const { words, formats } = useSpeech()
  return (
    <table class="table" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{words.party}</th>
          <th scope="col" class="wide">
            {words.way}
          </th>
          <th scope="col" class="wide">
            {words.date}
          </th>
          <th scope="col" class="wide">
            {words.state}
          </th>
          <th scope="col" class="number">
            {words.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {payments.map((payment) => (
          <tr key={payment.id} data-state={payment.state}>
            <th scope="row">
              <bdi>{payment.party}</bdi>
              <span class="detail">
                <bdi>{payment.purpose}</bdi>
                <span class="narrow"> · {formats.shortDay(-payment.daysAgo)}</span>
              </span>
            </th>
            <td class="wide">{words.ways[payment.way]}</td>
            <td class="wide">{formats.shortDay(-payment.daysAgo)}</td>
            <td class="wide">
              <span class={`state ${payment.state}`}>{words.paymentStates[payment.state]}</span>
            </td>
            <td class={payment.minor > 0 ? 'number incoming' : 'number'}>
              <bdi>{formats.signed(payment.minor, payment.currency)}</bdi>
              {payment.state === 'done' ? null : (
                <span class="detail narrow">{words.paymentStates[payment.state]}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
